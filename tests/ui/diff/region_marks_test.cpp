#include "ui/diff/region_marks.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

namespace {

RegionSet setOf(const std::vector<Box>& boxes)
{
    RegionSet set{100, 100, {{{0, 0, 100, 100}, "whole picture", 1, "", 0, true}}};
    for (const Box& box : boxes)
        set.regions.push_back({box, "thing"});
    return set;
}

} // namespace

class RegionMarksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheSameThingElsewhereInTheList()
    {
        const RegionSet first = setOf({{0, 0, 20, 20}, {50, 50, 90, 90}, {60, 0, 80, 20}});
        const RegionSet second = setOf({{51, 48, 91, 92}, {1, 1, 21, 21}});
        const CarriedMarks carried = carriedMarks({false, true, false, true}, first, second);
        QCOMPARE(carried.marks, (std::vector<bool>{false, false, true}));
        QCOMPARE(carried.lost, 1); // nothing stands where the third one was
        QCOMPARE(carriedMarks({false, false, true}, first, second).marks, (std::vector<bool>{false, true, false}));
    }

    void theWholePictureIsNoThing()
    {
        const RegionSet first = setOf({{0, 0, 100, 95}});
        const CarriedMarks carried = carriedMarks({false, true}, first, setOf({}));
        QCOMPARE(carried.marks, (std::vector<bool>{false}));
        QCOMPARE(carried.lost, 1);
    }

    void nothingAndEverything()
    {
        const RegionSet first = setOf({{0, 0, 20, 20}}), second = setOf({{50, 50, 60, 60}, {0, 0, 20, 20}});
        QVERIFY(carriedMarks({}, first, second).marks.empty());
        QVERIFY(carriedMarks({false, false}, first, second).marks.empty());
        const CarriedMarks all = carriedMarks({true, true}, first, second);
        QCOMPARE(all.marks, (std::vector<bool>{true, true, true}));
        QCOMPARE(all.lost, 0);
    }
};

VBS_TEST_MAIN(RegionMarksTest)
#include "region_marks_test.moc"
