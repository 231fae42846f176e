#include "core/base/random.h"
#include "tests/support/local_postgres.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"
#include "ui/store/review_project_file.h"
#include "ui/store/server_review_store.h"

#include <QElapsedTimer>

#include <atomic>
#include <numeric>
#include <set>
#include <thread>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr int kItemsEach = 2000;

/// A reviewer at full speed, in an order of their own, who hears now and then what the other one did. Each act has the
/// next time, so that none can be taken for another.
struct Reviewer {
    std::string name, failure;
    int waited = 0; ///< acts that the server could not take at once
    std::set<std::int64_t> told;

    static void leaveOut(std::vector<std::uint32_t>& order, const TeamChanges& changes)
    {
        std::set<std::uint32_t> decided;
        for (const Decision& decision : changes.decisions)
            decided.insert(decision.item);
        std::erase_if(order, [&](std::uint32_t item) { return decided.contains(item); });
    }

    void work(const ServerAddress& address, const TeamSettings& settings, std::uint64_t seed, std::atomic<int>& done,
              const std::atomic<bool>& serverIsThere)
    {
        try {
            ServerReviewStore store(address, settings);
            std::vector<std::uint32_t> order(2 * kItemsEach);
            std::iota(order.begin(), order.end(), 0u);
            Rng rng(seed);
            for (std::size_t i = order.size() - 1; i > 0; --i)
                std::swap(order[i], order[rng.below(i + 1)]);
            for (int decided = 0; decided < kItemsEach;) {
                try {
                    if (decided % 10 == 9)
                        leaveOut(order, store.changes());
                    const auto item = store.claimNext(name, order);
                    if (!item)
                        throw Error(ErrorCode::Internal, "There is nothing left for " + name + ".");
                    Decision decision = act(*item, DecisionKind::Accept, name);
                    decision.time = ++decided;
                    const Decision kept = store.add(decision);
                    if (store.waiting() > 0)
                        ++waited;
                    else
                        told.insert(kept.id);
                    ++done;
                    done.notify_all();
                    store.release(name, *item);
                } catch (const ConnectionLost&) {
                    serverIsThere.wait(false);
                }
            }
            for (int tries = 0; store.waiting() > 0 && tries < 100; ++tries) {
                try {
                    store.changes();
                } catch (const ConnectionLost&) {
                    serverIsThere.wait(false);
                }
            }
        } catch (const std::exception& e) {
            failure = e.what();
            done = 100 * kItemsEach;
            done.notify_all();
        }
    }
};

} // namespace

class TwoReviewersTest : public QObject, private TextFiles {
    Q_OBJECT

    LocalPostgres m_server;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", path("home").c_str());
        if (const QString why = LocalPostgres::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    }

    void noItemIsDecidedTwiceAndNoneIsLost_data()
    {
        QTest::addColumn<int>("restarts");
        QTest::newRow("without a restart") << 0;
        QTest::newRow("restarts and crashes in between") << 4;
    }
    void noItemIsDecidedTwiceAndNoneIsLost()
    {
        QFETCH(int, restarts);
        const std::string address = m_server.address("race" + std::to_string(restarts));
        makeReviewProject(address, draftOf(writeQuestions(path(""), 2 * kItemsEach)));
        const ServerAddress server = serverAddressOf(address);
        std::atomic<int> done{0};
        std::atomic<bool> serverIsThere{true};
        std::array<Reviewer, 2> reviewers{Reviewer{"ann", "", 0, {}}, Reviewer{"bob", "", 0, {}}};
        std::vector<std::jthread> threads;
        QElapsedTimer timer;
        timer.start();
        for (std::size_t i = 0; i < reviewers.size(); ++i) {
            const TeamSettings settings{path(reviewers[i].name.c_str()), std::chrono::seconds(600),
                                        std::chrono::milliseconds(0)};
            threads.emplace_back([&, i, settings] { reviewers[i].work(server, settings, i, done, serverIsThere); });
        }
        for (int i = 1; i <= restarts; ++i) {
            const int enough = i * 2 * kItemsEach / (restarts + 1);
            for (int now = done; now < enough; now = done)
                done.wait(now);
            serverIsThere = false;
            m_server.stop(i % 2 == 0);
            const bool started = m_server.start();
            serverIsThere = true;
            serverIsThere.notify_all();
            QVERIFY2(started, qPrintable(m_server.failure()));
        }
        threads.clear();
        qInfo("%d items a second, %d acts had to wait", int(done * 1000 / timer.elapsed()),
              reviewers[0].waited + reviewers[1].waited);
        for (const Reviewer& reviewer : reviewers)
            QVERIFY2(reviewer.failure.empty(), reviewer.failure.c_str());
        verify(server, reviewers);
    }

private:
    void verify(const ServerAddress& server, const std::array<Reviewer, 2>& reviewers)
    {
        const ServerReviewStore store(server, {path("ann"), std::chrono::seconds(1), std::chrono::milliseconds(0)});
        QCOMPARE(store.waiting(), std::size_t(0));
        std::set<std::uint32_t> items;
        std::set<std::int64_t> ids;
        std::map<std::string, std::int64_t> last;
        for (const Decision& decision : store.decisions()) {
            QVERIFY2(items.insert(decision.item).second, "An item was decided twice.");
            QCOMPARE(decision.time, ++last[decision.reviewer]); // each once, and in their order
            ids.insert(decision.id);
        }
        QCOMPARE(items.size(), std::size_t(2 * kItemsEach));
        for (const Reviewer& reviewer : reviewers) {
            QCOMPARE(last[reviewer.name], kItemsEach);
            QVERIFY(std::ranges::includes(ids, reviewer.told));
        }
    }
};

VBS_TEST_MAIN(TwoReviewersTest)
#include "two_reviewers_slow_test.moc"
