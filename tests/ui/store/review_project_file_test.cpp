#include "ui/store/review_project_file.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/review/project_export.h"
#include "core/review/project_sources.h"
#include "core/review/review_index.h"
#include "tests/support/full_disk.h"
#include "tests/support/message_of.h"
#include "tests/support/reference_data.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"
#include "ui/store/sql_connection.h"

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class ReviewProjectFileTest : public QObject, private TextFiles {
    Q_OBJECT

    std::unique_ptr<ReviewStore> made(int count = 7)
    {
        fs::remove(path("p.vbsreview"));
        return makeReviewProject(path("p.vbsreview"), draftOf(writeQuestions(path(""), count)));
    }

    std::vector<Decision> standing(const ReviewStore& store) const
    {
        std::vector<Decision> all = store.decisions();
        std::erase_if(all, [](const Decision& decision) { return decision.undone; });
        return all;
    }

private Q_SLOTS:
    void holdsTheDataSet()
    {
        const auto store = made();
        QCOMPARE(store->count(), std::size_t(7));
        const ReviewItem item = store->item(4);
        QCOMPARE(item.example.id, std::string("1004"));
        QCOMPARE(item.example.text, std::string("What is number 4?"));
        QCOMPARE(item.example.truth.answers, (std::vector<std::string>{"café", "cafe4", "café"}));
        QVERIFY(store->numberOf("1004") == 4u && !store->numberOf("4"));
        QVERIFY_THROWS_EXCEPTION(Error, store->item(7));
        QCOMPARE(store->withGroupOf(4), (std::vector<std::uint32_t>{3, 4, 5}));
        const ReviewSummaries summaries = store->summaries();
        QCOMPARE(summaries.items.size(), std::size_t(7));
        QCOMPARE(summaries.types, (std::vector<std::string>{"even", "odd"}));
        QCOMPARE(summaries.items[5].type, 1u);
        QCOMPARE(summaries.items[6].group, 2u);
        QVERIFY(std::abs(summaries.items[0].dissent - 1 / 3.f) < 1e-6f && summaries.items[0].surprise < 0);
        const auto lines = store->lines(std::vector<std::uint32_t>{6, 0});
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].id, std::string("1006"));
        QCOMPARE(lines[1].truth, std::string("café (2 of 3)"));
        QVERIFY(lines[1].guess.empty());
    }

    void findsByTheBeginningsOfWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("count");
        QTest::newRow("a word") << "number" << 7;
        QTest::newRow("the beginning of one") << "num" << 7;
        QTest::newRow("not its end") << "umber" << 0;
        QTest::newRow("two words") << "what 4" << 1;
        QTest::newRow("of another question") << "what 9" << 0;
        QTest::newRow("an accent is no matter") << "CAFE" << 7;
        QTest::newRow("operators are words") << "number OR nothing" << 0;
        QTest::newRow("signs") << "\"number\" ( * ^ : -" << 7;
        QTest::newRow("signs alone") << "\"*(" << 0;
        QTest::newRow("a comment") << "odd rem" << 1;
    }
    void findsByTheBeginningsOfWords()
    {
        QFETCH(QString, typed);
        QFETCH(int, count);
        const auto store = made();
        store->add(act(2, DecisionKind::Comment, "ann", "an odd remark"));
        store->add(act(3, DecisionKind::Comment, "ann", "an odd remark, too"));
        store->undo("ann");
        QCOMPARE(int(store->search(typed.toStdString()).size()), count);
    }

    void undoesAndRedoesAcrossRestarts()
    {
        auto store = made();
        const auto again = [&] { store = openReviewProject(path("p.vbsreview")); };
        QVERIFY(!store->undo("ann") && !store->redo("ann"));
        for (std::uint32_t i = 0; i < 3; ++i)
            store->add(act(i, DecisionKind::Accept));
        store->add(act(0, DecisionKind::Reject, "bob"));
        again();
        QCOMPARE(store->undo("ann")->item, 2u); // bob's is his own
        QCOMPARE(store->undo("ann")->item, 1u);
        again();
        QCOMPARE(store->redo("ann")->item, 1u);
        QCOMPARE(store->redo("ann")->item, 2u);
        QVERIFY(!store->redo("ann"));
        store->undo("ann");
        store->undo("ann");
        store->add(act(5, DecisionKind::Unsure)); // from here on there is nothing to redo
        again();
        QVERIFY(!store->redo("ann"));
        const auto left = standing(*store);
        QCOMPARE(left.size(), std::size_t(3));
        QCOMPARE(left[0].item, 0u);
        QCOMPARE(left[1].reviewer, std::string("bob"));
        QCOMPARE(left[2].kind, DecisionKind::Unsure);
        QCOMPARE(store->decisions().size(), std::size_t(5)); // nothing is ever removed
        QCOMPARE(store->undo("ann")->item, 5u);
        QCOMPARE(store->undo("ann")->item, 0u);
        QVERIFY(!store->undo("ann"));
    }

    void keepsPredictionsByModel()
    {
        const auto store = made();
        Prediction one{3, "", 2.5, .25, .6, "red 90 %", R"({"answers":[["red",0.9]]})"};
        Prediction other{4, "It is missing.", -1, -1, -1, "", ""};
        store->putPredictions("a", std::vector{one, other});
        one.surprise = 3;
        store->putPredictions("b", std::vector{one});
        QCOMPARE(store->prediction("a", 3)->surprise, 2.5);
        QVERIFY(store->prediction("b", 3) == one && store->prediction("a", 4) == other);
        QVERIFY(!store->prediction("b", 4));
        std::vector<std::uint32_t> visited;
        store->forEachPrediction("a", [&](const Prediction& prediction) { visited.push_back(prediction.item); });
        QCOMPARE(visited, (std::vector<std::uint32_t>{3, 4}));
        QVERIFY(store->summaries().items[3].surprise < 0); // no model is the project's yet
        ReviewProject project = store->project();
        project.model = "b";
        store->setProject(project);
        QCOMPARE(store->summaries().items[3].surprise, 3.f);
        QCOMPARE(store->lines(std::vector<std::uint32_t>{3})[0].guess, std::string("red 90 %"));
    }

    void keepsFiltersAndNotes()
    {
        const auto store = made();
        ReviewFilter filter;
        filter.decided = false;
        filter.type = "odd";
        store->setFilter("to do", filter);
        store->setNote("ann", "place", "5");
        const auto again = openReviewProject(path("p.vbsreview"));
        QVERIFY(again->filters() == (std::map<std::string, ReviewFilter>{{"to do", filter}}));
        again->removeFilter("to do");
        QVERIFY(store->filters().empty());
        QCOMPARE(again->note("ann", "place"), std::string("5"));
        QVERIFY(again->note("bob", "place").empty());
    }

    void exportsWhatWasDecided()
    {
        const auto store = made();
        const DatasetFiles from = store->project().files, to{path("new-q.json"), path("new-a.json"), {}};
        exportDataset(*store, ExportScope::All, to);
        QCOMPARE(readTextFile(to.dataset), readTextFile(from.dataset));
        QCOMPARE(readTextFile(to.annotations), readTextFile(from.annotations));
        store->add(act(2, DecisionKind::Correct, "ann", R"({"answers":["tea","cafe2","tea"]})"));
        store->add(act(3, DecisionKind::Correct, "ann", R"({"text":"Which?"})"));
        store->add(act(3, DecisionKind::Reject));
        ExportReport report = exportDataset(*store, ExportScope::All, to);
        QCOMPARE(report.changed, std::size_t(1)); // a rejected item stays as it was
        QCOMPARE(readTextFile(to.dataset), readTextFile(from.dataset));
        QString expected = QString::fromStdString(readTextFile(from.annotations));
        QStringList lines = expected.split('\n');
        lines[3].replace("café", "tea");
        QCOMPARE(QString::fromStdString(readTextFile(to.annotations)), lines.join('\n'));
        report = exportDataset(*store, ExportScope::AcceptedOnly, to);
        QCOMPARE(report.items, std::size_t(1));
        QCOMPARE(openReviewed(to), std::size_t(1));
        exportDataset(*store, ExportScope::WithoutRejected, to);
        QCOMPARE(openReviewed(to), std::size_t(6));
        const auto changes = changesOf(*store);
        QCOMPARE(changes.size(), std::size_t(2));
        QCOMPARE(changes[0].before, std::string(R"({"answers":["café","cafe2","café"]})"));
        QCOMPARE(changes[1].verdict, std::string("rejected"));
        QCOMPARE(QString::fromStdString(changesAsCsv(changes)).count("\r\n"), 3);
        QCOMPARE(changesAsJson(changes)[0]["after"]["answers"][0], OrderedJson("tea"));
        QVERIFY_THROWS_EXCEPTION(Error, exportDataset(*store, ExportScope::All, from));
        QVERIFY_THROWS_EXCEPTION(Error, exportDataset(*store, ExportScope::All, {to.dataset, {}, {}}));
    }

    void aChangedSourceIsTold()
    {
        const auto store = made();
        const DatasetFiles files = store->project().files;
        QVERIFY(changedSources(store->project()).empty());
        const std::string text = readTextFile(files.annotations);
        write("annotations.json", text); // another time, the same bytes
        QVERIFY(changedSources(store->project()).empty());
        write("annotations.json", text + " ");
        QCOMPARE(changedSources(store->project()).size(), std::size_t(1));
        QVERIFY_THROWS_EXCEPTION(Error, exportDataset(*store, ExportScope::All, {path("x"), path("y"), {}}));
        fs::remove(files.dataset);
        QCOMPARE(changedSources(store->project()).size(), std::size_t(2));
        QCOMPARE(store->item(0).example.id, std::string("1000"));
    }

    void movesTogetherWithItsFiles()
    {
        fs::create_directories(path("old"));
        made();
        for (const char* name : {"p.vbsreview", "questions.json", "annotations.json"})
            fs::rename(path(name), path("old") / name);
        const ReviewProject project = openReviewProject(path("old") / "p.vbsreview")->project();
        QCOMPARE(project.files.dataset, path("old") / "questions.json");
        QVERIFY(changedSources(project).empty());
    }

    /// Its annotators' votes stand in the file; 928 of 6982 statements have one that differs.
    void peopleWhoDisagreeAreFoundInNlvr2()
    {
        const fs::path dev = referenceFolder().empty() ? fs::path() : referenceFolder() / "datasets/nlvr2/dev.json";
        if (dev.empty() || !fs::exists(dev))
            QSKIP("VBS_REFERENCE_DIR names no folder with NLVR2's development annotations.");
        const auto store = makeReviewProject(path("n.vbsreview"), draftOf({dev, {}, path("")}));
        const ReviewIndex index(store->summaries(), {}, 1);
        QCOMPARE(index.size(), std::size_t(6982));
        ReviewFilter filter;
        filter.peopleDisagree = true;
        QCOMPARE(index.count(filter), std::size_t(928));
        QCOMPARE(index.counts().faulty, std::size_t(6982)); // no picture is there
        QVERIFY(!store->item(0).example.text.empty());
        const DatasetFiles to{path("dev.json"), {}, {}};
        exportDataset(*store, ExportScope::All, to);
        QCOMPARE(readTextFile(to.dataset), readTextFile(dev));
    }

    void aCancelledImportLeavesNothing()
    {
        std::stop_source stop;
        JobControl control{stop.get_token(), [&](const Progress&) { stop.request_stop(); }};
        const ProjectDraft draft = draftOf(writeQuestions(path(""), 5000));
        QVERIFY_THROWS_EXCEPTION(Error, makeReviewProject(path("c.vbsreview"), draft, control));
        for (const auto& entry : fs::directory_iterator(path("")))
            QVERIFY2(entry.path().filename().string().find("c.vbsreview") == std::string::npos, entry.path().c_str());
    }

    void refusesWhatIsNoProject_data()
    {
        QTest::addColumn<QString>("spoil"); // a statement, or what the file holds
        QTest::addColumn<QString>("says");
        QTest::newRow("later version") << "PRAGMA user_version = 99"
                                       << "later version";
        QTest::newRow("another program's") << "PRAGMA application_id = 5"
                                           << "no review project";
        QTest::newRow("a view") << "CREATE VIEW v AS SELECT 1"
                                << "its tables are not";
        QTest::newRow("a trigger") << "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM filter; END"
                                   << "its tables are not";
        QTest::newRow("a table less") << "DROP TABLE note"
                                      << "its tables are not";
        QTest::newRow("no record") << "DELETE FROM meta"
                                   << "no whole review project";
        QTest::newRow("damaged record") << "UPDATE meta SET value = '{}'"
                                        << "damaged";
        QTest::newRow("a kind to come") << "INSERT INTO decision (item, reviewer, time, kind, value, adjudicates, "
                                           "undone) VALUES (0, 'a', 0, 'later', '', 0, 0)"
                                        << "";
        QTest::newRow("text") << "!hello, this is some text that is no data base"
                              << "damaged, or no review project";
        QTest::newRow("nothing") << "!"
                                 << "no review project";
    }
    void refusesWhatIsNoProject()
    {
        QFETCH(QString, spoil);
        QFETCH(QString, says);
        made();
        if (spoil.startsWith('!')) {
            fs::remove(path("p.vbsreview"));
            write("p.vbsreview", spoil.mid(1).toStdString());
        } else {
            SqlConnection(path("p.vbsreview"), SqlConnection::Mode::Open).run(spoil);
        }
        const QString message = messageOf([&] { openReviewProject(path("p.vbsreview")); });
        QVERIFY2(says.isEmpty() ? message.isEmpty() : message.contains(says) && message.contains("p.vbsreview"),
                 qPrintable(message));
        QVERIFY(!message.contains('\n'));
    }

    void decisionsCannotBeChangedOrRemoved()
    {
        made()->add(act(0, DecisionKind::Accept));
        const SqlConnection file(path("p.vbsreview"), SqlConnection::Mode::Open);
        QVERIFY_THROWS_EXCEPTION(Error, file.run("DELETE FROM decision"));
        QVERIFY_THROWS_EXCEPTION(Error, file.run("UPDATE decision SET reviewer = 'eve'"));
        file.run("UPDATE decision SET undone = 1");
    }

    void aFullDiskLosesNothing()
    {
        const auto store = made();
        std::size_t kept = 0;
        const std::string text(20'000, 'x');
        const QString message = messageOf([&] {
            const FullDisk disk(fs::file_size(path("p.vbsreview")) + 200'000);
            for (int i = 0; i < 1000; ++i, ++kept)
                store->add(act(1, DecisionKind::Comment, "ann", text));
        });
        QVERIFY2(message.contains("p.vbsreview") && !message.isEmpty(), qPrintable(message));
        QVERIFY(kept > 2 && kept < 1000);
        QCOMPARE(store->decisions().size(), kept);
        store->add(act(1, DecisionKind::Accept)); // there is room again
        QCOMPARE(openReviewProject(path("p.vbsreview"))->decisions().size(), kept + 1);
    }

private:
    std::size_t openReviewed(const DatasetFiles& files) const { return draftOf(files).dataset->count(); }
};

VBS_TEST_MAIN(ReviewProjectFileTest)
#include "review_project_file_test.moc"
