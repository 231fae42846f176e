#include "core/explain/occlusion.h"

#include "core/base/error.h"
#include "tests/core/explain/attention_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <limits>

using namespace vbs;

namespace {

/// [CLS], a word, [SEP], two regions.
const std::vector<bool> kSpecial{true, false, true, false, false};

} // namespace

class OcclusionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstRunHidesNothingOthersOneEach();
    void weightsAreFalls();
    void everythingLeftOutIsOneRun();
    void notANumberIsNoFall();
    void refusesWhatDoesNotFit();
};

void OcclusionTest::firstRunHidesNothingOthersOneEach()
{
    const OcclusionPlan plan = planOcclusion(3, 2, kSpecial);
    QCOMPARE(plan.runs(), std::size_t(4));
    const std::vector<std::vector<bool>> expected{{false, false, false, false, false},
                                                  {false, true, false, false, false},
                                                  {false, false, false, true, false},
                                                  {false, false, false, false, true}};
    QCOMPARE(plan.masks(), expected);
    QCOMPARE(planOcclusion(3, 2, {}).runs(), std::size_t(6));
}

void OcclusionTest::weightsAreFalls()
{
    const OcclusionPlan plan = planOcclusion(3, 2, kSpecial);
    const std::vector<double> probabilities{0.9, 0.65, 0.2, 0.95};
    const auto weights = occlusionWeights(plan, probabilities);
    QCOMPARE(weights.tokens.size(), std::size_t(3));
    QVERIFY(fixture::closeTo(fixture::joined(weights), {0, 0.25, 0, 0.7, -0.05}, 1e-12)); // surer without the last
}

void OcclusionTest::everythingLeftOutIsOneRun()
{
    const OcclusionPlan plan = planOcclusion(1, 1, {true, true});
    QCOMPARE(plan.masks(), (std::vector<std::vector<bool>>{{false, false}}));
    const std::vector<double> probability{0.5};
    QVERIFY(fixture::closeTo(fixture::joined(occlusionWeights(plan, probability)), {0, 0}, 0));
}

void OcclusionTest::notANumberIsNoFall()
{
    const std::vector<double> probabilities{0.9, std::numeric_limits<double>::quiet_NaN(), 0.4};
    QVERIFY(
        fixture::closeTo(fixture::joined(occlusionWeights(planOcclusion(1, 1, {}), probabilities)), {0, 0.5}, 1e-12));
}

void OcclusionTest::refusesWhatDoesNotFit()
{
    QVERIFY_EXCEPTION_THROWN(planOcclusion(3, 2, {true}), Error);
    const std::vector<double> probabilities{0.9, 0.5};
    QVERIFY_EXCEPTION_THROWN(occlusionWeights(planOcclusion(3, 2, kSpecial), probabilities), Error);
    QVERIFY_EXCEPTION_THROWN(occlusionWeights(planOcclusion(3, 2, kSpecial), {}), Error);
}

VBS_TEST_MAIN(OcclusionTest)
#include "occlusion_test.moc"
