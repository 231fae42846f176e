#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <filesystem>
#include <map>

using namespace vbs;

namespace fs = std::filesystem;

/// A review from end to end by its commands, on scenes with planted errors and the shipped pack.
class ReviewCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert("XDG_CACHE_HOME", m_folder.filePath("cache"));
        const Json scenes =
            run({"scenes", "--count", "80", "--seed", "4", "--errors", "0.1", "--output", file("scenes"), "--json"});
        QVERIFY(scenes["wrong_answers"] > 20 && scenes["wrong_boxes"] > 20);
        const Json errors = readJsonFile(path("scenes/errors.json"));
        for (const Json& error : errors.at("answers"))
            m_planted[std::to_string(error.at("question_id").get<int>())] = error.at("right");
        const Json made =
            run({"review", "new", file("p.vbsreview"), "--dataset", file("scenes/questions.json"), "--annotations",
                 file("scenes/annotations.json"), "--images", file("scenes/images"), "--json"});
        QCOMPARE(made["items"], scenes["questions"]);
        QCOMPARE(made["pictures"], Json(80));
        QCOMPARE(made["faulty"], Json(0));
        run({"review", "predict", file("p.vbsreview"), "--pack", pack(), "--json"});
    }

    void plantedErrorsComeFirst()
    {
        const Json queue =
            run({"review", "queue", file("p.vbsreview"), "--limit", QString::number(m_planted.size()), "--json"});
        std::size_t found = 0;
        for (const Json& item : queue["items"])
            found += m_planted.contains(item["item"].get<std::string>());
        QVERIFY2(double(found) >= .85 * double(m_planted.size()),
                 qPrintable(QString("%1 of %2").arg(found).arg(m_planted.size())));
        // Without a model's opinion they are where chance puts them.
        const Json random = run({"review", "queue", file("p.vbsreview"), "--order", "random", "--limit",
                                 QString::number(m_planted.size()), "--json"});
        std::size_t byChance = 0;
        for (const Json& item : random["items"])
            byChance += m_planted.contains(item["item"].get<std::string>());
        QVERIFY(byChance < found / 2);
    }

    void decisionsAreKeptUndoneAndExported()
    {
        const std::string first =
            run({"review", "queue", file("p.vbsreview"), "--limit", "1", "--json"})["items"][0]["item"];
        const QString id = QString::fromStdString(first);
        const auto decide = [&](const QStringList& more) {
            const CommandOutcome outcome = runVisualBert(QStringList{"review", "decide", file("p.vbsreview"), id} +
                                                             more + QStringList{"--reviewer", "ann"},
                                                         m_environment);
            QVERIFY2(outcome.exitCode == 0 && outcome.out.contains(id), qPrintable(outcome.err));
        };
        decide({"accept"});
        decide({"correct", "--take", "1"});
        decide({"tag", "odd"});
        const auto counts = [&] { return run({"review", "show", file("p.vbsreview"), "--json"}); };
        QCOMPARE(counts()["corrected"], Json(1));
        QCOMPARE(counts()["tags"]["odd"], Json(1));
        const QStringList undo{"review", "undo", file("p.vbsreview"), "--reviewer", "ann"};
        QCOMPARE(runVisualBert(undo, m_environment).exitCode, 0);
        QCOMPARE(runVisualBert(undo, m_environment).exitCode, 0);
        QCOMPARE(counts()["corrected"], Json(0));
        QCOMPARE(counts()["accepted"], Json(1));
        QCOMPARE(runVisualBert({"review", "redo", file("p.vbsreview"), "--reviewer", "ann"}, m_environment).exitCode,
                 0);
        QCOMPARE(counts()["corrected"], Json(1));

        const Json report =
            run({"review", "export", file("p.vbsreview"), "--dataset", file("q.json"), "--annotations", file("a.json"),
                 "--changes", file("changes.csv"), "--report", file("report.html"), "--json"});
        QCOMPARE(report["changed"], Json(1));
        QCOMPARE(readTextFile(path("q.json")), readTextFile(path("scenes/questions.json")));
        QCOMPARE(differentLines(path("a.json"), path("scenes/annotations.json")), 1);
        QVERIFY(readTextFile(path("changes.csv")).find(first) != std::string::npos);
        const std::string page = readTextFile(path("report.html"));
        QVERIFY(page.find("<h3>" + first + "</h3>") != std::string::npos &&
                page.find("data:image/") != std::string::npos);
        QVERIFY2(m_planted.contains(first), "The most surprising item is one with a planted error.");
        const std::string now = readTextFile(path("a.json"));
        QVERIFY(now.find("\"question_id\": " + first) != std::string::npos ||
                now.find("\"question_id\":" + first) != std::string::npos);
    }

    void metricsGoUpWithTheCorrection()
    {
        const Json metrics = run({"review", "metrics", file("p.vbsreview"), "--resamples", "100", "--json"});
        const auto accuracy = [&](const char* when) {
            return metrics[when]["figures"]["accuracy"]["value"].get<double>();
        };
        QVERIFY(accuracy("after") > accuracy("before") && accuracy("before") > .8);
        QVERIFY(metrics["before"]["figures"]["accuracy"]["interval"][0] <
                metrics["before"]["figures"]["accuracy"]["value"]);
        QVERIFY(metrics["before"]["confusions"].size() > 5);

        const Json written =
            run({"review", "export", file("p.vbsreview"), "--predictions", file("results.json"), "--json"});
        QCOMPARE(written["results"], metrics["items"]);
        QCOMPARE(written["remarks"], Json::array());
        const Json measured =
            run({"metrics", "--dataset", file("scenes/questions.json"), "--annotations",
                 file("scenes/annotations.json"), "--results", file("results.json"), "--resamples", "100", "--json"});
        QCOMPARE(measured["figures"], metrics["before"]["figures"]);
    }

    void reviewersAgree()
    {
        QFile lines(file("lines.jsonl"));
        QVERIFY(lines.open(QIODevice::WriteOnly));
        const Json queue =
            run({"review", "queue", file("p.vbsreview"), "--limit", "10", "--order", "data-set", "--json"});
        for (std::size_t i = 0; i < 10; ++i)
            lines.write(("{\"item\": \"" + queue["items"][i]["item"].get<std::string>() + "\", \"decision\": \"" +
                         (i < 8 ? "accept" : "reject") + "\"}\n")
                            .c_str());
        lines.close();
        for (const char* reviewer : {"bob", "eve"}) {
            const CommandOutcome outcome = runVisualBert(
                {"review", "decide", file("p.vbsreview"), "--from", file("lines.jsonl"), "--reviewer", reviewer},
                m_environment);
            QCOMPARE(outcome.exitCode, 0);
            QCOMPARE(outcome.out.count('\n'), 10);
        }
        const Json agreement = run({"review", "agreement", file("p.vbsreview"), "--json"});
        QCOMPARE(agreement["cohen_kappa"]["bob, eve"], Json(1.));
    }

    void wrongUseIsTold_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QString p = file("p.vbsreview");
        QTest::newRow("item") << QStringList{"decide", p, "nothing", "accept"} << "no item \"nothing\"";
        QTest::newRow("decision") << QStringList{"decide", p, "0", "like"} << "no decision \"like\"";
        QTest::newRow("there already") << QStringList{"new", p, "--dataset", file("scenes/questions.json")}
                                       << "exists already";
        QTest::newRow("no project") << QStringList{"show", file("none.vbsreview")} << "does not exist";
        QTest::newRow("over the source")
            << QStringList{"export",      p, "--force", "--dataset", file("scenes/questions.json"), "--annotations",
                           file("x.json")}
            << "never changes";
        QTest::newRow("filter") << QStringList{"queue", p, "--filter", "color=red"} << "nothing that items can be";
    }
    void wrongUseIsTold()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const CommandOutcome outcome = runVisualBert(QStringList{"review"} + arguments, m_environment);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(says) && outcome.err.count('\n') == 1, qPrintable(outcome.err));
    }

    void copiesAreMergedOnce()
    {
        const QString id = QString::fromStdString(
            run({"review", "queue", file("p.vbsreview"), "--limit", "1", "--json"})["items"][0]["item"]);
        QCOMPARE(runVisualBert({"review", "copy", file("p.vbsreview"), file("away.vbsreview")}, m_environment).exitCode,
                 0);
        const CommandOutcome again =
            runVisualBert({"review", "copy", file("p.vbsreview"), file("away.vbsreview")}, m_environment);
        QVERIFY(again.exitCode != 0 && again.err.contains("exists already"));
        const auto decide = [&](const char* kind) {
            return runVisualBert(
                       {"review", "decide", file("away.vbsreview"), id, kind, "much to see", "--reviewer", "traveller"},
                       m_environment)
                .exitCode;
        };
        QCOMPARE(decide("reject"), 0);
        QCOMPARE(decide("comment"), 0);
        for (const int added : {2, 0}) {
            const Json report = run({"review", "merge", file("p.vbsreview"), file("away.vbsreview"), "--json"});
            QCOMPARE(report["added"], Json(added));
            QCOMPARE(report["unknown"], Json(0));
        }
        QCOMPARE(run({"review", "queue", file("p.vbsreview"), "--filter", "words=much see", "--json"})["total"],
                 Json(1));
        for (const char* kind : {"undo", "undo"})
            QCOMPARE(
                runVisualBert({"review", kind, file("p.vbsreview"), "--reviewer", "traveller"}, m_environment).exitCode,
                0);
    }

    void filesThatMovedAreLocated()
    {
        fs::rename(path("scenes/questions.json"), path("moved.json"));
        const CommandOutcome missing = runVisualBert({"review", "show", file("p.vbsreview")}, m_environment);
        QVERIFY2(missing.err.contains("questions.json"), qPrintable(missing.err));
        const CommandOutcome wrong =
            runVisualBert({"review", "locate", file("p.vbsreview"), "--dataset", file("nowhere.json")}, m_environment);
        QVERIFY(wrong.exitCode != 0 && wrong.err.contains("nowhere.json does not exist"));
        runVisualBert({"review", "locate", file("p.vbsreview"), "--dataset", file("moved.json")}, m_environment);
        const CommandOutcome found = runVisualBert({"review", "show", file("p.vbsreview")}, m_environment);
        QVERIFY2(found.exitCode == 0 && found.err.isEmpty(), qPrintable(found.err));
        fs::rename(path("moved.json"), path("scenes/questions.json"));
        runVisualBert({"review", "locate", file("p.vbsreview"), "--dataset", file("scenes/questions.json")},
                      m_environment);
    }

private:
    QString file(const QString& name) const { return m_folder.filePath(name); }
    fs::path path(const QString& name) const { return file(name).toStdString(); }
    static QString pack() { return QString(vbs::test::sourceFolder()) + "/models/picture-book"; }

    Json run(const QStringList& arguments) const
    {
        const CommandOutcome outcome = runVisualBert(arguments, m_environment);
        if (outcome.exitCode != 0)
            qWarning("%s", qPrintable(outcome.err));
        return Json::parse(outcome.out.toStdString(), nullptr, false);
    }

    static int differentLines(const fs::path& one, const fs::path& other)
    {
        const auto a = readLines(one), b = readLines(other);
        int different = std::abs(int(a.size()) - int(b.size()));
        for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
            different += a[i] != b[i];
        return different;
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::map<std::string, std::string> m_planted;
};

VBS_TEST_MAIN(ReviewCommandsTest)
#include "review_commands_test.moc"
