#include "core/look/hiding_curves.h"

#include "tests/core/look/ruled_engine.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace vbs;
using namespace vbs::test;
using Set = std::set<std::size_t>;

namespace {

/// Region 0 counts most, 3 not at all.
double worthOf(const Set& shown)
{
    double worth = .5;
    for (const auto& [region, share] : {std::pair{0, .25}, std::pair{1, .15}, std::pair{2, .1}})
        worth += shown.contains(std::size_t(region)) ? share : 0;
    return worth;
}

const HidingCurve& curveOf(const HidingCurves& curves, const char* method)
{
    return *std::ranges::find(curves.curves, method, &HidingCurve::method);
}

bool isNear(const std::vector<double>& some, const std::vector<double>& others)
{
    return std::ranges::equal(some, others, [](double a, double b) { return std::abs(a - b) < 1e-12; });
}

} // namespace

class HidingCurvesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOrderToThePoint()
    {
        RuledEngine engine(4, 0, worthOf);
        const HidingCurves curves = hidingCurves(engine, {}, 1, {});
        QCOMPARE(curves.curves.size(), kMethodCount);
        QCOMPARE(curves.runs, engine.runs);
        const HidingCurve& good = curveOf(curves, "attention");
        QCOMPARE(good.order, (std::vector<std::size_t>{0, 1, 2, 3}));
        QVERIFY(isNear(good.deletion, {1, .75, .6, .5, .5}));
        QVERIFY(isNear(good.insertion, {.5, .75, .9, 1, 1}));
        QVERIFY(std::abs(good.deletionArea - (.875 + .675 + .55 + .5) / 4) < 1e-12);
        QVERIFY(std::abs(good.insertionArea - (.625 + .825 + .95 + 1) / 4) < 1e-12);
        const HidingCurve& bad = curveOf(curves, "occlusion"); // this engine's others have it the wrong way round
        QCOMPARE(bad.order, (std::vector<std::size_t>{3, 2, 1, 0}));
        QVERIFY(bad.deletionArea > good.deletionArea && bad.insertionArea < good.insertionArea);
    }

    void chanceIsTheSeeds()
    {
        RuledEngine engine(4, 0, worthOf);
        const auto orderOf = [&](std::uint64_t seed) {
            return curveOf(hidingCurves(engine, {}, seed, {}), "random").order;
        };
        QCOMPARE(orderOf(3), orderOf(3));
        bool differs = false;
        for (std::uint64_t seed = 1; seed < 12; ++seed)
            differs = differs || orderOf(seed) != orderOf(1);
        QVERIFY(differs);
    }

    void whatIsHiddenStaysHidden()
    {
        RuledEngine engine(4, 0, worthOf);
        InferenceRequest request;
        request.hiddenRegions = {false, true};
        const HidingCurve good = curveOf(hidingCurves(engine, request, 1, {}), "attention");
        QCOMPARE(good.order, (std::vector<std::size_t>{0, 2, 3}));
        QVERIFY(isNear(good.deletion, {.85, .6, .5, .5}));
        QVERIFY(isNear(good.insertion, {.5, .75, .85, .85}));
    }

    void withoutRegionsThereIsNothingToHide()
    {
        RuledEngine engine(0, 0, worthOf);
        QVERIFY_THROWS_EXCEPTION(Error, hidingCurves(engine, {}, 1, {}));
    }
};

VBS_TEST_MAIN(HidingCurvesTest)
#include "hiding_curves_test.moc"
