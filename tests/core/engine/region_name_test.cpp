#include "core/engine/region_name.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class RegionNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsSeen()
    {
        Region region;
        QCOMPARE(nameOf(region), std::string("region"));
        region.givenLabel = "my ball";
        QCOMPARE(nameOf(region), std::string("my ball"));
        region.givenLabel.clear();
        region.label = "ball";
        QCOMPARE(nameOf(region), std::string("ball"));
        region.attribute = "red";
        QCOMPARE(nameOf(region), std::string("red ball"));
        region = {{}, "whole picture", 1, "", 0, true};
        QCOMPARE(nameOf(region), std::string("whole picture"));
        region.attribute = "meadow"; // not "meadow whole picture"
        QCOMPARE(nameOf(region), std::string("whole picture: meadow"));
    }
};

VBS_TEST_MAIN(RegionNameTest)
#include "region_name_test.moc"
