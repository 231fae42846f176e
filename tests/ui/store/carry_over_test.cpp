#include "core/base/json.h"
#include "tests/support/local_postgres.h"
#include "tests/support/message_of.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"
#include "ui/store/review_project_file.h"

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

/// What is decided of an item, whether it is a file or on a server; the fates of items are in core/review.
class CarryOverTest : public QObject, private TextFiles {
    Q_OBJECT

    LocalPostgres m_server;

    /// Six questions, 1000 … 1005, of which two are decided and answered.
    void makeOld(const std::string& where)
    {
        ProjectDraft draft = draftOf(writeQuestions(path(""), 6), {}, "old");
        draft.project.reviewersWanted = 2;
        draft.project.model = "m";
        const auto store = makeReviewProject(where, draft);
        store->add(act(4, DecisionKind::Comment, "ann", "a remark"));
        store->add(act(4, DecisionKind::Accept, "ann"));
        store->add(act(5, DecisionKind::Accept, "bob"));
        store->undo("bob");
        store->add(act(2, DecisionKind::Reject, "ann"));
        store->setFilter("all", {});
        const std::string answers = R"({"answers": [["red", 0.5]]})";
        store->putPredictions("m", std::vector{Prediction{2, "", .1, .2, .3, "red", answers},
                                               Prediction{3, "Gone.", -1, -1, -1, "", ""},
                                               Prediction{4, "", .4, .5, .6, "red", answers}});
        store->putPredictions("other", std::vector{Prediction{5, "", .1, .2, .3, "blue", answers}});
    }

    /// Without the first two, and 1002 asks something else.
    ProjectDraft changed()
    {
        const DatasetFiles files = writeQuestions(path(""), 6);
        OrderedJson questions = parseOrderedJson(readTextFile(files.dataset), "questions");
        questions["questions"].erase(0);
        questions["questions"].erase(0);
        questions["questions"][0]["question"] = "Which?";
        writeFileAtomically(files.dataset, jsonText(questions));
        return draftOf(files);
    }

    void isCarriedOver(const std::string& from, const std::string& to)
    {
        const CarryReport report = carryReviewProject(from, to, changed(), "eve");
        QCOMPARE(report.items, std::size_t(4));
        QCOMPARE(report.same, std::size_t(3));
        QVERIFY(report.changed.size() == 1 && report.changed[0].id == "1002" && report.gone.size() == 2);
        QCOMPARE(report.acts, std::size_t(4));
        QCOMPARE(report.answers, std::size_t(2));
        QCOMPARE(report.answersLeft, std::size_t(2));

        const auto store = openReviewProject(to);
        const ReviewProject project = store->project();
        QCOMPARE(project.name, std::string("old"));
        QCOMPARE(project.model, std::string("m"));
        QCOMPARE(project.reviewersWanted, 2);
        const std::vector<Decision> acts = store->decisions();
        QCOMPARE(acts.size(), std::size_t(5));
        QVERIFY(acts[0].kind == DecisionKind::Reject && acts[0].undone && acts[0].item == 0);
        QVERIFY(acts[1].value == "a remark" && acts[1].item == 2 && !acts[1].undone);
        QVERIFY(acts[3].reviewer == "bob" && acts[3].undone && acts[3].item == 3);
        QVERIFY(acts[4].kind == DecisionKind::Tag && acts[4].value == kChangedTag && acts[4].item == 0 &&
                acts[4].reviewer == "eve");
        QCOMPARE(acts[2].time, std::int64_t(1'700'000'000'000));
        QCOMPARE(store->search("remark"), std::vector<std::uint32_t>{2});
        QVERIFY(!store->prediction("m", 0) && !store->prediction("m", 1));
        QCOMPARE(store->prediction("m", 2)->surprise, .4);
        QCOMPARE(store->prediction("other", 3)->guess, std::string("blue"));
        QCOMPARE(store->filters().size(), std::size_t(1));
        QVERIFY(!store->redo("ann"));
        QCOMPARE(store->redo("bob")->item, 3u); // as in the old project
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_DATA_HOME", path("home").c_str()); }

    void betweenFiles()
    {
        const std::string from = path("from.vbsreview").string(), to = path("to.vbsreview").string();
        makeOld(from);
        isCarriedOver(from, to);
        QCOMPARE(openReviewProject(from)->count(), std::size_t(6));
        QVERIFY(messageOf([&] { carryReviewProject(from, to, changed(), "eve"); }).contains("exists already"));
    }

    void aFailureLeavesNothing()
    {
        const std::string from = path("damaged.vbsreview").string(), to = path("never.vbsreview").string();
        makeOld(from);
        openReviewProject(from)->add(act(2, DecisionKind::Correct, "ann", R"({"answers": 1})"));
        openReviewProject(from)->add(act(2, DecisionKind::Correct, "bob", R"({"answers": 1})"));
        const QString message = messageOf([&] { carryReviewProject(from, to, changed(), "eve"); });
        QVERIFY2(message.startsWith("Item 1002: A correction cannot be used"), qPrintable(message));
        QVERIFY(!fs::exists(to));
    }

    void fromAndToAServer()
    {
        if (const QString why = LocalPostgres::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
        makeOld(m_server.address("from"));
        isCarriedOver(m_server.address("from"), m_server.address("to"));
        isCarriedOver(m_server.address("from"), path("down.vbsreview").string());
    }
};

VBS_TEST_MAIN(CarryOverTest)
#include "carry_over_test.moc"
