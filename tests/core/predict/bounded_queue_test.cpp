#include "core/predict/bounded_queue.h"

#include "tests/support/test_main.h"

#include <QtTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace vbs;

class BoundedQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOnEverythingInOrder()
    {
        BoundedQueue<int> queue(3);
        std::jthread giver([&] {
            for (int i = 0; i < 1000; ++i)
                queue.push(i);
            queue.finish();
        });
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(queue.pop(), std::optional(i));
        QVERIFY(!queue.pop());
    }

    void neverHoldsMoreThanItsRoom_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("mostWeight");
        QTest::addColumn<int>("weight");
        QTest::addColumn<int>("fit");
        QTest::newRow("by number") << 4 << 1000 << 1 << 4;
        QTest::newRow("by weight") << 100 << 10 << 3 << 3;
        QTest::newRow("one that is too heavy") << 100 << 10 << 50 << 1;
    }
    void neverHoldsMoreThanItsRoom()
    {
        QFETCH(int, most);
        QFETCH(int, mostWeight);
        QFETCH(int, weight);
        QFETCH(int, fit);
        BoundedQueue<int> queue{std::size_t(most), std::size_t(mostWeight)};
        std::atomic<int> pushed = 0, popped = 0, largest = 0;
        std::jthread giver([&] {
            for (int i = 0; i < 200; ++i) {
                queue.push(i, std::size_t(weight));
                ++pushed;
                largest = std::max(largest.load(), pushed - popped);
            }
            queue.finish();
        });
        QTRY_COMPARE(pushed.load(), fit); // nobody takes any: the giver waits
        while (queue.pop())
            ++popped;
        QCOMPARE(popped.load(), 200);
        QVERIFY(largest <= fit + 1); // one may be taken and not counted yet
    }

    void abandoningFreesWhoWaits()
    {
        BoundedQueue<int> queue(1);
        QVERIFY(queue.push(1));
        std::atomic<bool> refused = false;
        std::jthread giver([&] { refused = !queue.push(2); });
        queue.abandon();
        giver.join();
        QVERIFY(refused);
        QVERIFY(!queue.pop() && !queue.push(3));
    }
};

VBS_TEST_MAIN(BoundedQueueTest)
#include "bounded_queue_test.moc"
