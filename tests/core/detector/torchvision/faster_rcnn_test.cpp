#ifndef Q_MOC_RUN
#include <torch/optim/adamw.h>
#include <torch/types.h>
#include <torch/utils.h>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/detector/torchvision/faster_rcnn.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/tiny_detector.h"
#endif

#include <QtTest>

#include <cmath>
#include <map>

using namespace vbs;

class FasterRcnnTest : public QObject {
    Q_OBJECT

    std::vector<RgbImage> m_pictures;
    std::vector<const RgbImage*> m_pointers;
    std::vector<DetectorTarget> m_targets;

    /// Bright squares on a dark ground: two pictures, three objects of two categories.
    void paint(RgbImage& picture, int x, int y, int side, int red, int green)
    {
        for (int row = y; row < y + side; ++row) {
            for (int column = x; column < x + side; ++column) {
                picture.row(row)[3 * column] = static_cast<std::uint8_t>(red);
                picture.row(row)[3 * column + 1] = static_cast<std::uint8_t>(green);
            }
        }
    }

    double totalLoss(FasterRcnn& detector, const std::vector<DetectorTarget>& targets, bool backward)
    {
        auto generator = at::make_generator<at::CPUGeneratorImpl>(11);
        at::Tensor total = torch::zeros({});
        for (const auto& [name, loss] : detector->trainingLosses(m_pointers, targets, generator))
            total = total + loss;
        if (backward)
            total.backward();
        return total.item<double>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(1);
        m_pictures.assign(2, RgbImage(160, 128));
        paint(m_pictures[0], 20, 30, 40, 220, 40);
        paint(m_pictures[0], 90, 50, 60, 30, 210);
        paint(m_pictures[1], 60, 20, 50, 30, 210);
        for (const RgbImage& picture : m_pictures)
            m_pointers.push_back(&picture);
        const auto ids = [](std::vector<std::int64_t> values) { return torch::tensor(values, torch::kLong); };
        m_targets = {{torch::tensor({{20.f, 30.f, 60.f, 70.f}, {90.f, 50.f, 150.f, 110.f}}),
                      ids({1, 5}),
                      {ids({0, 3}), ids({0, 1})},
                      2},
                     {torch::tensor({{60.f, 20.f, 110.f, 70.f}}), ids({5}), {ids({3}), ids({1})}, 4}};
    }

    void stateDictIsTorchvisions()
    {
        const Json expected = readJsonFile(vbs::test::dataFile("vision/fasterrcnn_resnet50_fpn.state_dict.json"));
        FasterRcnn detector(fasterRcnnResnet50FpnConfig());
        std::map<std::string, std::vector<std::int64_t>> found;
        for (const auto& item : detector->named_parameters())
            found[item.key()] = item.value().sizes().vec();
        for (const auto& item : detector->named_buffers())
            found[item.key()] = item.value().sizes().vec();
        QVERIFY(expected.size() > 200);
        for (const auto& [name, tensor] : expected.items()) {
            QVERIFY2(found.contains(name), name.c_str());
            QVERIFY2(found[name] == tensor.at("shape").get<std::vector<std::int64_t>>(), name.c_str());
            found.erase(name);
        }
        QVERIFY2(found.empty(), found.empty() ? "" : found.begin()->first.c_str());
    }

    void shippedDetectorHasItsSize()
    {
        FasterRcnn detector(pictureBookDetectorConfig());
        std::int64_t numbers = 0;
        for (const at::Tensor& parameter : detector->parameters())
            numbers += parameter.numel();
        QCOMPARE(numbers, 2303883);
    }

    void configSurvivesJson()
    {
        const DetectorConfig config = fasterRcnnResnet50FpnConfig();
        const OrderedJson json = detectorConfigToJson(config);
        QVERIFY(detectorConfigToJson(detectorConfigFromJson(Json::parse(json.dump()))) == json);
        QVERIFY(detectorConfigToJson(pictureBookDetectorConfig()) != json);
    }

    void wrongConfigsAreRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("unknown key") << R"({"fpn_chanels": 64})";
        QTest::newRow("wrong type") << R"({"fpn_channels": "many"})";
        QTest::newRow("no categories") << R"({"categories": []})";
        QTest::newRow("too few anchor levels") << R"({"anchor_sizes": [[32]]})";
        QTest::newRow("uneven anchor sizes") << R"({"anchor_sizes": [[32], [64, 80], [128]]})";
        QTest::newRow("layers out of order") << R"({"returned_layers": [2, 1, 3]})";
        QTest::newRow("unknown block") << R"({"backbone": {"block": "dense"}})";
        QTest::newRow("huge width") << R"({"backbone": {"widths": [8, 8, 8, 9999999]}})";
        QTest::newRow("attribute with a dot") << R"({"attributes": [{"name": "a.b", "values": ["x"]}]})";
        QTest::newRow("zero deviation") << R"({"image_std": [0, 1, 1]})";
        QTest::newRow("no regions") << R"({"max_regions": 0})";
    }
    void wrongConfigsAreRefused()
    {
        QFETCH(QString, change);
        Json json = Json(detectorConfigToJson(tinyDetectorConfig()));
        detectorConfigFromJson(json);
        json.merge_patch(Json::parse(change.toStdString()));
        QVERIFY_EXCEPTION_THROWN(detectorConfigFromJson(json), Error);
    }

    void sizesAreThoseOfTheLibrary_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("newHeight");
        QTest::addColumn<int>("newWidth");
        // The float reciprocals make 799 of some short sides.
        QTest::newRow("480") << 480 << 640 << 800 << 1066;
        QTest::newRow("333") << 333 << 500 << 799 << 1201;
        QTest::newRow("427") << 427 << 640 << 799 << 1199;
        QTest::newRow("wide") << 200 << 1333 << 200 << 1333;
    }
    void sizesAreThoseOfTheLibrary()
    {
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, newHeight);
        QFETCH(int, newWidth);
        const PixelSize size = DetectorTransform(fasterRcnnResnet50FpnConfig()).resizedSize({height, width});
        QCOMPARE(size.height, newHeight);
        QCOMPARE(size.width, newWidth);
    }

    void pictureBookPicturesPassUnresized()
    {
        RgbImage picture(320, 240);
        std::fill(picture.pixels.begin(), picture.pixels.end(), std::uint8_t(51));
        const DetectorInput input = DetectorTransform(pictureBookDetectorConfig()).prepare({&picture}, c10::kCPU);
        QVERIFY((input.sizes[0] == PixelSize{240, 320}));
        QVERIFY((input.images.sizes() == at::IntArrayRef{1, 3, 256, 320}));
        const at::Tensor inside = input.images[0].slice(1, 0, 240);
        QVERIFY(torch::allclose(inside, torch::full_like(inside, (.2 - .5) / .25)));
        QCOMPARE(input.images[0].slice(1, 240).abs().max().item<float>(), 0.f);
    }

    void boxesReturnToTheOriginalPicture()
    {
        const at::Tensor boxes = torch::tensor({{0.f, 10.f, 160.f, 120.f}});
        const at::Tensor original = DetectorTransform::toOriginal(boxes, {120, 160}, {360, 320});
        QVERIFY(torch::allclose(original, torch::tensor({{0.f, 30.f, 320.f, 360.f}})));
    }

    void lossFallsOnAFixedBatch()
    {
        torch::manual_seed(1);
        FasterRcnn detector(tinyDetectorConfig());
        detector->initialize();
        detector->train();
        torch::optim::AdamW optimizer(detector->parameters(), torch::optim::AdamWOptions(3e-3));
        std::vector<double> losses;
        for (int step = 0; step < 25; ++step) {
            optimizer.zero_grad();
            losses.push_back(totalLoss(detector, m_targets, true));
            optimizer.step();
        }
        QVERIFY(std::isfinite(losses.back()));
        QVERIFY2(losses.back() < .6 * losses.front(),
                 qPrintable(QString("%1 → %2").arg(losses.front()).arg(losses.back())));
        // Every part of the network takes part.
        for (const auto& item : detector->named_parameters())
            QVERIFY2(item.value().grad().defined() && item.value().grad().abs().max().item<float>() > 0,
                     item.key().c_str());
    }

    void gradientsDoNotDependOnTheConvolutionLibrary_data()
    {
        QTest::addColumn<bool>("tiny");
        QTest::newRow("tiny, odd widths") << true;
        QTest::newRow("picture-book") << false;
    }
    void gradientsDoNotDependOnTheConvolutionLibrary()
    {
        QFETCH(bool, tiny);
        torch::manual_seed(6);
        ResNet network((tiny ? tinyDetectorConfig() : pictureBookDetectorConfig()).backbone);
        network->train();
        const at::Tensor pictures = torch::randn({2, 3, 64, 96}).contiguous(at::MemoryFormat::ChannelsLast);
        const auto gradients = [&](bool oneDnn) {
            torch::globalContext().setUserEnabledMkldnn(oneDnn);
            network->zero_grad();
            at::Tensor total = torch::zeros({});
            for (const at::Tensor& output : network->forward(pictures))
                total = total + output.square().mean();
            total.backward();
            torch::globalContext().setUserEnabledMkldnn(true);
            std::vector<at::Tensor> all;
            for (const at::Tensor& parameter : network->parameters())
                all.push_back(parameter.grad().clone());
            return all;
        };
        const auto with = gradients(true), without = gradients(false);
        for (std::size_t i = 0; i < with.size(); ++i) {
            const double scale = without[i].abs().max().item<double>();
            const double difference = (with[i] - without[i]).abs().max().item<double>();
            QVERIFY2(difference <= 1e-3 * scale + 1e-6,
                     qPrintable(QString("parameter %1: %2 of %3").arg(i).arg(difference).arg(scale)));
        }
    }

    void picturesWithoutObjectsTrainToo()
    {
        torch::manual_seed(1);
        FasterRcnn detector(tinyDetectorConfig());
        detector->initialize();
        detector->train();
        std::vector<DetectorTarget> targets = m_targets;
        const at::Tensor none = torch::zeros({0}, torch::kLong);
        for (DetectorTarget& target : targets)
            target = {torch::zeros({0, 4}), none, {none, none}, 1};
        QVERIFY(std::isfinite(totalLoss(detector, targets, true)));
        targets[0] = m_targets[0];
        QVERIFY(std::isfinite(totalLoss(detector, targets, true)));
    }

    void detectionsAreCompleteAndOrdered()
    {
        torch::manual_seed(4);
        DetectorConfig config = tinyDetectorConfig();
        config.boxScoreThresh = 0;
        FasterRcnn detector(config);
        detector->initialize();
        detector->eval();
        const auto detections = detector->detect(m_pointers, {});
        QCOMPARE(detections.size(), 2u);
        for (const Detections& found : detections) {
            const std::int64_t count = found.boxes.size(0);
            QVERIFY(count > 0 && count <= config.boxDetectionsPerImg);
            QVERIFY((found.scores.slice(0, 0, -1) >= found.scores.slice(0, 1)).all().item<bool>());
            QVERIFY(found.labels.min().item<std::int64_t>() >= 1 && found.labels.max().item<std::int64_t>() <= 16);
            QVERIFY(found.boxes.min().item<float>() >= 0 && found.boxes.select(1, 2).max().item<float>() <= 160.01f);
            QVERIFY((found.features.sizes() == at::IntArrayRef{count, config.boxHeadSize}));
            QVERIFY((found.attributeProbabilities.at(0).sizes() == at::IntArrayRef{count, 8}));
            QVERIFY(torch::allclose(found.attributeProbabilities.at(1).sum(1), torch::ones({count})));
            QCOMPARE(found.placeProbabilities.size(0), 5);
            QVERIFY(!found.features.requires_grad());
        }
    }

    void stopIsHeardBetweenStages()
    {
        FasterRcnn detector(tinyDetectorConfig());
        detector->eval();
        std::stop_source source;
        std::vector<std::string> stages;
        const JobControl control{source.get_token(), [&](const Progress& progress) {
                                     stages.push_back(progress.stage);
                                     if (progress.stage == "Finding regions")
                                         source.request_stop();
                                 }};
        bool cancelled = false;
        try {
            detector->detect(m_pointers, control);
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
        QVERIFY(cancelled);
        QCOMPARE(stages.back(), std::string("Finding regions"));
    }

    void emptyPictureIsRefused()
    {
        FasterRcnn detector(tinyDetectorConfig());
        const RgbImage nothing;
        QVERIFY_EXCEPTION_THROWN(detector->detect({&nothing}, {}), Error);
        QVERIFY(detector->detect({}, {}).empty());
    }
};

VBS_TEST_MAIN(FasterRcnnTest)
#include "faster_rcnn_test.moc"
