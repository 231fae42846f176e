#include "tests/support/local_postgres.h"
#include "tests/support/message_of.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"
#include "ui/store/review_project_file.h"
#include "ui/store/server_review_store.h"

#include <QElapsedTimer>

#include <numeric>

using namespace vbs;
using namespace vbs::test;

namespace {

const std::vector<std::uint32_t> kOrder{2, 0, 1, 3};

} // namespace

class ServerTeamTest : public QObject, private TextFiles {
    Q_OBJECT

    LocalPostgres m_server;
    int m_projects = 0;
    std::string m_name; ///< of the test's project

    std::unique_ptr<ServerReviewStore> opened(const char* reviewer, int lapse = 600) const
    {
        const TeamSettings settings{path((m_name + reviewer).c_str()), std::chrono::seconds(lapse),
                                    std::chrono::milliseconds(0)};
        return std::make_unique<ServerReviewStore>(serverAddressOf(m_server.address(m_name)), settings);
    }

    void make(int reviewers = 1)
    {
        m_name = "p" + std::to_string(m_projects++);
        ProjectDraft draft = draftOf(writeQuestions(path(""), 4));
        draft.project.reviewersWanted = reviewers;
        makeReviewProject(m_server.address(m_name), draft);
    }

    void restart() { QVERIFY2(m_server.start(), qPrintable(m_server.failure())); }

    /// What waits on a reviewer's computer.
    TeamFile fileOf(const std::string& reviewer) const
    {
        std::filesystem::path found;
        for (const auto& entry : std::filesystem::directory_iterator(path((m_name + reviewer).c_str())))
            if (entry.path().extension() == ".vbsteam")
                found = entry.path();
        return TeamFile(found);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", path("home").c_str());
        if (const QString why = LocalPostgres::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    }

    void aFileHasNoTeam()
    {
        const auto store = makeReviewProject(path("p.vbsreview").string(), draftOf(writeQuestions(path(""), 2)));
        QVERIFY(!store->team());
        make();
        QVERIFY(openReviewProject(m_server.address(m_name))->team());
    }

    void anItemIsOneReviewersAtATime()
    {
        make();
        const auto ann = opened("ann"), bob = opened("bob");
        QCOMPARE(ann->claimNext("ann", kOrder), 2u);
        QCOMPARE(bob->claimNext("bob", kOrder), 0u);
        QCOMPARE(ann->claimNext("ann", kOrder), 2u); // it is still hers
        QCOMPARE(bob->claim("bob", 2), std::vector<std::string>{"ann"});
        QVERIFY(ann->claims() == (std::vector<Claim>{{0, "bob"}, {2, "ann"}}));
        ann->add(act(2, DecisionKind::Accept, "ann"));
        ann->release("ann", 2);
        QVERIFY(bob->claim("bob", 2).empty()); // to look at what she decided
        bob->release("bob", 2);
        QCOMPARE(bob->claimNext("bob", std::vector<std::uint32_t>{2, 1}), 1u); // it needs nobody any more
        ann->undo("ann");
        QCOMPARE(bob->claimNext("bob", std::vector<std::uint32_t>{2, 1}), 2u);
        QVERIFY(!ann->claimNext("ann", std::vector<std::uint32_t>{2, 0}));
        QCOMPARE(ann->reviewers(), (std::vector<std::string>{"ann", "bob"}));
        QVERIFY_THROWS_EXCEPTION(Error, ann->claim("ann", 4));
        QVERIFY(!ann->claimNext("ann", {}));
    }

    void asManyAsAreWantedHaveAnItem()
    {
        make(2);
        const auto store = opened("ann");
        QCOMPARE(store->claimNext("ann", kOrder), 2u);
        QCOMPARE(store->claimNext("bob", kOrder), 2u);
        QCOMPARE(store->claimNext("carl", kOrder), 0u);
        store->add(act(2, DecisionKind::Comment, "ann", "decides nothing"));
        QCOMPARE(store->claimNext("ann", kOrder), 2u);
        store->add(act(2, DecisionKind::Accept, "ann"));
        store->release("ann", 2);
        QCOMPARE(store->claimNext("ann", kOrder), 0u); // once is enough
        QCOMPARE(store->claim("dora", 2), std::vector<std::string>());
        QCOMPARE(store->claim("ann", 2), (std::vector<std::string>{"bob", "dora"}));
    }

    void claimsLapse()
    {
        make();
        const auto gone = opened("ann", 0), bob = opened("bob");
        QCOMPARE(gone->claimNext("ann", kOrder), 2u);
        QCOMPARE(bob->claimNext("bob", kOrder), 2u);
        QCOMPARE(gone->claim("ann", 2), std::vector<std::string>{"bob"});
        QVERIFY(bob->claims() == (std::vector<Claim>{{2, "bob"}}));
    }

    void longOrdersAreLookedThrough()
    {
        m_name = "long";
        ProjectDraft draft = draftOf(writeQuestions(path(""), 3000));
        makeReviewProject(m_server.address(m_name), draft);
        const auto store = opened("ann");
        std::vector<std::uint32_t> order(3000);
        std::iota(order.begin(), order.end(), 0u);
        store->connection().run("INSERT INTO decision (item, reviewer, time, kind, value, adjudicates, undone, token) "
                                "SELECT number, 'bob', 0, 'accept', '', 0, 0, number::text FROM item WHERE number < "
                                "2999");
        QCOMPARE(store->claimNext("ann", order), 2999u);
    }

    void whatOthersDoIsTold()
    {
        make();
        const auto ann = opened("ann"), bob = opened("bob");
        int calls = 0;
        bob->whenChanged([&] { ++calls; });
        QElapsedTimer timer;
        timer.start();
        const Decision first = ann->add(act(1, DecisionKind::Accept, "ann"));
        QTRY_VERIFY_WITH_TIMEOUT(calls > 0, 1000);
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(bob->changes().decisions == std::vector{first});
        QVERIFY(bob->changes().decisions.empty());
        calls = 0;
        const Decision second = ann->add(act(2, DecisionKind::Flag, "ann"));
        const Decision undone = *ann->undo("ann");
        const Decision bobs = bob->add(act(1, DecisionKind::Reject, "bob"));
        QTRY_VERIFY_WITH_TIMEOUT(calls > 0, 1000);
        QCOMPARE(undone.id, second.id);
        QVERIFY(bob->changes().decisions ==
                (std::vector{undone, bobs})); // as they are now, in the order of the changes
        QVERIFY(ann->changes().decisions == (std::vector{first, undone, bobs}));
        ann->redo("ann");
        QVERIFY(bob->changes().decisions == std::vector{second});
        QVERIFY(opened("carl")->changes().decisions.empty()); // since it was opened
    }

    void actsWaitForTheServer()
    {
        make();
        auto ann = opened("ann");
        const Decision before = ann->add(act(0, DecisionKind::Accept, "ann"));
        m_server.stop();
        QCOMPARE(ann->waiting(), std::size_t(0));
        const Decision waits = ann->add(act(1, DecisionKind::Reject, "ann"));
        QVERIFY(isWaiting(waits) && !isWaiting(before));
        QVERIFY(!ann->isConnected());
        QCOMPARE(ann->waiting(), std::size_t(1));
        const Decision comment = ann->add(act(2, DecisionKind::Comment, "ann", "from far away"));
        QVERIFY(comment.id > waits.id);
        QCOMPARE(ann->undo("ann")->id, comment.id);
        QCOMPARE(ann->undo("ann")->id, waits.id);
        QVERIFY(messageOf([&] { ann->undo("ann"); }).contains("cannot be reached")); // the next one is on the server
        QCOMPARE(ann->redo("ann")->id, waits.id);
        QCOMPARE(ann->redo("ann")->id, comment.id);
        QVERIFY(!ann->redo("ann"));
        QCOMPARE(ann->undo("ann")->id, comment.id);
        const QString message = messageOf([&] { ann->item(0); });
        QVERIFY2(message.contains("cannot be reached") && !message.contains('\n'), qPrintable(message));
        QVERIFY_THROWS_EXCEPTION(ConnectionLost, ann->changes());
        QVERIFY_THROWS_EXCEPTION(ConnectionLost, ann->claimNext("ann", kOrder));
        ann.reset(); // the program ends, and begins anew once the server is there
        QVERIFY_THROWS_EXCEPTION(ConnectionLost, opened("ann"));
        restart();
        ann = opened("ann");
        QCOMPARE(ann->waiting(), std::size_t(2));
        const TeamChanges changes = ann->changes();
        QCOMPARE(ann->waiting(), std::size_t(0));
        QCOMPARE(changes.sent.size(), std::size_t(2));
        QCOMPARE(changes.sent[0].waitingId, waits.id);
        QVERIFY(changes.sent[0].stored == changes.decisions.at(0) && !changes.sent[0].crowded);
        const std::vector<Decision> all = ann->decisions();
        QCOMPARE(all.size(), std::size_t(3));
        QVERIFY(all[0] == before);
        QCOMPARE(all[1].kind, DecisionKind::Reject);
        QVERIFY(all[2].kind == DecisionKind::Comment && all[2].undone);
        QVERIFY(ann->changes().sent.empty());
        QCOMPARE(ann->redo("ann")->item, 2u);
        QCOMPARE(ann->search("far"), std::vector<std::uint32_t>{2});
    }

    void aServerThatIsBackIsNoticed_data()
    {
        QTest::addColumn<bool>("crash");
        QTest::newRow("stopped") << false;
        QTest::newRow("crashed") << true;
    }
    void aServerThatIsBackIsNoticed()
    {
        QFETCH(bool, crash);
        make();
        const auto ann = opened("ann"), bob = opened("bob");
        int calls = 0;
        bob->whenChanged([&] { ++calls; });
        const Decision first = ann->add(act(0, DecisionKind::Accept, "ann"));
        m_server.stop(crash);
        restart();
        QCoreApplication::processEvents(); // the end of the connection
        const Decision second = ann->add(act(1, DecisionKind::Accept, "ann"));
        QVERIFY(second.id > first.id && !isWaiting(second));
        const auto told = [&] {
            try {
                return bob->changes().decisions;
            } catch (const ConnectionLost&) {
                return bob->changes().decisions;
            }
        };
        QVERIFY(told() == (std::vector{first, second}));
        calls = 0;
        ann->add(act(2, DecisionKind::Accept, "ann"));
        QTRY_VERIFY_WITH_TIMEOUT(calls > 0, 1000); // it listens again
    }

    /// The server had it, and the answer got lost: it is sent again.
    void whatWasSentTwiceIsThereOnce()
    {
        make();
        const auto ann = opened("ann");
        const std::string token = newToken();
        const Decision comment = act(0, DecisionKind::Comment, "ann", "single");
        const Decision stored = ann->addOnce(comment, token);
        TeamFile file = fileOf("ann");
        const Decision waiting = file.add(comment, token);
        file.setUndone(waiting, true);
        const TeamChanges changes = ann->changes();
        QCOMPARE(changes.sent.size(), std::size_t(1));
        QCOMPARE(changes.sent[0].stored.id, stored.id);
        QCOMPARE(ann->decisions().size(), std::size_t(1));
        QVERIFY(ann->decisions().front().undone);
    }

    void anItemThatOthersDecidedMeanwhileIsTold()
    {
        make();
        const auto ann = opened("ann"), bob = opened("bob");
        bob->add(act(0, DecisionKind::Accept, "bob"));
        bob->add(act(1, DecisionKind::Comment, "bob", "decides nothing"));
        TeamFile file = fileOf("ann");
        for (const std::uint32_t item : {0u, 1u})
            file.add(act(item, DecisionKind::Reject, "ann"), newToken());
        const TeamChanges changes = ann->changes();
        QVERIFY(changes.sent.at(0).crowded);
        QVERIFY(!changes.sent.at(1).crowded);
    }

    void withoutAFolderNothingCanWait()
    {
        make();
        ServerReviewStore store(serverAddressOf(m_server.address(m_name)),
                                {{}, std::chrono::seconds(1), std::chrono::milliseconds(0)});
        m_server.stop();
        QVERIFY_THROWS_EXCEPTION(ConnectionLost, store.add(act(0, DecisionKind::Accept)));
        QVERIFY_THROWS_EXCEPTION(ConnectionLost, store.undo("ann"));
        restart();
        QVERIFY(store.decisions().empty());
        QVERIFY_THROWS_EXCEPTION(Error, store.setFilesHere({}));
    }
};

VBS_TEST_MAIN(ServerTeamTest)
#include "server_team_test.moc"
