#include "ui/util/date_text.h"

#include "tests/support/test_main.h"

#include <QLocale>
#include <QTest>

using namespace vbs;

class DateTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void texts_data()
    {
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("text");
        const auto at = [](int year, int month, int day, int hour, int minute) {
            return QDateTime(QDate(year, month, day), QTime(hour, minute));
        };
        QTest::newRow("today") << at(2026, 11, 3, 14, 5) << "today 14:05";
        QTest::newRow("early today") << at(2026, 11, 3, 0, 0) << "today 00:00";
        QTest::newRow("yesterday") << at(2026, 11, 2, 23, 59) << "yesterday 23:59";
        QTest::newRow("this year") << at(2026, 11, 1, 12, 0) << "1 Nov";
        QTest::newRow("last year") << at(2025, 11, 3, 12, 0) << "3 Nov 2025";
        QTest::newRow("another time zone") << at(2026, 11, 3, 14, 5).toUTC() << "today 14:05";
        QTest::newRow("none") << QDateTime() << "";
    }
    void texts()
    {
        QFETCH(QDateTime, when);
        QTEST(dateText(when, QDateTime(QDate(2026, 11, 3), QTime(15, 0))), "text");
    }

    void secondsAreLeftOut()
    {
        QLocale::setDefault(QLocale::c());
        const QDateTime when(QDate(2026, 11, 3), QTime(14, 5, 9));
        QCOMPARE(dateText(when, when), QString("today 14:05"));
    }
};

VBS_TEST_MAIN(DateTextTest)
#include "date_text_test.moc"
