#ifndef Q_MOC_RUN
#include <torch/nn/modules/conv.h>
#include <torch/types.h>
#include <torch/utils.h>

#include "core/bench/convolution_meter.h"
#include "core/bench/rule_filled_weights.h"
#include "core/detector/ops/folded_convolution.h"
#include "core/image/image_io.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/published_extractors.h"
#include "core/regions/region_extractor.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/tiny_vg_detector.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

class ConvolutionMeterTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    RgbImage m_picture;

    std::vector<StageCost> costOf(Json config)
    {
        const std::filesystem::path file = std::filesystem::path(m_folder.path().toStdString()) / "w.safetensors";
        writeRuleFilledWeights(file, config, "meter");
        config["weights"] = file.string();
        const auto extractor = createRegionExtractor(config, {}, c10::kCPU);
        const ConvolutionMeter meter;
        extractor->extract(m_picture, {});
        return meter.stages();
    }

    static const StageCost& stage(const std::vector<StageCost>& stages, const std::string& name)
    {
        const auto found = std::ranges::find(stages, name, &StageCost::name);
        return found == stages.end() ? stages.back() : *found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(1);
        m_picture = readImage(vbs::test::dataFile("vision/images/syn_a.png"));
    }

    void operationsAreThoseOfTheNetwork()
    {
        const std::vector<StageCost> stages = costOf(publishedExtractorConfig("resnet18"));
        // Known sizes: 7x7 of 3 to 64 channels at 112 x 112, and four 3x3 of 64 channels at 56 x 56.
        QCOMPARE(stages[0].name, std::string("stem"));
        QCOMPARE(stages[0].convolutionFlops, 2. * 49 * 3 * 64 * 112 * 112);
        QCOMPARE(stage(stages, "layer1").convolutionFlops, 4 * 2. * 9 * 64 * 64 * 56 * 56);
        double total = 0;
        for (const StageCost& cost : stages) {
            total += cost.convolutionFlops;
            QVERIFY(cost.convolutionSeconds <= cost.seconds && cost.seconds >= 0);
        }
        QVERIFY(std::abs(total / 1e9 - 2 * 1.8136) < .01); // 1.81 billion products, as published
        QCOMPARE(stages.back().name, std::string("other"));
        QCOMPARE(stages.back().convolutionFlops, 0.);
    }

    void detectorsStagesAreTold()
    {
        Json config = Json(vgDetectorConfigToJson(tinyVgConfig()));
        config["kind"] = "vg_faster_rcnn";
        const std::vector<StageCost> stages = costOf(config);
        for (const char* name : {"stem", "res2", "res3", "res4", "proposal network", "res5"})
            QVERIFY2(stage(stages, name).convolutionFlops > 0, name);
        for (const char* name : {"proposals", "RoIPool", "box predictor"})
            QVERIFY2(stage(stages, name).name == name && stage(stages, name).seconds > 0, name);
    }

    void nothingIsCountedOutside()
    {
        torch::nn::Conv2d convolution(torch::nn::Conv2dOptions(2, 4, 3).dilation(2));
        const FoldedConvolution folded(*convolution, torch::kFloat);
        const at::Tensor x = torch::ones({3, 2, 8, 8});
        folded(x);
        const ConvolutionMeter meter;
        torch::relu(x);
        QCOMPARE(meter.stages().size(), 1u);
        folded(x);
        QCOMPARE(meter.stages()[0].convolutionFlops, 3 * 2. * 4 * 4 * 4 * 2 * 9);
    }

    void theMachineHasARate() { QVERIFY(measureConvolutionRate(false) > 1e8); }
};

VBS_TEST_MAIN(ConvolutionMeterTest)
#include "convolution_meter_test.moc"
