#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/picture_book/scenes/scene.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/regions/detector_files.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_detector.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

class RegionExtractorTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    DetectorConfig m_config;
    std::vector<RgbImage> m_pictures;

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    Json config() const { return readJsonFile(folder() / "config.json"); }
    std::string messageOf(const Json& json) const
    {
        try {
            createRegionExtractor(json, folder(), c10::kCPU);
        } catch (const Error& e) {
            return e.what();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(1);
        torch::manual_seed(9);
        m_config = tinyDetectorConfig();
        m_config.boxScoreThresh = m_config.regionScoreThresh = .01; // an untrained network is never sure
        m_config.maxRegions = 6;
        FasterRcnn detector(m_config);
        detector->initialize();
        saveDetector(folder(), detector, {BoxGeometryConfig::Kind::Fourier, 4});
        for (int i = 0; i < 3; ++i)
            m_pictures.push_back(drawScene(sceneOfSeries(5, static_cast<std::uint64_t>(i))));
        m_pictures.push_back(RgbImage(200, 100)); // another size, resized and padded
    }

    void regionsAndTensorsBelongTogether()
    {
        const auto extractor = createRegionExtractor(config(), folder(), c10::kCPU);
        QCOMPARE(extractor->featureSize(), 24 + 22);
        for (const RgbImage& picture : m_pictures) {
            const ExtractedRegions found = extractor->extract(picture, {});
            const auto& regions = found.regions.regions;
            const auto count = static_cast<std::int64_t>(regions.size());
            QCOMPARE(found.regions.imageWidth, picture.width);
            QCOMPARE(found.regions.imageHeight, picture.height);
            QVERIFY(count > 1 && count <= 7);
            QVERIFY((found.boxes.sizes() == at::IntArrayRef{count, 4}));
            QVERIFY((found.features.sizes() == at::IntArrayRef{count, 46}));
            QVERIFY(regions[0].wholeImage);
            QVERIFY((regions[0].box == Box{0, 0, float(picture.width), float(picture.height)}));
            QVERIFY(std::find(m_config.places.begin(), m_config.places.end(), regions[0].attribute) !=
                    m_config.places.end());
            for (std::int64_t i = 1; i < count; ++i) {
                const Region& region = regions[static_cast<std::size_t>(i)];
                QVERIFY(!region.wholeImage && region.score > .01f && region.score <= 1);
                QVERIFY(i == 1 || region.score <= regions[static_cast<std::size_t>(i - 1)].score);
                QCOMPARE(region.box.x1, found.boxes[i][0].item<float>());
                QCOMPARE(region.box.y2, found.boxes[i][3].item<float>());
                QVERIFY(region.box.x2 <= float(picture.width) + .01f);
                const auto& colors = m_config.attributes[0].values;
                QVERIFY(std::find(colors.begin(), colors.end(), region.attribute) != colors.end());
                QVERIFY(region.attributeScore > 0 && region.attributeScore <= 1);
            }
            const at::Tensor geometry =
                boxGeometry(found.boxes, picture.width, picture.height, {BoxGeometryConfig::Kind::Fourier, 4});
            QVERIFY(torch::equal(found.features.slice(1, 24), geometry));
            QVERIFY(found.features.slice(1, 0, 24).abs().max().item<float>() > 0);
        }
    }

    void batchesGiveWhatSinglePicturesGive()
    {
        const auto extractor = createRegionExtractor(config(), folder(), c10::kCPU);
        const auto batch = extractor->extractBatch({&m_pictures[0], &m_pictures[1], &m_pictures[2]}, {});
        QCOMPARE(batch.size(), 3u);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const ExtractedRegions single = extractor->extract(m_pictures[i], {});
            QVERIFY(batch[i].boxes.sizes() == single.boxes.sizes());
            QVERIFY(torch::allclose(batch[i].boxes, single.boxes, 1e-4, 1e-2));
            QVERIFY(torch::allclose(batch[i].features, single.features, 1e-3, 1e-3));
        }
    }

    void describingFoundBoxesGivesTheirFeatures()
    {
        const auto extractor = createRegionExtractor(config(), folder(), c10::kCPU);
        for (const RgbImage& picture : m_pictures) {
            const ExtractedRegions found = extractor->extract(picture, {});
            std::vector<Box> boxes;
            for (const Region& region : found.regions.regions)
                if (!region.wholeImage)
                    boxes.push_back(region.box);
            std::reverse(boxes.begin(), boxes.end());
            const ExtractedRegions described = extractor->describe(picture, boxes, {});
            const auto count = static_cast<std::int64_t>(boxes.size());
            QCOMPARE(described.features.size(0), count + 1);
            QVERIFY(described.regions.regions[0].wholeImage);
            for (std::int64_t i = 0; i < count; ++i) { // the order is the caller's
                const Region& region = described.regions.regions[static_cast<std::size_t>(i + 1)];
                QVERIFY(region.box == boxes[static_cast<std::size_t>(i)]);
                QCOMPARE(region.attribute, found.regions.regions[static_cast<std::size_t>(count - i)].attribute);
                QVERIFY(!region.label.empty() && region.label != "background");
                QVERIFY(torch::allclose(described.features[i + 1], found.features[count - i], 1e-3, 1e-3));
            }
        }
    }

    void givenBoxesAreCutToThePicture()
    {
        const auto extractor = createRegionExtractor(config(), folder(), c10::kCPU);
        const RgbImage& picture = m_pictures[0];
        const ExtractedRegions cut = extractor->describe(picture, {{-20, -5, 30, 1e6f}}, {});
        QVERIFY((cut.regions.regions[1].box == Box{0, 0, 30, float(picture.height)}));
        for (const Box& nowhere : {Box{-9, 0, 0, 9}, Box{5, 5, 5, 9}, Box{9, 9, 5, 5}, Box{NAN, 0, 5, 5}}) {
            try {
                extractor->describe(picture, {{0, 0, 9, 9}, nowhere}, {});
                QFAIL("accepted");
            } catch (const Error& e) {
                QVERIFY(std::string(e.what()).find("Box 2 ") == 0);
            }
        }
    }

    void weightsSurviveHalfPrecision()
    {
        FasterRcnn loaded(m_config);
        loadDetectorWeights(folder() / "model.safetensors", loaded);
        torch::manual_seed(9);
        FasterRcnn original(m_config);
        original->initialize();
        const auto expected = original->named_parameters();
        for (const auto& item : loaded->named_parameters()) {
            const at::Tensor half = expected[item.key()].to(torch::kHalf).to(torch::kFloat);
            QVERIFY2(torch::equal(item.value(), half), item.key().c_str());
        }
    }

    void fingerprintFollowsConfigurationAndWeights()
    {
        const std::string print = createRegionExtractor(config(), folder(), c10::kCPU)->fingerprint();
        QCOMPARE(createRegionExtractor(config(), folder(), c10::kCPU)->fingerprint(), print);
        Json changed = config();
        changed["max_regions"] = 5;
        QVERIFY(createRegionExtractor(changed, folder(), c10::kCPU)->fingerprint() != print);
        FasterRcnn other(m_config);
        QTemporaryDir elsewhere;
        saveDetector(elsewhere.path().toStdString(), other, {BoxGeometryConfig::Kind::Fourier, 4});
        QVERIFY(createRegionExtractor(config(), elsewhere.path().toStdString(), c10::kCPU)->fingerprint() != print);
    }

    void faultsAreNamed()
    {
        Json json = config();
        json["kind"] = "yolo";
        QVERIFY(messageOf(json).find("\"yolo\"") != std::string::npos);
        QVERIFY(messageOf(json).find("faster_rcnn_fpn") != std::string::npos);
        json = config();
        json.erase("kind");
        QVERIFY(!messageOf(json).empty());
        json = config();
        json["weights"] = "absent.safetensors";
        QVERIFY(messageOf(json).find("absent.safetensors") != std::string::npos);
        json = config();
        json.erase("weights");
        QVERIFY(messageOf(json).find("weights") != std::string::npos);
        json = config();
        json["box_head_size"] = 32; // no longer what the file holds
        QVERIFY(messageOf(json).find("roi_heads.") != std::string::npos);
        QVERIFY(messageOf(json).find("model.safetensors") != std::string::npos);
        json = config();
        json["geometry"]["kind"] = "polar";
        QVERIFY(messageOf(json).find("geometry") != std::string::npos);
        QVERIFY(messageOf(config()).empty());
    }

    void stopCancels()
    {
        const auto extractor = createRegionExtractor(config(), folder(), c10::kCPU);
        std::stop_source source;
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(extractor->extract(m_pictures[0], JobControl{source.get_token(), {}}), Error);
    }
};

VBS_TEST_MAIN(RegionExtractorTest)
#include "region_extractor_test.moc"
