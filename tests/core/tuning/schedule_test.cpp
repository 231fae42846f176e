#include "core/tuning/schedule.h"
#include "tests/support/test_main.h"

#include "core/base/error.h"

#include <QtTest>

#include <limits>

using namespace vbs;

class ScheduleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void warmsUpLinearly()
    {
        Schedule schedule{.peakRate = 2, .warmupSteps = 4, .totalSteps = 1000000};
        for (int step = 0; step < 4; ++step)
            QVERIFY(std::abs(schedule.rateAt(step) - 2 * (step + 1) / 4.0) < 1e-6);
        QVERIFY(std::abs(schedule.rateAt(10) - 2) < 1e-6);
    }

    void cosineIsHalfInTheMiddle()
    {
        Schedule schedule{.peakRate = 1, .warmupSteps = 0, .totalSteps = 100};
        QVERIFY(std::abs(schedule.rateAt(50) - 0.5) < 1e-9);
        QCOMPARE(schedule.rateAt(100), schedule.lowestFactor);
    }

    void linearIsFlatThenFalls()
    {
        Schedule schedule{.peakRate = 1, .warmupSteps = 0, .totalSteps = 100};
        schedule.decay = Schedule::Decay::Linear;
        schedule.decayShare = 0.4;
        QCOMPARE(schedule.rateAt(59), 1.0);
        QVERIFY(std::abs(schedule.rateAt(80) - 0.5) < 1e-9);
        QCOMPARE(schedule.rateAt(100), schedule.lowestFactor);
    }

    void epochsBecomeSteps()
    {
        QCOMPARE(stepsOfEpochs(3, 100, 8), 38);
        QCOMPARE(stepsOfEpochs(0.001, 100, 8), 1);
        QCOMPARE(stepsOfEpochs(2147483647, 8, 8), 2147483647);
        for (const double epochs :
             {2147483648., 1e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
            QVERIFY_EXCEPTION_THROWN(stepsOfEpochs(epochs, 8, 8), Error);
    }
};

VBS_TEST_MAIN(ScheduleTest)
#include "schedule_test.moc"
