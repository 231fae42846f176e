#include "ui/review/store_thread.h"

#include "tests/support/memory_review_store.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"

#include <atomic>
#include <future>

using namespace vbs;
using namespace vbs::test;

namespace {

/// Says when it goes, and on which thread.
class WatchedStore : public MemoryReviewStore {
public:
    explicit WatchedStore(std::promise<QThread*>& gone) : MemoryReviewStore(std::vector<Example>(2)), m_gone(gone) {}
    ~WatchedStore() override { m_gone.set_value(QThread::currentThread()); }

private:
    std::promise<QThread*>& m_gone;
};

StoreThread::Open opening()
{
    return [] { return std::make_unique<MemoryReviewStore>(std::vector<Example>(2)); };
}

} // namespace

class StoreThreadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksInOrderOnItsThread()
    {
        StoreThread store(opening());
        QStringList told;
        QThread* workedOn = nullptr;
        QThread* toldOn = nullptr;
        for (int i = 0; i < 50; ++i)
            store.run(
                [i, &workedOn](ReviewStore& open) {
                    workedOn = QThread::currentThread();
                    open.add(act(0, DecisionKind::Comment, "ann", std::to_string(i)));
                    if (i % 10 == 3)
                        throw Error(ErrorCode::FileUnwritable, "No " + std::to_string(i) + ".");
                    return open.decisions().size();
                },
                [&, i](std::size_t count) {
                    toldOn = QThread::currentThread();
                    told << QString("%1 %2").arg(i).arg(count);
                },
                [&](const ErrorInfo& why) { told << QString::fromStdString(why.message); });
        QVERIFY(told.isEmpty()); // never from within run()
        QTRY_COMPARE(told.size(), 50);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(told[i], i % 10 == 3 ? QString("No %1.").arg(i) : QString("%1 %2").arg(i).arg(i + 1));
        QCOMPARE(toldOn, QThread::currentThread());
        QVERIFY(workedOn && workedOn != toldOn);
    }

    /// What a project cannot be opened for is said to all that is asked of it.
    void refusesForOneReason()
    {
        StoreThread store([]() -> std::unique_ptr<ReviewStore> {
            throw Error(ErrorCode::FileNotFound, "There is no such project.");
        });
        QStringList told;
        ErrorCode code = ErrorCode::Internal;
        for (int i = 0; i < 3; ++i)
            store.run([](ReviewStore& open) { return open.count(); }, [&](std::size_t) { told << "worked"; },
                      [&](const ErrorInfo& why) {
                          code = why.code;
                          told << QString::fromStdString(why.message);
                      });
        QTRY_COMPARE(told.size(), 3);
        QCOMPARE(told, QStringList(3, "There is no such project."));
        QCOMPARE(code, ErrorCode::FileNotFound);
    }

    void strangeErrorsAreSentences()
    {
        StoreThread store(opening());
        QStringList told;
        const auto refused = [&](const ErrorInfo& why) { told << QString::fromStdString(why.message); };
        const auto worked = [&](bool) { told << "worked"; };
        store.run([](ReviewStore&) -> bool { throw std::bad_alloc(); }, worked, refused);
        store.run([](ReviewStore&) -> bool { throw std::out_of_range("vector\nat"); }, worked, refused);
        store.run([](ReviewStore& open) { return open.count() == 2; }, worked, refused); // and goes on
        QTRY_COMPARE(told.size(), 3);
        QVERIFY2(told[0].contains("memory"), qPrintable(told[0]));
        QVERIFY2(told[1].startsWith("vector") && !told[1].contains('\n'), qPrintable(told[1]));
        QCOMPARE(told[2], QString("worked"));
    }

    /// What was given to do is done, nobody hears of it, and the store goes where it was made.
    void goesWhileWorkWaits()
    {
        std::promise<void> release;
        std::promise<QThread*> gone;
        std::atomic<int> done = 0;
        QThread* workedOn = nullptr;
        bool heard = false;
        auto store = std::make_unique<StoreThread>([&] { return std::make_unique<WatchedStore>(gone); });
        store->run(
            [&, held = release.get_future().share()](ReviewStore&) {
                held.wait();
                workedOn = QThread::currentThread();
                return true;
            },
            [&](bool) { heard = true; }, [&](const ErrorInfo&) { heard = true; });
        for (int i = 0; i < 20; ++i)
            store->run([&](ReviewStore&) { return ++done; }, [&](int) { heard = true; },
                       [&](const ErrorInfo&) { heard = true; });
        QCOMPARE(done.load(), 0);
        release.set_value();
        store.reset();
        QVERIFY(StoreThread::waitForLeft(std::chrono::seconds(30))); // the window does not
        QCOMPARE(done.load(), 20);
        QCOMPARE(gone.get_future().get(), workedOn);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!heard);
    }

    /// A reply may end what it comes from, as closing a project does.
    void goesInItsOwnReply()
    {
        auto store = std::make_unique<StoreThread>(opening());
        int replies = 0;
        for (int i = 0; i < 3; ++i)
            store->run([](ReviewStore& open) { return open.count(); },
                       [&](std::size_t) {
                           ++replies;
                           store.reset();
                       },
                       [](const ErrorInfo&) {});
        QTRY_VERIFY(!store);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(replies, 1);
        QVERIFY(StoreThread::waitForLeft(std::chrono::seconds(30)));
    }
};

VBS_TEST_MAIN(StoreThreadTest)
#include "store_thread_test.moc"
