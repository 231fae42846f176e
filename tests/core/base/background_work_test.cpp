#include "core/base/background_work.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <vector>

using namespace vbs;

class BackgroundWorkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesJobsInTheirOrder()
    {
        std::vector<int> done; // the thread's until wait() returns
        const auto here = std::this_thread::get_id();
        std::atomic<bool> elsewhere = true;
        BackgroundWork work;
        for (int i = 0; i < 50; ++i)
            QVERIFY(work.add([&, i] {
                done.push_back(i);
                elsewhere = elsewhere && std::this_thread::get_id() != here;
            }));
        work.wait();
        QCOMPARE(done.size(), std::size_t(50));
        QVERIFY(std::ranges::is_sorted(done) && elsewhere);
    }

    void theEndWaitsForWhatWasAdded()
    {
        std::atomic<int> done = 0;
        std::latch go(1);
        {
            BackgroundWork work;
            work.add([&] { go.wait(); });
            for (int i = 0; i < 20; ++i)
                work.add([&] { ++done; });
            QCOMPARE(done.load(), 0);
            go.count_down();
        }
        QCOMPARE(done.load(), 20);
        BackgroundWork().wait(); // with nothing to do
    }

    void refusesWhatIsTooMuch()
    {
        std::latch busy(1), go(1);
        std::atomic<int> done = 0;
        BackgroundWork work(2);
        work.add([&] {
            busy.count_down();
            go.wait();
        });
        busy.wait();
        QVERIFY(work.add([&] { ++done; }));
        QVERIFY(work.add([&] { ++done; }));
        QVERIFY(!work.add([&] { ++done; }));
        go.count_down();
        work.wait();
        QCOMPARE(done.load(), 2);
        QVERIFY(work.add([&] { ++done; }));
    }

    void manyThreadsMayAdd()
    {
        std::atomic<int> done = 0;
        BackgroundWork work(10000);
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&] {
                    for (int i = 0; i < 200; ++i)
                        work.add([&] { ++done; });
                    work.wait();
                });
        }
        QCOMPARE(done.load(), 800);
    }
};

VBS_TEST_MAIN(BackgroundWorkTest)
#include "background_work_test.moc"
