#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/bench/detector_rule_fill.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/detector/visual_genome/vg_detector.h"
#include "core/image/image_io.h"
#include "core/regions/detector_files.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/extractor_setup.h"
#include "core/regions/extractor_weights.h"
#include "core/regions/published_extractors.h"
#include "core/regions/region_extractor.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/tiny_detector.h"
#include "tests/support/tiny_vg_detector.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

class PublishedExtractorsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    RgbImage m_picture;

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    static std::string messageOf(const Json& config, const std::filesystem::path& folder)
    {
        try {
            createRegionExtractor(config, folder, c10::kCPU);
        } catch (const Error& e) {
            return e.what();
        }
        return {};
    }

    Json tinyVg() const
    {
        Json config = Json(vgDetectorConfigToJson(tinyVgConfig()));
        config["kind"] = "vg_faster_rcnn";
        config["weights"] = (folder() / "vg.safetensors").string(); // absolute, as from a command line
        return config;
    }

private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(2);
        m_picture = readImage(vbs::test::dataFile("vision/images/syn_a.png"));
        VgDetector detector(tinyVgConfig());
        fillByRule(*detector, RuleNetwork::VisualGenome, "tiny-3");
        writeSafetensors(folder() / "vg.safetensors", saveModule(*detector));
    }

    void everyNameHasAConfiguration()
    {
        const std::vector<std::string> names = publishedExtractorNames();
        QCOMPARE(names.size(), 7u);
        for (const std::string& name : names) {
            Json config = publishedExtractorConfig(name);
            QVERIFY2(messageOf(config, {}).find("\"weights\"") != std::string::npos, name.c_str());
            config["weights"] = "/absent/file.pth";
            QVERIFY2(messageOf(config, {}).find("/absent/file.pth") != std::string::npos, name.c_str());
        }
        QCOMPARE(publishedExtractorConfig("resnet101").at("arch").get<std::string>(), std::string("resnet101"));
        QCOMPARE(publishedExtractorConfig("vg_faster_rcnn").at("max_detections").get<int>(), 36);
        const Json categories = publishedExtractorConfig("faster_rcnn_fpn").at("categories");
        QCOMPARE(categories.size(), 90u);
        QCOMPARE(categories[0].get<std::string>(), std::string("person"));
        QCOMPARE(categories[89].get<std::string>(), std::string("toothbrush"));
        QVERIFY_EXCEPTION_THROWN(publishedExtractorConfig("yolo"), Error);
    }

    void limitsGoToTheKindsOwnKeys()
    {
        Json config = publishedExtractorConfig("vg_faster_rcnn");
        applyExtractorLimits({600, 1000, 20}, config);
        QCOMPARE(config["min_size"].get<int>(), 600);
        QCOMPARE(config["max_size"].get<int>(), 1000);
        QCOMPARE(config["max_detections"].get<int>(), 20);
        config = publishedExtractorConfig("faster_rcnn_fpn");
        applyExtractorLimits({{}, {}, 20}, config);
        QCOMPARE(config["max_regions"].get<int>(), 20);
        QCOMPARE(config["min_size"].get<int>(), 800);
        config = publishedExtractorConfig("resnet50");
        applyExtractorLimits({{}, {}, 3}, config);
        QCOMPARE(config["repeat"].get<int>(), 3);
        QVERIFY_EXCEPTION_THROWN(applyExtractorLimits({600, {}, {}}, config), Error);
        config["mode"] = "grid";
        QVERIFY_EXCEPTION_THROWN(applyExtractorLimits({{}, {}, 3}, config), Error);
    }

    void visualGenomeRegionsCarryNumbersAndNames()
    {
        const auto numbers = createRegionExtractor(tinyVg(), {}, c10::kCPU);
        const ExtractedRegions found = numbers->extract(m_picture, {});
        const auto count = static_cast<std::int64_t>(found.regions.regions.size());
        QVERIFY(count > 1);
        QCOMPARE(numbers->featureSize(), 128);
        QVERIFY((found.features.sizes() == at::IntArrayRef{count, 128}));
        QVERIFY((found.labels.sizes() == at::IntArrayRef{count}) && found.labels.scalar_type() == torch::kLong);
        QVERIFY((found.attributes.sizes() == at::IntArrayRef{count}));
        const Region& region = found.regions.regions[1];
        QCOMPARE(region.label, std::to_string(found.labels[1].item<std::int64_t>()));
        QCOMPARE(region.attributeScore, found.attributeScores[1].item<float>());
        QCOMPARE(region.box.x2, found.boxes[1][2].item<float>());

        // Names beside the weights are found; of synonyms the first counts.
        writeFileAtomically(folder() / "objects_vocab.txt", "Yolk,egg\nball \nc\nd\ne\nf\ng");
        writeFileAtomically(folder() / "attributes_vocab.txt", "red\ngreen\nblue\nblack\nwhite\n");
        const auto named = createRegionExtractor(tinyVg(), {}, c10::kCPU);
        QVERIFY(named->fingerprint() != numbers->fingerprint());
        const char* objects[] = {"yolk", "ball", "c", "d", "e", "f", "g"};
        const char* attributes[] = {"red", "green", "blue", "black", "white"};
        const ExtractedRegions again = named->extract(m_picture, {});
        for (std::int64_t i = 0; i < count; ++i) {
            const Region& r = again.regions.regions[std::size_t(i)];
            QCOMPARE(r.label, std::string(objects[again.labels[i].item<std::int64_t>()]));
            QCOMPARE(r.attribute, std::string(attributes[again.attributes[i].item<std::int64_t>()]));
        }
        Json config = tinyVg();
        config["objects"] = Json::array({"a", "b"});
        QVERIFY(messageOf(config, {}).find("2 names") != std::string::npos);
        writeFileAtomically(folder() / "objects_vocab.txt", "one\n");
        QVERIFY(messageOf(tinyVg(), {}).find("objects_vocab.txt has 1 names") != std::string::npos);
        std::filesystem::remove(folder() / "objects_vocab.txt");
        std::filesystem::remove(folder() / "attributes_vocab.txt");
    }

    void visualGenomeBatchesAndBoxes()
    {
        const auto extractor = createRegionExtractor(tinyVg(), {}, c10::kCPU);
        const RgbImage other = readImage(vbs::test::dataFile("vision/images/syn_b.png"));
        const auto batch = extractor->extractBatch({&m_picture, &other}, {});
        QVERIFY(torch::equal(batch[1].features, extractor->extract(other, {}).features));
        const std::vector<Box> boxes{{10, 10, 200, 150}, {-50, 20, 90, 1000}};
        const ExtractedRegions described = extractor->describe(m_picture, boxes, {});
        QCOMPARE(described.regions.regions.size(), 2u);
        QVERIFY((described.regions.regions[1].box == Box{0, 20, 90, 301}));
        QCOMPARE(described.labels.size(0), 2);
        QVERIFY_EXCEPTION_THROWN(extractor->describe(m_picture, {{0, 0, 0, 5}}, {}), Error);
    }

    void foldersOfPublishedFilesAreRead()
    {
        QTemporaryDir directory;
        const std::filesystem::path published = directory.path().toStdString();
        const auto fails = [&](const char* word) {
            try {
                extractorConfigOfFolder(published);
            } catch (const Error& e) {
                return std::string(e.what()).find(word) != std::string::npos;
            }
            return false;
        };
        QVERIFY(fails("config.yaml"));
        writeFileAtomically(published / "config.yaml", R"(
RESNETS: {DEPTH: 50, STEM_OUT_CHANNELS: 4, WIDTH_PER_GROUP: 4, RES2_OUT_CHANNELS: 8}
PROPOSAL_GENERATOR: {HIDDEN_CHANNELS: 8}
RPN: {PRE_NMS_TOPK_TEST: 100, POST_NMS_TOPK_TEST: 20}
ROI_HEADS: {NUM_CLASSES: 3}
ROI_BOX_HEAD: {NUM_ATTRS: 2}
INPUT: {MIN_SIZE_TEST: 100, MAX_SIZE_TEST: 150}
)");
        QVERIFY(fails("pytorch_model.bin"));
        VgDetector detector(vgDetectorConfigFromJson(readVgConfigYaml(published / "config.yaml")));
        fillByRule(*detector, RuleNetwork::VisualGenome, "folder");
        TensorMap weights = saveModule(*detector);
        for (auto item = weights.begin(); item != weights.end();) // as some published files
            item = item->first.ends_with("num_batches_tracked") || item->first.ends_with("cell_anchors.0")
                       ? weights.erase(item)
                       : std::next(item);
        writeSafetensors(published / "model.safetensors", weights);
        Json config = extractorConfigOfFolder(published);
        QVERIFY(createRegionExtractor(config, published, c10::kCPU)->extract(m_picture, {}).features.size(1) == 64);
        applyExtractorLimits({{}, {}, 2}, config); // what is stated beside the file wins over the file
        QCOMPARE(createRegionExtractor(config, published, c10::kCPU)->extract(m_picture, {}).boxes.size(0), 2);
        // A folder is a weights "file" as well.
        config["weights"] = published.string();
        QVERIFY(messageOf(config, published).empty());
    }

    void oldTorchvisionKeysAreRenamed()
    {
        const at::Tensor one = torch::ones({1});
        const TensorMap current = withCurrentKeys({{"backbone.fpn.inner_blocks.3.weight", one},
                                                   {"backbone.fpn.layer_blocks.0.bias", one},
                                                   {"backbone.fpn.layer_blocks.1.0.bias", one},
                                                   {"rpn.head.conv.weight", one},
                                                   {"rpn.head.conv.bias", one},
                                                   {"roi_heads.mask_head.mask_fcn1.weight", one},
                                                   {"roi_heads.mask_predictor.conv5_mask.bias", one},
                                                   {"fc.weight", one},
                                                   {"roi_heads.box_head.fc6.weight", one},
                                                   {"backbone.res2.0.conv1.norm.gamma", one},
                                                   {"backbone.res2.0.conv1.norm.beta", one}});
        std::vector<std::string> names;
        for (const auto& [name, tensor] : current)
            names.push_back(name);
        QCOMPARE(names,
                 (std::vector<std::string>{"backbone.fpn.inner_blocks.3.0.weight", "backbone.fpn.layer_blocks.0.0.bias",
                                           "backbone.fpn.layer_blocks.1.0.bias", "backbone.res2.0.conv1.norm.bias",
                                           "backbone.res2.0.conv1.norm.weight", "roi_heads.box_head.fc6.weight",
                                           "rpn.head.conv.0.0.bias", "rpn.head.conv.0.0.weight"}));
    }

    void oldMaskRcnnFilesLoad()
    {
        DetectorConfig config = tinyDetectorConfig();
        config.backbone.norm = "frozen_batch_norm";
        config.backbone.normEps = 0;
        config.attributes.clear();
        config.places.clear();
        config.wholeImageRegion = false;
        config.regionScoreThresh = config.boxScoreThresh = .02;
        torch::manual_seed(3);
        FasterRcnn detector(config);
        fillByRule(*detector, RuleNetwork::TorchvisionFasterRcnn, "old");
        detector->eval();
        TensorMap old{{"roi_heads.mask_head.mask_fcn1.weight", torch::zeros({8, 8, 3, 3})}};
        for (const auto& [name, tensor] : saveModule(*detector)) {
            std::string key = name;
            for (const auto& [now, then] : {std::pair(".0.0.", "."), {".0.", "."}}) {
                const bool moved = key.starts_with("backbone.fpn.") || key.starts_with("rpn.head.conv.");
                const std::size_t at = moved ? key.rfind(now) : std::string::npos;
                if (at != std::string::npos && at > 12 && (key.starts_with("rpn") || std::string(now) == ".0."))
                    key.replace(at, std::string(now).size(), then);
            }
            old[key] = tensor;
        }
        QVERIFY(old.contains("rpn.head.conv.weight") && old.contains("backbone.fpn.inner_blocks.0.weight"));
        writeSafetensors(folder() / "old.safetensors", old);
        Json json = Json(detectorConfigToJson(config));
        json["kind"] = "faster_rcnn_fpn";
        json["weights"] = "old.safetensors";
        const auto extractor = createRegionExtractor(json, folder(), c10::kCPU); // folded, as published ones are
        const ExtractedRegions found = extractor->extract(m_picture, {});
        const Detections expected = detector->detect({&m_picture}, {}).front();
        const std::int64_t count = found.boxes.size(0);
        QVERIFY(count > 0 && count <= config.maxRegions);
        QVERIFY(torch::equal(found.labels, expected.labels.slice(0, 0, count)));
        QVERIFY(torch::allclose(found.boxes, expected.boxes.slice(0, 0, count), 1e-4, 1e-2));
        QVERIFY(torch::allclose(found.features, expected.features.slice(0, 0, count), 1e-3, 1e-3));
        QVERIFY(!found.attributes.defined());
        json["precision"] = kAlwaysBfloat16;
        const auto quick = createRegionExtractor(json, folder(), c10::kCPU);
        const std::vector<Box> boxes{{20, 20, 220, 200}};
        const at::Tensor a = extractor->describe(m_picture, boxes, {}).features;
        const at::Tensor b = quick->describe(m_picture, boxes, {}).features;
        QVERIFY(((a - b).abs().max() / a.abs().max()).item<float>() < .05f);
    }

    void otherNetworksWeightsAreRecognised()
    {
        writeSafetensors(folder() / "other.safetensors", {{"bert.embeddings.weight", torch::zeros({3, 4})}});
        Json config = tinyVg();
        config["weights"] = "other.safetensors";
        QVERIFY(messageOf(config, folder()).find("another network") != std::string::npos);
        config = tinyVg();
        config["num_classes"] = 9; // a file with 7 classes
        const std::string message = messageOf(config, {});
        QVERIFY(message.find("vg.safetensors") != std::string::npos && message.find("(28") != std::string::npos &&
                message.find("(36") != std::string::npos);
    }
};

VBS_TEST_MAIN(PublishedExtractorsTest)
#include "published_extractors_test.moc"
