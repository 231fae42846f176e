#include "ui/store/server_review_store.h"

#include "core/review/project_export.h"
#include "core/review/project_sources.h"
#include "tests/support/local_postgres.h"
#include "tests/support/message_of.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"
#include "ui/store/review_project_file.h"

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class ServerReviewStoreTest : public QObject, private TextFiles {
    Q_OBJECT

    LocalPostgres m_server;
    int m_projects = 0;
    std::string m_name; ///< of the test's project

    TeamSettings settings(const char* folder = "ann") const
    {
        return {path(folder), std::chrono::seconds(600), std::chrono::milliseconds(0)};
    }

    std::unique_ptr<ServerReviewStore> opened(const char* folder = "ann") const
    {
        return std::make_unique<ServerReviewStore>(serverAddressOf(m_server.address(m_name)), settings(folder));
    }

    std::unique_ptr<ServerReviewStore> made(int count = 7, int reviewers = 1)
    {
        m_name = "project%20" + std::to_string(m_projects++);
        ProjectDraft draft = draftOf(writeQuestions(path(""), count));
        draft.project.reviewersWanted = reviewers;
        makeReviewProject(m_server.address(m_name), draft);
        return opened();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Programs keep what waits below the user's folder, which a test does not touch.
        qputenv("XDG_DATA_HOME", path("home").c_str());
        if (const QString why = LocalPostgres::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    }

    void holdsTheDataSet()
    {
        const auto store = made();
        QCOMPARE(store->count(), std::size_t(7));
        const ReviewItem item = store->item(4);
        QCOMPARE(item.example.id, std::string("1004"));
        QCOMPARE(item.example.truth.answers, (std::vector<std::string>{"café", "cafe4", "café"}));
        QVERIFY(store->numberOf("1004") == 4u && !store->numberOf("4"));
        QVERIFY_THROWS_EXCEPTION(Error, store->item(7));
        QVERIFY_THROWS_EXCEPTION(Error, store->item(0xffffffff));
        QCOMPARE(store->withGroupOf(4), (std::vector<std::uint32_t>{3, 4, 5}));
        const ReviewSummaries summaries = store->summaries();
        QCOMPARE(summaries.types, (std::vector<std::string>{"even", "odd"}));
        QCOMPARE(summaries.items[6].group, 2u);
        QVERIFY(std::abs(summaries.items[0].dissent - 1 / 3.f) < 1e-6f && summaries.items[0].surprise < 0);
        const auto lines = store->lines(std::vector<std::uint32_t>{6, 0});
        QCOMPARE(lines[0].id, std::string("1006"));
        QCOMPARE(lines[1].truth, std::string("café (2 of 3)"));
    }

    void findsByTheBeginningsOfWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("count");
        QTest::newRow("a word") << "number" << 7;
        QTest::newRow("the beginning of one") << "num" << 7;
        QTest::newRow("not its end") << "umber" << 0;
        QTest::newRow("two words") << "what 4" << 1;
        QTest::newRow("an accent is no matter") << "CAFÉ" << 7;
        QTest::newRow("operators are words") << "number OR nothing" << 0;
        QTest::newRow("signs") << "\"number\" ' ? $$ ( * ^ : - & | ! \\" << 7;
        QTest::newRow("signs alone") << "'?*(" << 0;
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

    void keepsActsAndTheirOrder()
    {
        auto store = made();
        const std::string odd("it's \\ a \"text\"? \0 \xf0\x9f\x98\x80 ?", 26);
        const Decision first = store->add(act(1, DecisionKind::Comment, "o'hara", odd));
        for (std::uint32_t i = 0; i < 3; ++i)
            store->add(act(i, DecisionKind::Accept));
        store->add(act(0, DecisionKind::Reject, "bob"));
        store = opened();
        QCOMPARE(store->decisionsOf(1).front().reviewer, std::string("o'hara"));
        QString expected = QString::fromStdString(odd);
        expected.replace(QChar(0), QChar(0xfffd)); // which PostgreSQL has none of
        QCOMPARE(QString::fromStdString(store->decisionsOf(1).front().value), expected);
        QCOMPARE(store->undo("ann")->item, 2u);
        QCOMPARE(store->undo("ann")->item, 1u);
        store = opened();
        QCOMPARE(store->redo("ann")->item, 1u);
        store->add(act(5, DecisionKind::Unsure));
        QVERIFY(!store->redo("ann"));
        QCOMPARE(store->decisions().size(), std::size_t(6));
        QCOMPARE(store->decisions().front().id, first.id);
        const SqlConnection& connection = store->connection();
        for (const char* change : {"DELETE FROM decision", "TRUNCATE decision", "UPDATE decision SET reviewer = 'eve'",
                                   "UPDATE decision SET token = token || 'x'"})
            QVERIFY2(messageOf([&] { connection.run(change); }).contains("decisions are never"), change);
        connection.run("UPDATE decision SET undone = 1");
    }

    void keepsPredictionsFiltersAndNotes()
    {
        const auto store = made();
        Prediction one{3, "", 2.5, .25, .6, "red 90 %", R"({"answers":[["red",0.9]]})"};
        const Prediction other{4, "It is missing.", -1, -1, -1, "", ""};
        store->putPredictions("a", std::vector{one, other});
        one.surprise = 1e-7;
        store->putPredictions("a", std::vector{one});
        QVERIFY(store->prediction("a", 3) == one && store->prediction("a", 4) == other);
        std::vector<std::uint32_t> visited;
        store->forEachPrediction("a", [&](const Prediction& prediction) {
            visited.push_back(store->item(prediction.item).number); // other statements meanwhile
        });
        QCOMPARE(visited, (std::vector<std::uint32_t>{3, 4}));
        ReviewProject project = store->project();
        project.model = "a";
        store->setProject(project);
        QCOMPARE(store->lines(std::vector<std::uint32_t>{3})[0].guess, std::string("red 90 %"));
        ReviewFilter filter;
        filter.type = "odd";
        store->setFilter("to do", filter);
        store->setFilter("to do", filter);
        store->setNote("ann", "place", "4");
        store->setNote("ann", "place", "5");
        QVERIFY(opened()->filters() == (std::map<std::string, ReviewFilter>{{"to do", filter}}));
        store->removeFilter("to do");
        QVERIFY(store->filters().empty());
        QCOMPARE(opened()->note("ann", "place"), std::string("5"));
    }

    void aFailedImportLeavesNothing()
    {
        m_name = "cancelled";
        std::stop_source stop;
        const JobControl control{stop.get_token(), [&](const Progress&) { stop.request_stop(); }};
        const ProjectDraft draft = draftOf(writeQuestions(path(""), 9000));
        QVERIFY_THROWS_EXCEPTION(Error, makeReviewProject(m_server.address(m_name), draft, control));
        QVERIFY2(messageOf([&] { opened(); }).contains("does not exist"), "It is there.");
        makeReviewProject(m_server.address(m_name), draft);
        QCOMPARE(opened()->count(), std::size_t(9000));
        const QString again = messageOf([&] { makeReviewProject(m_server.address(m_name), draft); });
        QVERIFY2(again.contains("exists already"), qPrintable(again));
        QCOMPARE(opened()->count(), std::size_t(9000));
    }

    void whatCannotBeOpenedIsNamed_data()
    {
        QTest::addColumn<QString>("spoil");
        QTest::addColumn<QString>("says");
        QTest::newRow("later version") << "UPDATE meta SET value = '99' WHERE key = 'format'"
                                       << "later version";
        QTest::newRow("no format") << "DELETE FROM meta WHERE key = 'format'"
                                   << "no review project";
        QTest::newRow("no record") << "DELETE FROM meta WHERE key = 'project'"
                                   << "no whole review project";
        QTest::newRow("other tables") << "DROP TABLE meta"
                                      << "no review project";
    }
    void whatCannotBeOpenedIsNamed()
    {
        QFETCH(QString, spoil);
        QFETCH(QString, says);
        made()->connection().run(spoil);
        const QString message = messageOf([&] { opened(); });
        QVERIFY2(message.contains(says) && message.contains("project"), qPrintable(message));
        QVERIFY(!message.contains('\n'));
    }

    void aServerThatIsNotThereIsNamed()
    {
        std::string address = m_server.address("p");
        address.replace(address.find("/postgres/"), 10, "/nowhere/");
        QString message = messageOf([&] { openReviewProject(address); });
        QVERIFY2(message.contains("database \"nowhere\" does not exist."), qPrintable(message));
        message = messageOf([&] { openReviewProject("postgresql://ann:secret@127.0.0.1:1/d/p"); });
        QVERIFY2(message.contains("postgresql://ann@127.0.0.1:1/d/p cannot be reached"), qPrintable(message));
        QVERIFY(!message.contains("secret") && !message.contains('\n'));
    }

    void filesMayLieElsewhereHere()
    {
        auto ann = made();
        const auto bob = opened("bob");
        const fs::path elsewhere = path("elsewhere");
        bob->setFilesHere({{}, {}, elsewhere});
        QCOMPARE(bob->project().files.images, elsewhere);
        QVERIFY(bob->item(0).example.pictures.at(0).string().starts_with(elsewhere.string()));
        QVERIFY(ann->project().files.images != elsewhere);
        QCOMPARE(bob->project().files.dataset, ann->project().files.dataset);
        ReviewProject project = opened("bob")->project();
        project.model = "m";
        bob->setProject(project); // keeps bob's places to himself
        QCOMPARE(ann->project().files, opened("carl")->project().files);
        QCOMPARE(ann->project().model, std::string("m"));
        QVERIFY(ann->project().files.images != elsewhere);
        QCOMPARE(bob->project().files.images, elsewhere);
        QVERIFY(changedSources(bob->project()).empty());
    }

    void copiesThereAndBackAreTheSame()
    {
        const std::string file = path("there.vbsreview").string(), back = path("back.vbsreview").string();
        {
            const auto store = makeReviewProject(file, draftOf(writeQuestions(path(""), 2500)));
            for (std::uint32_t i = 0; i < 20; ++i)
                store->add(act(i, i % 2 ? DecisionKind::Comment : DecisionKind::Accept, "ann", "a remark"));
            store->undo("ann");
            store->setNote("ann", "place", "5");
            store->setFilter("all", {});
            store->putPredictions("m", std::vector{Prediction{7, "", .1, .2, .3, "red", "{}"}});
        }
        m_name = "copied";
        copyReviewProject(file, m_server.address(m_name));
        copyReviewProject(m_server.address(m_name), back);
        const auto first = openReviewProject(file), last = openReviewProject(back);
        const auto middle = opened();
        for (const ReviewStore* copy : std::initializer_list<const ReviewStore*>{middle.get(), last.get()}) {
            QVERIFY(copy->decisions() == first->decisions());
            QCOMPARE(copy->project(), first->project());
            QCOMPARE(copy->count(), std::size_t(2500));
            QVERIFY(copy->item(2499).example == first->item(2499).example);
            QVERIFY(copy->prediction("m", 7) == first->prediction("m", 7));
            QCOMPARE(copy->note("ann", "place"), std::string("5"));
            QVERIFY(copy->filters() == first->filters());
            QCOMPARE(copy->search("remark"), first->search("remark"));
            QCOMPARE(copy->search("number 17").size(), std::size_t(111));
        }
        QCOMPARE(middle->redo("ann")->item, 19u);
        QCOMPARE(middle->add(act(0, DecisionKind::Reject)).id, 21);
        QCOMPARE(last->add(act(0, DecisionKind::Reject)).id, 21);
        QVERIFY_THROWS_EXCEPTION(Error, copyReviewProject(file, back));
    }

    void actsOfACopyComeBackOnce()
    {
        const auto server = made();
        server->add(act(1, DecisionKind::Accept, "bob"));
        server->add(act(2, DecisionKind::Accept, "ann"));
        const std::string file = path("away.vbsreview").string();
        fs::remove(file);
        copyReviewProject(m_server.address(m_name), file);
        const auto away = openReviewProject(file);
        away->undo("ann");
        away->add(act(3, DecisionKind::Reject, "ann"));
        away->add(act(4, DecisionKind::Comment, "ann", "blurred"));
        server->undo("bob"); // meanwhile
        server->add(act(5, DecisionKind::Unsure, "bob"));
        for (const std::size_t times : {1, 0}) {
            const MergeReport report = mergeReviewProject(file, m_server.address(m_name));
            QCOMPARE(report.added, 2 * times);
            QCOMPARE(report.undone, times);
            QCOMPARE(report.unknown, std::size_t(0));
        }
        const std::vector<Decision> acts = server->decisions();
        QCOMPARE(acts.size(), std::size_t(5));
        QVERIFY(acts[0].undone && acts[1].undone && !acts[2].undone);
        QCOMPARE(acts[3].item, 3u);
        QCOMPARE(server->search("blur"), std::vector<std::uint32_t>{4});
    }
};

VBS_TEST_MAIN(ServerReviewStoreTest)
#include "server_review_store_test.moc"
