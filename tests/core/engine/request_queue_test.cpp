#include "core/engine/request_queue.h"

#include "tests/core/engine/request_queue_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace vbs;
using vbs::test::ask;
using vbs::test::BackendScript;
using vbs::test::Fixture;
using vbs::test::Inbox;
using vbs::test::ScriptedBackend;
using Wait = BackendScript::Step::Wait;
using Priority = RequestQueue::Priority;

class RequestQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersInOrderOnOneOtherThread();
    void latestInteractiveWins();
    void ordinaryOnesAreKept();
    void loadingAPackIsNotReplaced();
    void cancelsTheRunningOne();
    void cancelsAWaitingOneWithoutStartingIt();
    void ignoresUnknownAndFinishedIds();
    void cancelAllStopsEverything();
    void aResultAfterCancellationIsDropped();
    void aPackLoadedDespiteCancellationIsTold();
    void forwardsProgress();
    void noProgressAfterCancellation();
    void errorsBecomeValues_data();
    void errorsBecomeValues();
    void goesOnAfterAnError();
    void destructorStopsAndAnswersEverything();
    void handlersMaySubmitAndCancel();
    void worksWithoutHandlers();
    void survivesManyThreads();
};

void RequestQueueTest::answersInOrderOnOneOtherThread()
{
    Fixture f;
    std::vector<RequestId> ids;
    for (const char* text : {"one", "two", "three", "four"})
        ids.push_back(f.queue->submit(ask(text)));
    QVERIFY(f.inbox.waitForReplies(4));
    QCOMPARE(f.inbox.order(), ids);
    QCOMPARE(f.script->texts(), (std::vector<std::string>{"one", "two", "three", "four"}));
    QCOMPARE(f.script->mostAtOnce(), 1);
    for (const RequestId id : ids)
        QVERIFY(f.inbox.is<InferenceResult>(id));
    for (const auto thread : f.inbox.threads()) {
        QVERIFY(thread != std::this_thread::get_id());
        QVERIFY(thread == f.inbox.threads().front());
    }
}

void RequestQueueTest::latestInteractiveWins()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    const RequestId running = f.queue->submit(ask("w"), Priority::Interactive);
    QVERIFY(f.script->waitForStarted(1));
    const RequestId second = f.queue->submit(ask("wh"), Priority::Interactive);
    const RequestId third = f.queue->submit(ask("wha"), Priority::Interactive);
    const RequestId last = f.queue->submit(ask("what"), Priority::Interactive);
    QVERIFY(f.inbox.waitForReplies(4));
    QVERIFY(f.inbox.is<Cancelled>(running));
    QVERIFY(f.inbox.is<InferenceResult>(last));
    QCOMPARE(f.inbox.order().back(), last);
    // The second may have begun before the third came; none but the last is answered.
    QVERIFY(f.inbox.is<Cancelled>(second));
    QVERIFY(f.inbox.is<Cancelled>(third));
}

void RequestQueueTest::ordinaryOnesAreKept()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    const RequestId running = f.queue->submit(ask("ordinary 1"));
    QVERIFY(f.script->waitForStarted(1));
    const RequestId typed = f.queue->submit(ask("typed"), Priority::Interactive);
    const RequestId waiting = f.queue->submit(ask("ordinary 2"));
    const RequestId last = f.queue->submit(ask("typed more"), Priority::Interactive);
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(4));
    QVERIFY(f.inbox.is<InferenceResult>(running));
    QVERIFY(f.inbox.is<Cancelled>(typed));
    QVERIFY(f.inbox.is<InferenceResult>(waiting));
    QVERIFY(f.inbox.is<InferenceResult>(last));
    QCOMPARE(f.script->texts(), (std::vector<std::string>{"ordinary 1", "ordinary 2", "typed more"}));
}

void RequestQueueTest::loadingAPackIsNotReplaced()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    const RequestId load = f.queue->submit(LoadPackRequest{"packs/a"}, Priority::Interactive);
    QVERIFY(f.script->waitForStarted(1));
    const RequestId asked = f.queue->submit(ask("what"), Priority::Interactive);
    const RequestId waitingLoad = f.queue->submit(LoadPackRequest{"packs/b"}, Priority::Interactive);
    const RequestId askedAgain = f.queue->submit(ask("what else"), Priority::Interactive);
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(4));
    QVERIFY(f.inbox.is<LoadPackResult>(load));
    QVERIFY(f.inbox.is<Cancelled>(asked));
    QVERIFY(f.inbox.is<LoadPackResult>(waitingLoad));
    QVERIFY(f.inbox.is<InferenceResult>(askedAgain));
    QCOMPARE(std::get<LoadPackResult>(f.inbox.reply(load)).pack.name, std::string("a"));
}

void RequestQueueTest::cancelsTheRunningOne()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    const RequestId id = f.queue->submit(ask("long"));
    QVERIFY(f.script->waitForStarted(1));
    f.queue->cancel(id);
    QVERIFY(f.inbox.waitForReplies(1));
    QVERIFY(f.inbox.is<Cancelled>(id));
}

void RequestQueueTest::cancelsAWaitingOneWithoutStartingIt()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    const RequestId first = f.queue->submit(ask("first"));
    const RequestId second = f.queue->submit(ask("second"));
    const RequestId third = f.queue->submit(ask("third"));
    f.queue->cancel(second);
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(3));
    QVERIFY(f.inbox.is<InferenceResult>(first));
    QVERIFY(f.inbox.is<Cancelled>(second));
    QVERIFY(f.inbox.is<InferenceResult>(third));
    QCOMPARE(f.script->texts(), (std::vector<std::string>{"first", "third"}));
}

void RequestQueueTest::ignoresUnknownAndFinishedIds()
{
    Fixture f;
    const RequestId done = f.queue->submit(ask("done"));
    QVERIFY(f.inbox.waitForReplies(1));
    f.queue->cancel(done);
    f.queue->cancel(0);
    f.queue->cancel(12345);
    const RequestId next = f.queue->submit(ask("next"));
    QVERIFY(f.inbox.waitForReplies(2));
    QVERIFY(f.inbox.is<InferenceResult>(done));
    QVERIFY(f.inbox.is<InferenceResult>(next));
}

void RequestQueueTest::cancelAllStopsEverything()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased);
    std::vector<RequestId> ids{f.queue->submit(ask("running"))};
    QVERIFY(f.script->waitForStarted(1));
    ids.push_back(f.queue->submit(LoadPackRequest{"pack"}));
    ids.push_back(f.queue->submit(ask("waiting"), Priority::Interactive));
    f.queue->cancelAll();
    QVERIFY(f.inbox.waitForReplies(3));
    for (const RequestId id : ids)
        QVERIFY(f.inbox.is<Cancelled>(id));
    QCOMPARE(f.script->started(), 1);
}

void RequestQueueTest::aResultAfterCancellationIsDropped()
{
    Fixture f;
    f.pushWaiting(Wait::DeafUntilReleased);
    const RequestId id = f.queue->submit(ask("deaf"));
    QVERIFY(f.script->waitForStarted(1));
    f.queue->cancel(id);
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(1));
    QVERIFY(f.inbox.is<Cancelled>(id));
}

void RequestQueueTest::aPackLoadedDespiteCancellationIsTold()
{
    Fixture f;
    f.pushWaiting(Wait::DeafUntilReleased);
    const RequestId id = f.queue->submit(LoadPackRequest{"pack"});
    QVERIFY(f.script->waitForStarted(1));
    f.queue->cancel(id);
    f.script->release();
    QVERIFY(f.inbox.waitForReplies(1));
    QVERIFY(f.inbox.is<LoadPackResult>(id)); // the engine has it now, so the window must know
}

void RequestQueueTest::forwardsProgress()
{
    Fixture f;
    BackendScript::Step step;
    step.progress = {{"Finding regions", 0.25}, {"Answering", 0.75}};
    f.script->push(step);
    const RequestId id = f.queue->submit(ask("what"));
    QVERIFY(f.inbox.waitForReplies(1));
    const auto progress = f.inbox.progress(id);
    QCOMPARE(progress.size(), std::size_t(2));
    QCOMPARE(progress[0].stage, std::string("Finding regions"));
    QCOMPARE(progress[1].fraction, 0.75);
}

void RequestQueueTest::noProgressAfterCancellation()
{
    // The handler cancels on the first report, as a window's button would.
    auto script = std::make_shared<BackendScript>();
    BackendScript::Step step;
    step.progress = {{"one", 0.1}, {"two", 0.2}, {"three", 0.3}};
    script->push(step);
    Inbox inbox;
    auto handlers = inbox.handlers();
    RequestQueue* raw = nullptr;
    std::atomic<int> reports = 0;
    handlers.onProgress = [&](RequestId id, const Progress&) {
        ++reports;
        raw->cancel(id);
    };
    RequestQueue queue(std::make_unique<ScriptedBackend>(script), handlers);
    raw = &queue;
    const RequestId id = queue.submit(ask("what"));
    QVERIFY(inbox.waitForReplies(1));
    QVERIFY(inbox.is<Cancelled>(id));
    QCOMPARE(reports.load(), 1);
}

void RequestQueueTest::errorsBecomeValues_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("Error") << 0 << int(ErrorCode::Mismatch) << "The pack does not fit.";
    QTest::newRow("std::exception") << 1 << int(ErrorCode::Internal) << "something odd";
    QTest::newRow("bad_alloc") << 2 << int(ErrorCode::TooLarge) << "There is not enough memory for this request.";
    QTest::newRow("a stack trace") << 4 << int(ErrorCode::Internal) << "it broke";
    QTest::newRow("an Error of two lines") << 5 << int(ErrorCode::CorruptData) << "It is so. And so.";
    QTest::newRow("no exception at all") << 3 << int(ErrorCode::Internal) << "The engine failed for an unknown reason.";
}

void RequestQueueTest::errorsBecomeValues()
{
    QFETCH(int, kind);
    QFETCH(int, code);
    QFETCH(QString, message);
    Fixture f;
    BackendScript::Step step;
    if (kind == 0)
        step.reply = ErrorInfo{ErrorCode::Mismatch, "The pack does not fit."};
    else if (kind == 1)
        step.also = [] { throw std::runtime_error("something odd"); };
    else if (kind == 2)
        step.also = [] { throw std::bad_alloc(); };
    else if (kind == 4)
        step.also = [] { throw std::runtime_error("it broke\nframe #0: here\nframe #1: there\n"); };
    else if (kind == 5)
        step.also = [] { throw Error(ErrorCode::CorruptData, "It is so.\nAnd so.\n"); };
    else
        step.also = [] { throw 42; };
    f.script->push(step);
    const RequestId id = f.queue->submit(ask("what"));
    QVERIFY(f.inbox.waitForReplies(1));
    QVERIFY(f.inbox.is<ErrorInfo>(id));
    const auto error = std::get<ErrorInfo>(f.inbox.reply(id));
    QCOMPARE(int(error.code), code);
    QCOMPARE(QString::fromStdString(error.message), message);
}

void RequestQueueTest::goesOnAfterAnError()
{
    Fixture f;
    BackendScript::Step step;
    step.reply = ErrorInfo{ErrorCode::CorruptData, "bad"};
    f.script->push(step);
    const RequestId bad = f.queue->submit(LoadPackRequest{"bad"});
    const RequestId good = f.queue->submit(ask("what"));
    QVERIFY(f.inbox.waitForReplies(2));
    QVERIFY(f.inbox.is<ErrorInfo>(bad));
    QVERIFY(f.inbox.is<InferenceResult>(good));
}

void RequestQueueTest::destructorStopsAndAnswersEverything()
{
    Fixture f;
    f.pushWaiting(Wait::UntilReleased); // never released: only the stop request ends it
    std::vector<RequestId> ids{f.queue->submit(ask("running"))};
    QVERIFY(f.script->waitForStarted(1));
    for (int i = 0; i < 5; ++i)
        ids.push_back(f.queue->submit(ask("waiting")));
    QVERIFY(f.script->isAlive());
    f.queue.reset();
    QVERIFY(!f.script->isAlive());
    for (const RequestId id : ids)
        QVERIFY(f.inbox.is<Cancelled>(id));
    QCOMPARE(f.inbox.order(), ids);
    QCOMPARE(f.script->started(), 1);
}

void RequestQueueTest::handlersMaySubmitAndCancel()
{
    auto script = std::make_shared<BackendScript>();
    Inbox inbox;
    auto handlers = inbox.handlers();
    RequestQueue* raw = nullptr;
    const auto collect = handlers.onFinished;
    handlers.onFinished = [&](RequestId id, ReplyBody reply) {
        if (id < 3) {
            raw->submit(ask("follow-up"));
            raw->cancel(id);
        }
        collect(id, std::move(reply));
    };
    RequestQueue queue(std::make_unique<ScriptedBackend>(script), handlers);
    raw = &queue;
    queue.submit(ask("first"));
    QVERIFY(inbox.waitForReplies(3));
    QCOMPARE(inbox.order(), (std::vector<RequestId>{1, 2, 3}));
}

void RequestQueueTest::worksWithoutHandlers()
{
    auto script = std::make_shared<BackendScript>();
    {
        RequestQueue queue(std::make_unique<ScriptedBackend>(script), {});
        queue.submit(ask("what"));
        QVERIFY(script->waitForStarted(1));
    }
    QVERIFY(!script->isAlive());
}

void RequestQueueTest::survivesManyThreads()
{
    constexpr int kThreads = 8, kEach = 200;
    Fixture f;
    std::mutex mutex;
    std::vector<RequestId> ids, loads;
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            std::mt19937 random(static_cast<unsigned>(t));
            for (int i = 0; i < kEach; ++i) {
                const auto kind = random() % 4;
                const auto priority = random() % 2 == 0 ? Priority::Interactive : Priority::Ordinary;
                const RequestId id = kind == 0 ? f.queue->submit(LoadPackRequest{"pack"}, priority)
                                               : f.queue->submit(ask("what"), priority);
                if (kind == 1)
                    f.queue->cancel(id - random() % 3);
                if (random() % 100 == 0)
                    f.queue->cancelAll();
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
    QVERIFY(std::ranges::is_sorted(f.inbox.order()));
}

VBS_TEST_MAIN(RequestQueueTest)
#include "request_queue_test.moc"
