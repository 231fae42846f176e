#include "core/report/label_places.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <vector>

using namespace vbs;

class LabelPlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void liesAboveItsBox()
    {
        LabelPlaces places({0, 0, 400, 300});
        QCOMPARE(places.place({50, 60, 90, 100}, 80, 20), std::optional<Box>({50, 40, 130, 60}));
    }

    void staysInThePicture()
    {
        LabelPlaces places({0, 0, 400, 300});
        QCOMPARE(places.place({380, 5, 399, 100}, 80, 20), std::optional<Box>({320, 100, 400, 120}));
        QVERIFY(!places.place({0, 0, 400, 300}, 500, 20));
        QCOMPARE(places.place({0, 0, 400, 300}, 80, 20), std::optional<Box>({0, 0, 80, 20})); // inside
    }

    void noneCoversAnother()
    {
        LabelPlaces places({0, 0, 400, 300});
        std::vector<Box> taken;
        for (int i = 0; i < 40; ++i)
            if (const auto place = places.place({float(100 + i), 100, float(140 + i), 140}, 60, 18))
                taken.push_back(*place);
        QVERIFY(taken.size() >= 4 && taken.size() < 12); // the others have none
        for (std::size_t i = 0; i < taken.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QCOMPARE(intersectionArea(taken[i], taken[j]), 0.f);
    }
};

VBS_TEST_MAIN(LabelPlacesTest)
#include "label_places_test.moc"
