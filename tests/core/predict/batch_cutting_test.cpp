#include "core/predict/batch_cutting.h"

#include "core/base/random.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>
#include <vector>

using namespace vbs;

class BatchCuttingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyQuestionIsInOneBatch_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("most");
        for (const int count : {0, 1, 31, 32, 33, 250, 384})
            for (const int most : {1, 8, 32})
                QTest::newRow(qPrintable(QString("%1 by %2").arg(count).arg(most))) << count << most;
    }
    void everyQuestionIsInOneBatch()
    {
        QFETCH(int, count);
        QFETCH(int, most);
        const auto batches = cutBatches(sizes(std::size_t(count)), std::size_t(most));
        std::vector<std::size_t> places;
        for (const std::vector<std::size_t>& batch : batches) {
            QVERIFY(!batch.empty() && batch.size() <= std::size_t(most));
            QVERIFY(std::ranges::is_sorted(batch));
            places.insert(places.end(), batch.begin(), batch.end());
        }
        std::ranges::sort(places);
        QCOMPARE(places.size(), std::size_t(count));
        for (std::size_t i = 0; i < places.size(); ++i)
            QCOMPARE(places[i], i);
        QCOMPARE(batches.size(), std::size_t((count + most - 1) / most)); // as few as there can be
    }

    void likeLengthsComeTogether()
    {
        const std::vector<QuestionSize> all = sizes(256);
        std::int64_t cells = 0, filled = 0, cellsInOrder = 0;
        const auto cellsOf = [&](const std::vector<std::size_t>& batch) {
            std::int64_t tokens = 0, regions = 0;
            for (const std::size_t i : batch) {
                tokens = std::max(tokens, all[i].tokens);
                regions = std::max(regions, all[i].regions);
            }
            return std::int64_t(batch.size()) * (tokens + regions);
        };
        for (const std::vector<std::size_t>& batch : cutBatches(all, 32))
            cells += cellsOf(batch);
        for (std::size_t first = 0; first < all.size(); first += 32) {
            std::vector<std::size_t> batch;
            for (std::size_t i = first; i < first + 32; ++i)
                batch.push_back(i);
            cellsInOrder += cellsOf(batch);
        }
        for (const QuestionSize& size : all)
            filled += size.tokens + size.regions;
        const double wasted = 1 - double(filled) / double(cells), inOrder = 1 - double(filled) / double(cellsInOrder);
        QVERIFY2(wasted < .2 && wasted < .6 * inOrder, qPrintable(QString("%1 of %2").arg(wasted).arg(inOrder)));
    }

    void choicesCountAsSequences()
    {
        std::vector<QuestionSize> all(10, {4, 9, 5});
        all.push_back({1, 9, 5});
        const auto batches = cutBatches(all, 16);
        QCOMPARE(batches.size(), std::size_t(4));
        QCOMPARE(batches.front(), std::vector<std::size_t>{10}); // of another number of sequences: alone
        for (std::size_t i = 1; i < batches.size(); ++i)
            QVERIFY(batches[i].size() <= 4);
    }

private:
    static std::vector<QuestionSize> sizes(std::size_t count)
    {
        Rng random(7);
        std::vector<QuestionSize> all;
        for (std::size_t i = 0; i < count; ++i)
            all.push_back({1, 5 + std::int64_t(random.below(10)), 3 + std::int64_t(random.below(10))});
        return all;
    }
};

VBS_TEST_MAIN(BatchCuttingTest)
#include "batch_cutting_test.moc"
