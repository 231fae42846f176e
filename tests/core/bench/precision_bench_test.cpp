#ifndef Q_MOC_RUN
#include <torch/utils.h>
#endif

#include "core/bench/precision_bench.h"
#include "core/engine/inference_types.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

using namespace vbs;

namespace {

Region regionAt(float x, const std::string& label, const std::string& attribute = "")
{
    return {{x, 0, x + 100, 100}, label, 1, attribute, 1, false};
}

} // namespace

/// What bfloat16 does to an extractor's regions.
class PrecisionBenchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatChanges()
    {
        RegionChange change;
        // The second is called otherwise, the third has another colour, the fourth moved by a tenth and more.
        change.add(
            {500, 100, {regionAt(0, "cat"), regionAt(200, "dog"), regionAt(400, "car", "red"), regionAt(600, "hat")}},
            {500, 100, {regionAt(2, "cat"), regionAt(200, "cow"), regionAt(400, "car", "blue"), regionAt(611, "hat")}});
        QCOMPARE(change.regions, std::size_t(4));
        QCOMPARE(change.matched, std::size_t(3));
        QCOMPARE(change.relabelled, std::size_t(2));
        QCOMPARE(change.lost, std::size_t(1));
        QCOMPARE(change.gained, std::size_t(1));
        QCOMPARE(change.changedShare(), 2. / 3);
    }

    void eachRegionHasOnePartner()
    {
        RegionChange change;
        // Both lie on the one of float32; the nearer is its partner.
        change.add({500, 100, {regionAt(0, "cat")}}, {500, 100, {regionAt(3, "dog"), regionAt(1, "cat")}});
        QCOMPARE(change.matched, std::size_t(1));
        QCOMPARE(change.relabelled, std::size_t(0));
        QCOMPARE(change.gained, std::size_t(1));
    }

    void comparesAnExtractorWithItself()
    {
        torch::set_num_threads(1);
        const RgbImage picture = readImage(vbs::test::dataFile("vision/images/syn_a.png"));
        const PrecisionCost cost = comparePrecisions("resnet18", {picture}, 1, {});
        QVERIFY(cost.float32Seconds > 0 && cost.bfloat16Seconds > 0);
        QVERIFY(cost.change.matched > 0);
        // Really another arithmetic, also where --precision bfloat16 would not choose it.
        QVERIFY(cost.featureDistance > 1e-8);
        QVERIFY(cost.featureDistance < .01);
    }
};

VBS_TEST_MAIN(PrecisionBenchTest)
#include "precision_bench_test.moc"
