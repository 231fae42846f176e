#include "core/base/ranking.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <limits>

using namespace vbs;

class RankingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greatestFirstEqualsInOrder();
};

void RankingTest::greatestFirstEqualsInOrder()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> values{nan, 1, 3, -2, 3, nan, 1};
    QCOMPARE(greatestFirst(values), (std::vector<std::size_t>{2, 4, 1, 6, 3, 0, 5}));
    QCOMPARE(greatestFirst({}), std::vector<std::size_t>());
}

VBS_TEST_MAIN(RankingTest)
#include "ranking_test.moc"
