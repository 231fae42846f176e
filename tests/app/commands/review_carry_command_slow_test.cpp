#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

/// A review goes on when its data set changed.
class ReviewCarryCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        writeQuestions(m_folder.path().toStdString(), 7); // 1000 … 1006
        run({"review", "new", file("p.vbsreview"), "--dataset", file("questions.json"), "--annotations",
             file("annotations.json")});
        Json results = Json::array();
        for (int i = 1000; i < 1007; ++i)
            results.push_back({{"question_id", i}, {"answer", "cafe"}, {"probability", .5}});
        writeFileAtomically(path("results.json"), jsonText(results));
        run({"review", "import-predictions", file("p.vbsreview"), file("results.json"), "--model", "other"});
        for (const char* id : {"1000", "1002", "1004"})
            decide(id, "accept");
        decide("1001", "correct", R"({"answers": ["tea", "tea", "tea"]})");
        decide("1002", "comment", "Look again.");
        decide("1003", "reject");
        decide("1005", "correct", R"({"answers": ["milk", "milk", "milk"]})");
        change();
    }

    void exportNamesTheWayOut()
    {
        const CommandOutcome outcome = runVisualBert({"review", "export", file("p.vbsreview"), "--dataset",
                                                      file("q.json"), "--annotations", file("a.json"), "--quiet"},
                                                     m_environment);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("visualbert review carry-over"), qPrintable(outcome.err));
    }

    void everyItemHasItsFate()
    {
        const std::string before = readTextFile(path("p.vbsreview"));
        const Json report = run({"review", "carry-over", file("p.vbsreview"), file("n.vbsreview"), "--reviewer", "eve",
                                 "--json", "--quiet"});
        QCOMPARE(report["items"], Json(7));
        QCOMPARE(report["same"], Json(3));
        QCOMPARE(report["as_corrected"],
                 Json::parse(R"([{"item": "1001", "was": "accepted", "changed": ["answers"]}])"));
        QCOMPARE(report["changed"], Json::parse(R"([{"item": "1002", "was": "accepted", "changed": ["answers"]},
                                                    {"item": "1003", "was": "rejected", "changed": ["text"]}])"));
        QCOMPARE(report["gone"], Json::parse(R"([{"item": "1004", "was": "accepted"}])"));
        QCOMPARE(report["came"], Json::parse(R"(["2000"])"));
        QCOMPARE(report["acts"], Json(6));
        QCOMPARE(report["acts_left"], Json(1));
        QCOMPARE(report["answers"], Json(3));
        QCOMPARE(report["answers_left"], Json(4));
        QVERIFY(readTextFile(path("p.vbsreview")) == before);

        const Json counts = run({"review", "show", file("n.vbsreview"), "--json"});
        QCOMPARE(counts["accepted"], Json(3)); // 1000, 1001, 1005
        QCOMPARE(counts["corrected"], Json(1));
        QCOMPARE(counts["rejected"], Json(0));
        QCOMPARE(counts["tags"]["data set changed"], Json(2));
        const Json queue =
            run({"review", "queue", file("n.vbsreview"), "--filter", "tag=data set changed", "--json"})["items"];
        QVERIFY(queue.size() == 2 && queue[0]["item"] == "1002" && queue[1]["item"] == "1003");
        QCOMPARE(run({"review", "queue", file("n.vbsreview"), "--filter", "words=look again", "--json"})["total"],
                 Json(1));
    }

    void theNewProjectExports()
    {
        const Json report = run({"review", "export", file("n.vbsreview"), "--dataset", file("q.json"), "--annotations",
                                 file("a.json"), "--json", "--quiet"});
        QCOMPARE(report["changed"], Json(1));
        const Json answers = readJsonFile(path("a.json"))["annotations"];
        for (const Json& annotation : answers)
            QCOMPARE(annotation["answers"][0]["answer"] == "milk", annotation["question_id"] == 1005);
    }

    /// Undone ones that are younger than all that stands could be.
    void whatIsUndoneIsNotRedone()
    {
        runVisualBert({"review", "redo", file("n.vbsreview"), "--reviewer", "ann"}, m_environment);
        QCOMPARE(run({"review", "show", file("n.vbsreview"), "--json"})["undecided"], Json(4));
    }

    void copiesOfTheOldProjectAreMerged()
    {
        decide("1006", "accept");
        const Json report = run({"review", "merge", file("n.vbsreview"), file("p.vbsreview"), "--json"});
        QCOMPARE(report["added"], Json(1));
        QCOMPARE(report["unknown"], Json(1)); // on 1004
        const Json counts = run({"review", "show", file("n.vbsreview"), "--json"});
        QCOMPARE(counts["accepted"], Json(4));
        QCOMPARE(counts["rejected"], Json(0));
    }

    void neverInPlace()
    {
        for (const char* there : {"p.vbsreview", "n.vbsreview"}) {
            const CommandOutcome outcome =
                runVisualBert({"review", "carry-over", file("p.vbsreview"), file(there), "--quiet"}, m_environment);
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(outcome.err.contains("exists already") && outcome.err.count('\n') == 1, qPrintable(outcome.err));
        }
    }

    void tellsInWords()
    {
        const CommandOutcome outcome = runVisualBert(
            {"review", "carry-over", file("p.vbsreview"), file("words.vbsreview"), "--quiet"}, m_environment);
        QCOMPARE(outcome.exitCode, 0);
        for (const char* line :
             {"7 items, 3 of them as they were; 7 acts carried over.", "1002 (was accepted): answers",
              "1003 (was rejected): text", "New:\n  2000", "Gone:\n  1004 (was accepted)",
              "1 acts on items that are gone", "4 answers of models"})
            QVERIFY2(outcome.out.contains(line), qPrintable(outcome.out));
    }

private:
    QString file(const char* name) const { return m_folder.filePath(name); }
    fs::path path(const char* name) const { return file(name).toStdString(); }

    void decide(const char* id, const char* kind, const char* value = nullptr)
    {
        QStringList arguments{"review", "decide", file("p.vbsreview"), id, kind};
        if (value)
            arguments << value;
        const CommandOutcome outcome = runVisualBert(arguments + QStringList{"--reviewer", "ann"}, m_environment);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    }

    /// The question 1001 has the answers that it was given, 1002 others, 1003 another text; 1004 goes, 2000 comes
    /// first.
    void change()
    {
        OrderedJson questions = parseOrderedJson(readTextFile(path("questions.json")), "questions");
        OrderedJson annotations = parseOrderedJson(readTextFile(path("annotations.json")), "annotations");
        OrderedJson &asked = questions["questions"], &answered = annotations["annotations"];
        for (OrderedJson& answer : answered[1]["answers"])
            answer["answer"] = "tea";
        answered[2]["answers"][0]["answer"] = "water";
        asked[3]["question"] = "Which is number 3?";
        for (OrderedJson* list : {&asked, &answered}) {
            list->erase(4);
            OrderedJson first = (*list)[0];
            first["question_id"] = 2000;
            list->insert(list->begin(), first);
        }
        writeFileAtomically(path("questions.json"), jsonText(questions));
        writeFileAtomically(path("annotations.json"), jsonText(annotations));
    }

    Json run(const QStringList& arguments) const
    {
        const CommandOutcome outcome = runVisualBert(arguments, m_environment);
        if (outcome.exitCode != 0)
            qWarning("%s", qPrintable(outcome.err));
        return Json::parse(outcome.out.toStdString(), nullptr, false);
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

VBS_TEST_MAIN(ReviewCarryCommandTest)
#include "review_carry_command_slow_test.moc"
