#ifndef Q_MOC_RUN
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/detector/visual_genome/vg_config.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_vg_detector.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

class VgConfigTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const std::string& text) const
    {
        const std::filesystem::path file = std::filesystem::path(m_folder.path().toStdString()) / "config.yaml";
        writeFileAtomically(file, text);
        return file;
    }
    VgDetectorConfig configOf(const std::string& yaml) const
    {
        return vgDetectorConfigFromJson(readVgConfigYaml(write(yaml)));
    }

private Q_SLOTS:
    void jsonSurvives()
    {
        for (const VgDetectorConfig& config : {VgDetectorConfig(), tinyVgConfig()}) {
            const OrderedJson json = vgDetectorConfigToJson(config);
            QVERIFY(vgDetectorConfigToJson(vgDetectorConfigFromJson(Json::parse(json.dump()))) == json);
        }
        QVERIFY(vgDetectorConfigToJson(vgDetectorConfigFromJson(Json::object())) == vgDetectorConfigToJson({}));
    }

    void wrongConfigsAreRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("unknown key") << R"({"min_sise": 600})";
        QTest::newRow("wrong type") << R"({"min_size": "large"})";
        QTest::newRow("unknown format") << R"({"input_format": "HSV"})";
        QTest::newRow("zero deviation") << R"({"pixel_std": [1, 0, 1]})";
        QTest::newRow("three weights") << R"({"box_weights": [10, 10, 5]})";
        QTest::newRow("weight of zero") << R"({"rpn_box_weights": [1, 1, 1, 0]})";
        QTest::newRow("no thresholds") << R"({"nms_thresh_test": []})";
        QTest::newRow("no anchors") << R"({"anchor_sizes": []})";
        QTest::newRow("offset of one") << R"({"anchor_offset": 1})";
        QTest::newRow("three stages") << R"({"stage_blocks": [3, 4, 23]})";
        QTest::newRow("huge") << R"({"num_classes": 100000000000})";
        QTest::newRow("no detections") << R"({"max_detections": 0})";
    }
    void wrongConfigsAreRefused()
    {
        QFETCH(QString, change);
        QVERIFY_EXCEPTION_THROWN(vgDetectorConfigFromJson(Json::parse(change.toStdString())), Error);
    }

    void yamlOfThePublishedKindIsRead()
    {
        const VgDetectorConfig config = configOf(R"(
BACKBONE: {FREEZE_AT: 2}
RESNETS:
  DEPTH: 50
  STRIDE_IN_1X1: false
  RES2_OUT_CHANNELS: 128
  STEM_OUT_CHANNELS: 32
  WIDTH_PER_GROUP: 16
  NUM_GROUPS: 1
  OUT_FEATURES: [res4]
ANCHOR_GENERATOR:
  SIZES: [[32, 64]]
  ASPECT_RATIOS: [[1.0, 3.0]]
  OFFSET: 0.5
PROPOSAL_GENERATOR: {HIDDEN_CHANNELS: -1, MIN_SIZE: 4}
RPN:
  PRE_NMS_TOPK_TEST: 4000
  POST_NMS_TOPK_TEST: 200
  NMS_THRESH: 0.65
  BBOX_REG_WEIGHTS: [2.0, 2.0, 1.0, 1.0]
ROI_HEADS:
  NUM_CLASSES: 80
  NMS_THRESH_TEST: [0.3, 0.4]
  SCORE_THRESH_TEST: 0.2
ROI_BOX_HEAD:
  POOLER_TYPE: ROIAlignV2
  POOLER_RESOLUTION: 7
  RES5HALVE: true
  ATTR: true
  NUM_ATTRS: 20
  CLS_AGNOSTIC_BBOX_REG: true
  BBOX_REG_WEIGHTS: [5.0, 5.0, 2.5, 2.5]
INPUT: {FORMAT: RGB, MIN_SIZE_TEST: 600, MAX_SIZE_TEST: 1.0e+3}
MODEL:
  DEVICE: cpu
  MAX_POOL: false
  PIXEL_MEAN: [1.5, 2.5, 3.5]
  PIXEL_STD: [57.0, 58.0, 59.0]
MIN_DETECTIONS: 10
MAX_DETECTIONS: 100
PAD_VALUE: 1
SIZE_DIVISIBILITY: 0
)");
        QCOMPARE(config.stageBlocks, (std::vector<std::int64_t>{3, 4, 6, 3}));
        QVERIFY(!config.strideIn1x1 && !config.caffeMaxPool && config.res5Halve && config.classAgnosticBoxes);
        QCOMPARE(config.res2Channels, 128);
        QCOMPARE(config.stemChannels, 32);
        QCOMPARE(config.bottleneckChannels, 16);
        QCOMPARE(config.anchorSizes, (std::vector<double>{32, 64}));
        QCOMPARE(config.anchorRatios, (std::vector<double>{1, 3}));
        QCOMPARE(config.anchorOffset, .5);
        QCOMPARE(config.rpnHiddenChannels, -1);
        QCOMPARE(config.rpnMinSize, 4.);
        QCOMPARE(config.rpnPreNmsTopK, 4000);
        QCOMPARE(config.rpnPostNmsTopK, 200);
        QCOMPARE(config.rpnNmsThresh, .65);
        QCOMPARE(config.rpnBoxWeights, (std::vector<double>{2, 2, 1, 1}));
        QCOMPARE(config.numClasses, 80);
        QCOMPARE(config.nmsThreshTest, (std::vector<double>{.3, .4}));
        QCOMPARE(config.poolerResolution, 7);
        QCOMPARE(config.numAttributes, 20);
        QCOMPARE(config.boxWeights, (std::vector<double>{5, 5, 2.5, 2.5}));
        QCOMPARE(config.inputFormat, std::string("RGB"));
        QCOMPARE(config.minSize, 600);
        QCOMPARE(config.maxSize, 1000);
        QCOMPARE(config.pixelMean, (std::vector<double>{1.5, 2.5, 3.5}));
        QCOMPARE(config.pixelStd, (std::vector<double>{57, 58, 59}));
        QCOMPARE(config.padValue, 1.);
        QCOMPARE(config.minDetections, 10);
        QCOMPARE(config.maxDetections, 100);
    }

    void keysMayStandElsewhereAndBeMissing()
    {
        const VgDetectorConfig config = configOf("model: {rpn: {nms_thresh: 0.5}, roi_box_head: {attr: False}}\n"
                                                 "roi_heads: {nms_thresh_test: 0.45}\ninput: {min_size_test: null}\n");
        QCOMPARE(config.rpnNmsThresh, .5);
        QCOMPARE(config.numAttributes, 0);
        QCOMPARE(config.nmsThreshTest, std::vector<double>{.45});
        QCOMPARE(config.minSize, 800);
        QCOMPARE(config.maxDetections, 36);
    }

    void wrongYamlIsNamed_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("named");
        QTest::newRow("not YAML") << "a: [1, 2"
                                  << "config.yaml";
        QTest::newRow("a list") << "- 1\n- 2\n"
                                << "config.yaml";
        QTest::newRow("empty") << ""
                               << "config.yaml";
        QTest::newRow("words for numbers") << "INPUT: {MIN_SIZE_TEST: large}"
                                           << "input.min_size_test";
        QTest::newRow("half pixels") << "INPUT: {MIN_SIZE_TEST: 600.5}"
                                     << "input.min_size_test";
        QTest::newRow("unknown depth") << "RESNETS: {DEPTH: 77}"
                                       << "resnets.depth";
        QTest::newRow("groups") << "RESNETS: {NUM_GROUPS: 32}"
                                << "resnets.num_groups";
        QTest::newRow("divisible sizes") << "SIZE_DIVISIBILITY: 32"
                                         << "size_divisibility";
        QTest::newRow("mapping for a list") << "MODEL: {PIXEL_MEAN: {a: 1}}"
                                            << "";
        QTest::newRow("deep") << QString(2000, '[') + QString(2000, ']') << "config.yaml";
    }
    void wrongYamlIsNamed()
    {
        QFETCH(QString, yaml);
        QFETCH(QString, named);
        try {
            const VgDetectorConfig config = configOf(yaml.toStdString());
            QVERIFY2(named.isEmpty(), "accepted"); // passed over, and the table's value stands
            QCOMPARE(config.pixelMean.size(), 3u);
        } catch (const Error& e) {
            QVERIFY2(std::string(e.what()).find(named.toStdString()) != std::string::npos, e.what());
        }
    }
};

VBS_TEST_MAIN(VgConfigTest)
#include "vg_config_test.moc"
