#include "core/engine/request_queue.h"

#include "tests/core/engine/request_queue_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

using namespace vbs;
using vbs::test::ask;
using vbs::test::BackendScript;
using vbs::test::Fixture;
using vbs::test::ScriptedBackend;
using Wait = BackendScript::Step::Wait;
using Priority = RequestQueue::Priority;

/// Requests that are done when nothing else waits.
class BackgroundRequestsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comeLastWheneverTheyWereAskedFor();
    void giveWayWhileTheyRun_data();
    void giveWayWhileTheyRun();
    void keepTheirOrderWhenTheyGiveWay();
    void aResultThatCameAllTheSameIsMadeAnew();
    void cancelledWhileTheyGiveWayTheyAreNotBegunAgain();
    void doNotGiveWayToEachOther();
    void areAnsweredWhenTheQueueGoes();
    void surviveManyThreads();
};

void BackgroundRequestsTest::comeLastWheneverTheyWereAskedFor()
{
    Fixture f;
    f.pushWaiting(Wait::DeafUntilReleased);
    const RequestId running = f.queue->submit(ask("running"));
    QVERIFY(f.script->waitForStarted(1));
    const RequestId first = f.queue->submit(ask("background 1"), Priority::Background);
    const RequestId second = f.queue->submit(ask("background 2"), Priority::Background);
    const RequestId ordinary = f.queue->submit(ask("ordinary"));
    const RequestId typed = f.queue->submit(ask("typed"), Priority::Interactive);
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(5));
    QCOMPARE(f.inbox.order(), (std::vector<RequestId>{running, ordinary, typed, first, second}));
    for (const RequestId id : f.inbox.order())
        QVERIFY(f.inbox.is<InferenceResult>(id));
}

void BackgroundRequestsTest::giveWayWhileTheyRun_data()
{
    QTest::addColumn<int>("priority");
    QTest::newRow("to an ordinary one") << int(Priority::Ordinary);
    QTest::newRow("to an interactive one") << int(Priority::Interactive);
}

void BackgroundRequestsTest::giveWayWhileTheyRun()
{
    QFETCH(const int, priority);
    Fixture f;
    f.pushWaiting(Wait::UntilReleased); // a good engine: it stops when it is asked to
    const RequestId background = f.queue->submit(ask("background"), Priority::Background);
    QVERIFY(f.script->waitForStarted(1));
    const RequestId asked = f.queue->submit(ask("asked"), Priority(priority));
    QVERIFY(f.inbox.waitForReplies(2));
    QCOMPARE(f.inbox.order(), (std::vector<RequestId>{asked, background}));
    QVERIFY(f.inbox.is<InferenceResult>(background)); // one reply, and it is no Cancelled
    QCOMPARE(f.script->texts(), (std::vector<std::string>{"background", "asked", "background"}));
}

void BackgroundRequestsTest::keepTheirOrderWhenTheyGiveWay()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    const RequestId first = f.queue->submit(ask("1"), Priority::Background);
    QVERIFY(f.script->waitForStarted(1));
    const RequestId second = f.queue->submit(ask("2"), Priority::Background);
    const RequestId asked = f.queue->submit(ask("asked"));
    QVERIFY(f.inbox.waitForReplies(3));
    QCOMPARE(f.inbox.order(), (std::vector<RequestId>{asked, first, second}));
}

void BackgroundRequestsTest::aResultThatCameAllTheSameIsMadeAnew()
{
    Fixture f;
    f.pushWaiting(Wait::DeafUntilReleased);
    const RequestId background = f.queue->submit(ask("background"), Priority::Background);
    QVERIFY(f.script->waitForStarted(1));
    const RequestId asked = f.queue->submit(ask("asked"));
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(2));
    QVERIFY(f.inbox.is<InferenceResult>(background));
    QVERIFY(f.inbox.is<InferenceResult>(asked));
    QCOMPARE(f.script->mostAtOnce(), 1);
}

void BackgroundRequestsTest::cancelledWhileTheyGiveWayTheyAreNotBegunAgain()
{
    Fixture f;
    f.pushWaiting(Wait::DeafUntilReleased);
    f.pushWaiting(Wait::DeafUntilReleased);
    const RequestId background = f.queue->submit(ask("background"), Priority::Background);
    QVERIFY(f.script->waitForStarted(1));
    const RequestId asked = f.queue->submit(ask("asked"));
    f.queue->cancel(background);
    f.script->release();
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(2));
    QVERIFY(f.inbox.is<Cancelled>(background));
    QVERIFY(f.inbox.is<InferenceResult>(asked));
    QCOMPARE(f.script->texts(), (std::vector<std::string>{"background", "asked"}));
}

void BackgroundRequestsTest::doNotGiveWayToEachOther()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    const RequestId first = f.queue->submit(ask("1"), Priority::Background);
    QVERIFY(f.script->waitForStarted(1));
    const RequestId second = f.queue->submit(ask("2"), Priority::Background);
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(2));
    QCOMPARE(f.inbox.order(), (std::vector<RequestId>{first, second}));
    QCOMPARE(f.script->started(), 2);
}

void BackgroundRequestsTest::areAnsweredWhenTheQueueGoes()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    const RequestId running = f.queue->submit(ask("1"), Priority::Background);
    QVERIFY(f.script->waitForStarted(1));
    const RequestId waiting = f.queue->submit(ask("2"), Priority::Background);
    f.queue.reset();
    QVERIFY(f.inbox.is<Cancelled>(running));
    QVERIFY(f.inbox.is<Cancelled>(waiting));
}

void BackgroundRequestsTest::surviveManyThreads()
{
    constexpr int kThreads = 8, kEach = 150;
    constexpr Priority kPriorities[] = {Priority::Background, Priority::Ordinary, Priority::Interactive};
    Fixture f;
    std::mutex mutex;
    std::vector<RequestId> ids;
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            std::mt19937 random(static_cast<unsigned>(t));
            for (int i = 0; i < kEach; ++i) {
                const RequestId id = f.queue->submit(ask("what"), kPriorities[random() % 3]);
                if (random() % 4 == 0)
                    f.queue->cancel(id - random() % 3);
                const std::lock_guard lock(mutex);
                ids.push_back(id);
            }
        });
    }
    threads.clear();
    QVERIFY(f.inbox.waitForReplies(kThreads * kEach));
    QCOMPARE(f.script->mostAtOnce(), 1);
    QCOMPARE(f.inbox.order().size(), std::size_t(kThreads * kEach));
    for (const RequestId id : ids)
        QCOMPARE(f.inbox.repliesTo(id), std::size_t(1));
}

VBS_TEST_MAIN(BackgroundRequestsTest)
#include "background_requests_test.moc"
