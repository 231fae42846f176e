#include "core/base/duration_text.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class DurationTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadByPeople()
    {
        QCOMPARE(durationText(0), std::string("0 s"));
        QCOMPARE(durationText(-3), std::string("0 s"));
        QCOMPARE(durationText(12), std::string("12 s"));
        QCOMPARE(durationText(59.6), std::string("1 min 0 s"));
        QCOMPARE(durationText(185.4), std::string("3 min 5 s"));
        QCOMPARE(durationText(3725), std::string("1 h 2 min"));
    }
};

VBS_TEST_MAIN(DurationTextTest)
#include "duration_text_test.moc"
