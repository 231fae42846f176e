#include "tests/support/test_main.h"
#include "ui/workbench/region_choice.h"

#include <QTest>

using namespace vbs;

class RegionChoiceTest : public QObject {
    Q_OBJECT

    static Region region(float score, bool whole = false)
    {
        Region result;
        result.box = {0, 0, 10 * score, 10};
        result.score = score;
        result.wholeImage = whole;
        return result;
    }

    static std::vector<Region> regions()
    {
        return {region(0.1f, true), region(0.5f), region(0.9f), region(0.5f), region(0.3f), region(0.7f)};
    }

private Q_SLOTS:
    void filter_data()
    {
        QTest::addColumn<int>("minimumPercent");
        QTest::addColumn<int>("maximumCount");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << 0 << 0 << "wxxxxx";
        QTest::newRow("score") << 50 << 0 << "wxxx-x"; // a score of just the minimum stays
        QTest::newRow("score of all") << 100 << 0 << "w-----";
        QTest::newRow("count") << 0 << 2 << "w-x--x";
        QTest::newRow("count, equal scores") << 0 << 3 << "wxx--x"; // the earlier one
        QTest::newRow("count beyond") << 0 << 50 << "wxxxxx";
        QTest::newRow("both") << 60 << 1 << "w-x---";
        QTest::newRow("both, score decides") << 80 << 3 << "w-x---";
    }
    void filter()
    {
        QFETCH(int, minimumPercent);
        QFETCH(int, maximumCount);
        QFETCH(QString, shown);
        const std::vector<bool> hidden = hiddenBy({minimumPercent, maximumCount}, regions());
        QString marks;
        for (std::size_t i = 0; i < hidden.size(); ++i)
            marks += hidden[i] ? '-' : regions()[i].wholeImage ? 'w' : 'x';
        QCOMPARE(marks, shown);
    }

    void everyPercentIsMet()
    {
        for (int percent = 0; percent <= 100; ++percent)
            QVERIFY2(!hiddenBy({percent, 0}, {region(float(percent) / 100)})[0], qPrintable(QString::number(percent)));
    }

    void objects()
    {
        QCOMPARE(objectCount(regions()), 5);
        QCOMPARE(objectBoxes(regions()).size(), std::size_t(5));
        QVERIFY(objectBoxes(regions()).front() == regions()[1].box);
        QCOMPARE(objectCount({}), 0);
    }

    void sameness()
    {
        RegionChoice found, filtered, own, other;
        filtered.filter.minimumPercent = 10;
        own.own = regions();
        other.own = regions();
        QVERIFY(sameChoice(found, found));
        QVERIFY(!sameChoice(found, filtered));
        QVERIFY(!sameChoice(found, own));
        other.filter.minimumPercent = 10;     // plays no part beside own regions
        other.own->front().label = "cat";     // neither do names
        other.own->erase(other.own->begin()); // nor the whole picture's region
        QVERIFY(sameChoice(own, other));
        other.own->front().box.x1 += 1;
        QVERIFY(!sameChoice(own, other));
        other.own->clear();
        QVERIFY(!sameChoice(found, other)); // no regions is another wish than the found ones
    }
};

VBS_TEST_MAIN(RegionChoiceTest)
#include "region_choice_test.moc"
