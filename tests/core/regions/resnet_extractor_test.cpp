#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>

#include "core/base/error.h"
#include "core/bench/detector_rule_fill.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/image/evaluation_crop.h"
#include "core/image/image_io.h"
#include "core/nn/packed_linear.h"
#include "core/regions/extractor_setup.h"
#include "core/regions/published_extractors.h"
#include "core/regions/resnet_extractor.h"
#include "tests/support/reference_data.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

/// Classification networks against torchvision 0.14.1: tests/data/vision/README.md.
class ResNetExtractorTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    RgbImage m_picture;

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    static ResNet filled(const std::string& arch)
    {
        ResNet network(resNetConfigOf(arch));
        network->eval();
        fillByRule(*network, RuleNetwork::ResNet, "resnet-1:" + arch);
        return network;
    }

    /// The largest difference in units of the largest value.
    static double relative(const at::Tensor& ours, const at::Tensor& theirs)
    {
        return ((ours - theirs).abs().max() / theirs.abs().max()).item<double>();
    }

    static at::Tensor sample(const at::Tensor& map)
    {
        const auto step = [](std::int64_t size, std::int64_t parts) { return std::max<std::int64_t>(1, size / parts); };
        const std::int64_t pixels = step(map.size(2), 4);
        return map[0]
            .slice(0, 0, c10::nullopt, step(map.size(1), 16))
            .slice(1, 0, c10::nullopt, pixels)
            .slice(2, 0, c10::nullopt, pixels);
    }

    Json config(const char* mode = "pooled") const
    {
        Json json = publishedExtractorConfig("resnet18");
        json["weights"] = "resnet18.safetensors";
        json["mode"] = mode;
        return json;
    }

private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(2);
        m_picture = readImage(vbs::test::dataFile("vision/images/syn_a.png"));
        TensorMap weights = saveModule(*filled("resnet18"));
        TensorMap classifier{{"fc.weight", torch::empty({1000, 512})}, {"fc.bias", torch::empty({1000})}};
        fillByRule(classifier, RuleNetwork::ResNet, "resnet-1:resnet18");
        weights.merge(classifier); // as in the published file
        writeSafetensors(folder() / "resnet18.safetensors", weights);
    }

    void inputIsTheLibrarys()
    {
        const TensorMap data = readSafetensors(vbs::test::dataFile("vision/preprocessing.safetensors")).tensors;
        for (const char* name : {"syn_a.png", "syn_b.png", "gray.jpg", "exif6.jpg"}) {
            const std::filesystem::path file = vbs::test::dataFile("vision/images") / name;
            const at::Tensor input = resNetInput(readImage(file, Orientation::AsStored), {})[0];
            const std::string stem = file.stem().string();
            const at::Tensor seen = input.slice(1, 0, c10::nullopt, 7).slice(2, 0, c10::nullopt, 7);
            QVERIFY(torch::allclose(seen, data.at(stem + ".tensor.sample"), 1e-6, 1e-6));
            QVERIFY(
                std::abs(input.sum(torch::kDouble).item<double>() / data.at(stem + ".tensor.stats")[0].item<double>() -
                         1) < 1e-5);
        }
    }

    void everyStageIsTheLibrarys_data()
    {
        QTest::addColumn<QString>("arch");
        QTest::addColumn<QString>("picture");
        QTest::newRow("resnet18") << "resnet18"
                                  << "syn_a";
        QTest::newRow("resnet50") << "resnet50"
                                  << "syn_a";
        for (const char* arch : {"resnet18", "resnet50", "resnet101", "resnet152"})
            for (const char* picture : {"COCO_train2014_000000132417", "COCO_train2014_000000306661", "syn_a"})
                QTest::addRow("reference: %s %s", arch, picture) << arch << picture;
    }
    void everyStageIsTheLibrarys()
    {
        QFETCH(QString, arch);
        QFETCH(QString, picture);
        std::filesystem::path data = vbs::test::dataFile("vision/resnet.safetensors"),
                              images = vbs::test::dataFile("vision/images");
        if (QByteArray(QTest::currentDataTag()).startsWith("reference")) {
            if (test::referenceFolder().empty())
                QSKIP("VBS_REFERENCE_DIR names no folder of reference data.");
            data = test::referenceFolder() / "vision/resnet/resnet.safetensors";
            images = test::referenceFolder() / "vision/images";
        }
        const TensorMap expected = readSafetensors(data).tensors;
        const std::string name = picture.toStdString(), key = arch.toStdString() + "." + name + ".";
        const RgbImage image = readImage(images / (name + (name == "syn_a" ? ".png" : ".jpg")));
        const torch::NoGradGuard noGrad;
        const at::Tensor input = resNetInput(image, {});
        ResNet network = filled(arch.toStdString());
        const std::vector<at::Tensor> plain = network(input);
        network->fold();
        const std::vector<at::Tensor> folded = network(input);
        for (std::size_t layer = 0; layer < 4; ++layer) {
            const at::Tensor theirs = expected.at(key + "layer" + std::to_string(layer + 1) + ".sample");
            QVERIFY(relative(sample(plain[layer]), theirs) < 1e-4);
            QVERIFY(relative(sample(folded[layer]), theirs) < 1e-4);
        }
        const at::Tensor pooled = folded[3].mean({2, 3})[0], theirs = expected.at(key + "pooled");
        const double difference = relative(pooled, theirs);
        qInfo("%s: pooled differs by %.1e of the largest value", key.c_str(), difference);
        QVERIFY(difference < 1e-4);
        TensorMap classifier{{"fc.weight", torch::empty({1000, pooled.size(0)})}, {"fc.bias", torch::empty({1000})}};
        fillByRule(classifier, RuleNetwork::ResNet, "resnet-1:" + arch.toStdString());
        const at::Tensor logits = torch::linear(pooled, classifier["fc.weight"], classifier["fc.bias"]);
        QVERIFY(relative(logits, expected.at(key + "logits")) < 1e-4);
    }

    void pooledModeRepeatsTheVector()
    {
        const auto extractor = createRegionExtractor(config(), folder(), c10::kCPU);
        QCOMPARE(extractor->featureSize(), 512);
        const ExtractedRegions found = extractor->extract(m_picture, {});
        QVERIFY((found.features.sizes() == at::IntArrayRef{10, 512}));
        QVERIFY((found.boxes.sizes() == at::IntArrayRef{10, 4}));
        const TensorMap expected = readSafetensors(vbs::test::dataFile("vision/resnet.safetensors")).tensors;
        for (int i = 0; i < 10; ++i)
            QVERIFY(relative(found.features[i], expected.at("resnet18.syn_a.pooled")) < 1e-4);
        QVERIFY(found.regions.regions[3].wholeImage);
        QVERIFY(!found.labels.defined());
        Json three = config();
        applyExtractorLimits({{}, {}, 3}, three);
        QCOMPARE(createRegionExtractor(three, folder(), c10::kCPU)->extract(m_picture, {}).features.size(0), 3);
    }

    void gridModeGivesEveryCellWithItsBox()
    {
        const auto extractor = createRegionExtractor(config("grid"), folder(), c10::kCPU);
        const ExtractedRegions found = extractor->extract(m_picture, {});
        QVERIFY((found.features.sizes() == at::IntArrayRef{49, 512}));
        const TensorMap expected = readSafetensors(vbs::test::dataFile("vision/resnet.safetensors")).tensors;
        QVERIFY(relative(found.features.mean(0), expected.at("resnet18.syn_a.pooled")) < 1e-4);
        // Row by row: cell 9 is row 1, column 2.
        const at::Tensor theirs = expected.at("resnet18.syn_a.layer4.sample"); // every 32nd channel, every cell
        QVERIFY(relative(found.features[9].slice(0, 0, c10::nullopt, 32), theirs.select(1, 1).select(1, 2)) < 1e-3);
        const EvaluationCrop crop({m_picture.width, m_picture.height}, 256, 224);
        const Box cell = found.regions.regions[9].box, seen = crop.toOriginal({64, 32, 96, 64});
        QVERIFY(std::abs(cell.x1 - seen.x1) < 1e-3 && std::abs(cell.y2 - seen.y2) < 1e-3);
        QCOMPARE(found.boxes[9][0].item<float>(), cell.x1);
    }

    void batchesGiveWhatSinglePicturesGive()
    {
        const auto extractor = createRegionExtractor(config(), folder(), c10::kCPU);
        const RgbImage other = readImage(vbs::test::dataFile("vision/images/syn_b.png"));
        const auto batch = extractor->extractBatch({&m_picture, &other}, {});
        QVERIFY(relative(batch[0].features, extractor->extract(m_picture, {}).features) < 1e-5);
        QVERIFY(relative(batch[1].features, extractor->extract(other, {}).features) < 1e-5);
        QCOMPARE(batch[1].regions.imageWidth, other.width);
        QVERIFY(extractor->extractBatch({}, {}).empty());
        QVERIFY_EXCEPTION_THROWN(extractor->extract(RgbImage(), {}), Error);
    }

    void boxesAreDescribedByTheirPixels()
    {
        const auto extractor = createRegionExtractor(config(), folder(), c10::kCPU);
        std::vector<Box> boxes(20, Box{10, 20, 110, 160}); // more than one pass
        boxes[7] = {200.5f, 100.5f, 300.2f, 260.9f};
        const ExtractedRegions described = extractor->describe(m_picture, boxes, {});
        QVERIFY((described.features.sizes() == at::IntArrayRef{20, 512}));
        QVERIFY(relative(described.features[19], described.features[0]) < 1e-5);
        QVERIFY(relative(described.features[7], described.features[0]) > 1e-3);
        QVERIFY(described.regions.regions[7].box == boxes[7]);
        // What lies outside a box does not matter.
        RgbImage changed = m_picture;
        std::fill(changed.row(170), changed.row(200), std::uint8_t(0));
        QVERIFY(relative(extractor->describe(changed, {boxes[0]}, {}).features[0], described.features[0]) < 1e-5);
        QCOMPARE(extractor->describe(m_picture, {}, {}).features.size(0), 0);
        QVERIFY_EXCEPTION_THROWN(extractor->describe(m_picture, {{-5, 0, 0, 9}}, {}), Error);
    }

    void bfloat16IsCloseWhereItIsUsed()
    {
        Json half = config();
        half["precision"] = kAlwaysBfloat16;
        const auto exact = createRegionExtractor(config(), folder(), c10::kCPU);
        const auto quick = createRegionExtractor(half, folder(), c10::kCPU);
        const double difference =
            relative(quick->extract(m_picture, {}).features, exact->extract(m_picture, {}).features);
        QVERIFY(difference < .03);
        QVERIFY(quick->fingerprint() != exact->fingerprint());
        // What was asked for does not count, but what is computed in: stored regions are shared accordingly.
        half["precision"] = "bfloat16";
        const auto chosen = createRegionExtractor(half, folder(), c10::kCPU);
        QCOMPARE(chosen->fingerprint(), (bfloat16IsFast() ? quick : exact)->fingerprint());
        QCOMPARE(extractorType(half, c10::kCPU), bfloat16IsFast() ? c10::kBFloat16 : c10::kFloat);
        half["precision"] = "float32";
        QCOMPARE(createRegionExtractor(half, folder(), c10::kCPU)->fingerprint(), exact->fingerprint());
        half["precision"] = "int4";
        QVERIFY_EXCEPTION_THROWN(createRegionExtractor(half, folder(), c10::kCPU), Error);
    }

    void wrongConfigsAreRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("unknown key") << R"({"stride": 3})";
        QTest::newRow("unknown network") << R"({"arch": "resnet19"})";
        QTest::newRow("another network's weights") << R"({"arch": "resnet34"})";
        QTest::newRow("unknown mode") << R"({"mode": "mean"})";
        QTest::newRow("no repeats") << R"({"repeat": 0})";
        QTest::newRow("huge crop") << R"({"crop": 100000})";
        QTest::newRow("zero deviation") << R"({"image_std": [1, 0, 1]})";
        QTest::newRow("absent weights") << R"({"weights": "absent.pth"})";
    }
    void wrongConfigsAreRefused()
    {
        QFETCH(QString, change);
        Json json = config();
        json.merge_patch(Json::parse(change.toStdString()));
        QVERIFY_EXCEPTION_THROWN(createRegionExtractor(json, folder(), c10::kCPU), Error);
    }
};

VBS_TEST_MAIN(ResNetExtractorTest)
#include "resnet_extractor_test.moc"
