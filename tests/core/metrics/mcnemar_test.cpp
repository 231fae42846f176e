#include "core/metrics/mcnemar.h"

#include "tests/support/test_main.h"

#include <QtTest>

#include <cmath>

using namespace vbs;

class McNemarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Expected by scipy.stats.binomtest(min, sum, 0.5).pvalue, scipy 1.17.
    void equalsScipy_data()
    {
        QTest::addColumn<int>("one");
        QTest::addColumn<int>("other");
        QTest::addColumn<double>("expected");
        QTest::newRow("nothing") << 0 << 0 << 1.0;
        QTest::newRow("one") << 1 << 0 << 1.0;
        QTest::newRow("five") << 5 << 0 << 0.0625;
        QTest::newRow("few") << 10 << 2 << 0.03857421875;
        QTest::newRow("no matter") << 3 << 7 << 0.34375;
        QTest::newRow("many") << 150 << 100 << 0.0018833009350761602;
        QTest::newRow("thousands") << 1000 << 1100 << 0.03072070786424249;
        QTest::newRow("ten thousands") << 20000 << 20500 << 0.013153825113144245;
        QTest::newRow("one side only") << 0 << 400 << 7.745183829698637e-121;
        QTest::newRow("equal") << 12 << 12 << 1.0;
    }
    void equalsScipy()
    {
        QFETCH(int, one);
        QFETCH(int, other);
        QFETCH(double, expected);
        const double found = mcNemarExact(std::size_t(one), std::size_t(other));
        QVERIFY2(std::abs(found / expected - 1) < 1e-9, qPrintable(QString::number(found, 'g', 17)));
        QCOMPARE(mcNemarExact(std::size_t(other), std::size_t(one)), found);
    }
};

VBS_TEST_MAIN(McNemarTest)
#include "mcnemar_test.moc"
