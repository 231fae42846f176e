#include "tests/support/test_main.h"
#include "ui/util/natural_order.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace vbs;

class NaturalOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sortsAsPeopleDo()
    {
        const QStringList wanted = {"", "a1b2.png", "a1b10.png", "A2.png", "a02.png", "a10.png", "b.png"};
        QStringList sorted = wanted;
        std::reverse(sorted.begin(), sorted.end());
        std::sort(sorted.begin(), sorted.end(), naturallyBefore);
        // A2 and a02 are the same number; the plain order decides.
        QCOMPARE(sorted, wanted);
    }

    void isAStrictOrder()
    {
        const QStringList names = {"1", "01", "001", "a", "A", "a1", "a01", "99999999999999999999999", "1a", ""};
        for (const QString& a : names) {
            QVERIFY(!naturallyBefore(a, a));
            for (const QString& b : names) {
                if (a != b)
                    QVERIFY2(naturallyBefore(a, b) != naturallyBefore(b, a), qPrintable(a + ' ' + b));
            }
        }
    }
};

VBS_TEST_MAIN(NaturalOrderTest)
#include "natural_order_test.moc"
