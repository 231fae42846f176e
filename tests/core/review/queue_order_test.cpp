#include "core/base/random.h"
#include "core/review/queue_order.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace vbs;

class QueueOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesComeBack()
    {
        for (std::size_t i = 0; i < kQueueOrders; ++i)
            QVERIFY(queueOrderNamed(nameOf(QueueOrder(i))) == QueueOrder(i));
        QVERIFY(!queueOrderNamed("") && !queueOrderNamed("Random"));
    }

    void keysAreSorted_data()
    {
        QTest::addColumn<quint32>("mask");
        for (const quint32 mask : {0xFFFFFFFFu, 0xFu, 0x7FFu, 0x00F00000u, 0xFFC00000u, 0u})
            QTest::addRow("%08x", mask) << mask;
    }
    void keysAreSorted()
    {
        QFETCH(quint32, mask);
        Rng rng(5);
        for (const std::uint32_t count : {0u, 1u, 2u, 3000u}) {
            std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
            std::vector<std::uint64_t> numbers;
            for (std::uint32_t i = 0; i < count; ++i) {
                pairs.emplace_back(std::uint32_t(rng.next()) & mask, 7 * count - i); // numbers fall: none is looked at
                numbers.push_back(keyed(pairs.back().first, pairs.back().second));
            }
            std::ranges::stable_sort(pairs, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
            std::vector<std::uint32_t> expected;
            for (const auto& [key, number] : pairs)
                expected.push_back(number);
            QCOMPARE(numbersByKey(numbers), expected);
        }
    }

    /// The same order on every machine, so these numbers may never change: they are splitMix(7, number) >> 32, from
    /// Steele et al.'s finaliser written down in Python.
    void chanceIsTheSameEverywhere()
    {
        ItemSummary item;
        std::vector<std::uint32_t> keys;
        for (item.number = 0; item.number < 3; ++item.number)
            keys.push_back(queueKeyOf(item, QueueOrder::Random, 7));
        QCOMPARE(keys, (std::vector<std::uint32_t>{3098854039u, 669559937u, 3755361617u}));
    }
};

VBS_TEST_MAIN(QueueOrderTest)
#include "queue_order_test.moc"
