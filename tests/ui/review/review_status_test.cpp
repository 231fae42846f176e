#include "ui/review/review_status.h"

#include "tests/support/test_main.h"

using namespace vbs;

class ReviewStatusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysHowLong_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0. << "1 s";
        QTest::newRow("a moment") << .2 << "1 s";
        QTest::newRow("seconds") << 41.6 << "42 s";
        QTest::newRow("the last in seconds") << 89.4 << "89 s";
        QTest::newRow("the first in minutes") << 90. << "2 min";
        QTest::newRow("minutes") << 14.4 * 60 << "14 min";
        QTest::newRow("the last in minutes") << 89.4 * 60 << "89 min";
        QTest::newRow("the first in hours") << 90. * 60 << "1 h 30 min";
        QTest::newRow("whole hours") << 5. * 3600 << "5 h 0 min";
        QTest::newRow("the last in hours") << 47.99 * 3600 << "47 h 59 min";
        QTest::newRow("the first in days") << 48. * 3600 << "2 days";
        QTest::newRow("days") << 9.9 * 86400 << "10 days";
    }
    void saysHowLong()
    {
        QFETCH(double, seconds);
        QFETCH(QString, text);
        QCOMPARE(spanText(seconds), text);
    }
};

VBS_TEST_MAIN(ReviewStatusTest)
#include "review_status_test.moc"
