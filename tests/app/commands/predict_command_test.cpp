#include "tests/support/predict_run.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

namespace fs = std::filesystem;

/// A data set of 60 scenes through `predict` and `merge`, with the shipped pack.
class PredictCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_runs.makeScenes(60);
        const CommandOutcome outcome = m_runs.predict("whole", {"--json"});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        m_summary = Json::parse(outcome.out.toStdString());
        m_whole = m_runs.results("whole");
    }

    void answersEveryQuestion()
    {
        const std::size_t items = readJsonFile(m_runs.path("scenes/questions.json")).at("questions").size();
        QVERIFY(items > 200);
        QCOMPARE(m_summary["items"], Json(items));
        QCOMPARE(m_summary["run"]["answered"], Json(items));
        QCOMPARE(m_summary["complete"], Json(true));
        QCOMPARE(m_summary["pictures_looked_at"], Json(60));
        QVERIFY(m_summary["padding_share"] < .1);
        const Json results = Json::parse(m_whole["results.json"]);
        QCOMPARE(results.size(), items);
        QCOMPARE(std::size_t(std::ranges::count(m_whole["predictions.jsonl"], '\n')), items);
        const Json progress = readJsonFile(m_runs.path("whole/shards/1-of-1/progress.json"));
        QCOMPARE(progress["state"], Json("finished"));
        QCOMPARE(progress["done"], Json(items));
        QCOMPARE(progress["seconds_left"], Json(0));
    }

    /// The metrics are those of `visualbert metrics`, and about what `evaluate` measures with one question at a time.
    void metricsAreTheChallenges()
    {
        const CommandOutcome measured = runVisualBert({"metrics", "--dataset", m_runs.file("scenes/questions.json"),
                                                       "--annotations", m_runs.file("scenes/annotations.json"),
                                                       "--results", m_runs.file("whole/results.json"), "--json"},
                                                      m_runs.environment());
        const Json own = Json::parse(m_whole["metrics.json"]);
        QCOMPARE(Json::parse(measured.out.toStdString())["figures"], own["figures"]);
        const CommandOutcome evaluated =
            runVisualBert({"evaluate", "--dataset", m_runs.file("scenes/questions.json"), "--annotations",
                           m_runs.file("scenes/annotations.json"), "--images", m_runs.file("scenes/images"), "--json"},
                          m_runs.environment());
        const double single = Json::parse(evaluated.out.toStdString())["seen"]["measures"]["accuracy"];
        const double together = own["figures"]["accuracy"]["value"];
        QVERIFY2(std::abs(single - together) < .002, qPrintable(QString("%1 and %2").arg(single).arg(together)));
    }

    void shardsGiveTheSameBytes_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {2, 4, 8})
            QTest::newRow(qPrintable(QString::number(count))) << count;
    }
    void shardsGiveTheSameBytes()
    {
        QFETCH(int, count);
        const std::string run = "shards" + std::to_string(count);
        for (int i = 1; i <= count; ++i) {
            const CommandOutcome shard = m_runs.predict(run, {"--shard", QString("%1/%2").arg(i).arg(count)});
            QVERIFY2(shard.exitCode == 0, qPrintable(shard.err));
        }
        const CommandOutcome merged = runVisualBert({"merge", m_runs.file(run)}, m_runs.environment());
        QVERIFY2(merged.exitCode == 0 && merged.out.contains("items answered"), qPrintable(merged.err));
        QVERIFY(m_runs.results(run) == m_whole);
    }

    void goesOnAfterKills()
    {
        const int killed = m_runs.killedUntilDone("killed", 5, 3, 900);
        QVERIFY2(killed >= 0, "A file had a part of a line.");
        const CommandOutcome last = m_runs.predict("killed", {"--resume"});
        QVERIFY2(last.exitCode == 0, qPrintable(last.err));
        QVERIFY(m_runs.results("killed") == m_whole);
    }

    void signalsEndItAfterTheBatchInHand_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGUSR1") << SIGUSR1;
    }
    void signalsEndItAfterTheBatchInHand()
    {
        QFETCH(int, signal);
        const std::string run = "signal" + std::to_string(signal);
        QProcess process;
        process.setProcessEnvironment(m_runs.environment());
        process.start(QString(vbs::test::programFolder()) + "/visualbert", m_runs.arguments(run, {"--cache", "none"}));
        const fs::path lines = m_runs.path(run) / "shards/1-of-1/predictions.jsonl";
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(lines) && fs::file_size(lines) > 0, 30000);
        ::kill(pid_t(process.processId()), signal);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 75);
        QVERIFY(QString::fromUtf8(process.readAllStandardError()).contains("run the same command with --resume"));
        QVERIFY(m_runs.hasWholeLines(run));
        QCOMPARE(readJsonFile(lines.parent_path() / "progress.json")["state"], Json("stopped"));
    }

    void whatExistsIsNotReplaced()
    {
        const CommandOutcome again = m_runs.predict("whole");
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.err.contains("go on with --resume"));
        const CommandOutcome other = m_runs.predict("whole", {"--resume", "--top", "3"});
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.err.contains("holds another run: the number of answers that are kept is 3"),
                 qPrintable(other.err));
        const CommandOutcome same = m_runs.predict("whole", {"--resume", "--json"});
        QCOMPARE(same.exitCode, 0);
        QCOMPARE(Json::parse(same.out.toStdString())["done_before"], m_summary["items"]);
        QVERIFY(m_runs.results("whole") == m_whole);
    }

    /// A damaged picture and a damaged record cost themselves alone.
    void brokenThingsChangeNothingElse()
    {
        fs::copy(m_runs.path("scenes"), m_runs.path("broken-scenes"), fs::copy_options::recursive);
        const fs::path questions = m_runs.path("broken-scenes/questions.json");
        OrderedJson file = readOrderedJsonFile(questions);
        const std::string image = file["questions"][20]["image_id"].dump();
        fs::path picture;
        for (const auto& entry : fs::directory_iterator(m_runs.path("broken-scenes/images")))
            if (entry.path().stem().string().ends_with(std::string(6 - std::min<std::size_t>(6, image.size()), '0') +
                                                       image))
                picture = entry.path();
        QVERIFY2(!picture.empty(), image.c_str());
        fs::resize_file(picture, fs::file_size(picture) / 2);
        file["questions"][3]["question"] = "  ";
        writeJsonFile(questions, file);

        QStringList arguments = m_runs.arguments("broken");
        arguments.replaceInStrings(m_runs.file("scenes"), m_runs.file("broken-scenes"));
        const CommandOutcome outcome = runVisualBert(arguments, m_runs.environment());
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("have no answer") && outcome.err.contains("is empty"), qPrintable(outcome.err));
        std::map<std::string, std::string> whole = linesById(m_whole["predictions.jsonl"]);
        std::size_t failed = 0;
        for (const OrderedJson& question : file["questions"])
            failed +=
                question["image_id"].dump() == image || question["question_id"] == file["questions"][3]["question_id"];
        const auto left = linesById(readTextFile(m_runs.path("broken/predictions.jsonl")));
        const auto failures = linesById(readTextFile(m_runs.path("broken/failures.jsonl")));
        QCOMPARE(failures.size(), failed);
        QCOMPARE(left.size() + failed, whole.size());
        for (const auto& [id, line] : left)
            QVERIFY2(sameAnswers(line, whole[id]), line.c_str());
        const Json results = readJsonFile(m_runs.path("broken/results.json"));
        QCOMPARE(results.size(), whole.size()); // the challenge wants every question
        QCOMPARE(results[3]["answer"], Json(""));
    }

    /// The cache knows what the files decode to, but no longer what was found in them.
    void forgottenRegionsAreFoundAnew()
    {
        const CommandOutcome known = m_runs.predict("known", {"--json"});
        QVERIFY2(known.exitCode == 0, qPrintable(known.err));
        QCOMPARE(Json::parse(known.out.toStdString())["from_cache"], Json(60));
        std::size_t left = 0;
        for (const auto& entry : fs::recursive_directory_iterator(m_runs.path("cache")))
            if (entry.is_regular_file() && entry.file_size() > 1024)
                fs::remove(entry.path());
            else
                left += entry.is_regular_file();
        QVERIFY(left >= 60);
        const CommandOutcome forgotten = m_runs.predict("forgotten", {"--json"});
        QVERIFY2(forgotten.exitCode == 0, qPrintable(forgotten.err));
        QCOMPARE(Json::parse(forgotten.out.toStdString())["from_cache"], Json(0));
        for (const std::string run : {"known", "forgotten"})
            QVERIFY(m_runs.results(run) == m_whole);
    }

    void aReviewReadsItsPredictions()
    {
        const QStringList project{m_runs.file("p.vbsreview")};
        QCOMPARE(runVisualBert(QStringList{"review", "new"} + project +
                                   QStringList{"--dataset", m_runs.file("scenes/questions.json"), "--annotations",
                                               m_runs.file("scenes/annotations.json"), "--images",
                                               m_runs.file("scenes/images")},
                               m_runs.environment())
                     .exitCode,
                 0);
        const CommandOutcome imported = runVisualBert(QStringList{"review", "import-predictions"} + project +
                                                          QStringList{m_runs.file("whole/predictions.jsonl"), "--json"},
                                                      m_runs.environment());
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        QCOMPARE(Json::parse(imported.out.toStdString())["items"], m_summary["items"]);
    }

    void extractTakesEachPictureOnce()
    {
        std::size_t pictures = 0;
        for (int i = 1; i <= 3; ++i) {
            const CommandOutcome outcome =
                runVisualBert({"extract", m_runs.file("scenes/images"), "-o", m_runs.file("regions"), "--shard",
                               QString("%1/3").arg(i), "--json", "--quiet", "--threads", "2"},
                              m_runs.environment());
            QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
            const Json report = Json::parse(outcome.out.toStdString());
            QCOMPARE(report["written"], report["pictures"]);
            QCOMPARE(report["from_cache"], report["pictures"]); // predict found them
            pictures += report["written"].get<std::size_t>();
        }
        QCOMPARE(pictures, std::size_t(60));
        QCOMPARE(std::ranges::count_if(
                     fs::directory_iterator(m_runs.path("regions")),
                     [](const fs::directory_entry& entry) { return entry.path().extension() == ".safetensors"; }),
                 60);
    }

private:
    static std::map<std::string, std::string> linesById(const std::string& text)
    {
        std::map<std::string, std::string> lines;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = text.find('\n', begin);
            const std::string line = text.substr(begin, end - begin);
            lines[Json::parse(line)["id"]] = line;
            begin = end + 1;
        }
        return lines;
    }

    /// In other company numbers are rounded otherwise.
    static bool sameAnswers(const std::string& one, const std::string& other)
    {
        const Json first = Json::parse(one)["answers"], second = Json::parse(other)["answers"];
        return first[0][0] == second[0][0] && std::abs(first[0][1].get<double>() - second[0][1].get<double>()) < 1e-4;
    }

    QTemporaryDir m_folder;
    vbs::test::PredictRuns m_runs{m_folder.path().toStdString()};
    Json m_summary;
    std::map<std::string, std::string> m_whole;
};

VBS_TEST_MAIN(PredictCommandTest)
#include "predict_command_test.moc"
