#ifndef Q_MOC_RUN
#include <torch/types.h>

#include "core/base/json.h"
#include "core/bench/detector_rule_fill.h"
#include "core/checkpoint/safetensors.h"
#include "core/detector/torchvision/faster_rcnn.h"
#include "core/detector/visual_genome/vg_detector.h"
#include "core/image/image_io.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/published_extractors.h"
#include "core/regions/region_extractor.h"
#include "tests/support/reference_data.h"
#include "tests/support/test_main.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

/// The published detectors at full size, filled by rule, against what the reference code computed: see the README of
/// the reference data for the cases and the tolerances.
class PublishedDetectorsTest : public QObject {
    Q_OBJECT

    std::filesystem::path m_reference;

    struct Case {
        SafetensorsFile file;
        RgbImage image;
        std::string text(const char* key) const { return file.metadata.at(key); }
        std::int64_t number(const char* key) const { return std::stoll(text(key)); }
        at::Tensor at(const std::string& key) const { return file.tensors.at(key); }
    };
    Case load(const QString& folder, const QString& name) const
    {
        Case c;
        c.file = readSafetensors(m_reference / "vision" / folder.toStdString() / (name.toStdString() + ".safetensors"));
        c.image = readImage(m_reference / "vision/images" / c.text("image"));
        return c;
    }

    static double difference(const at::Tensor& a, const at::Tensor& b)
    {
        if (a.sizes() != b.sizes())
            return INFINITY;
        return a.numel() == 0 ? 0 : (a.to(torch::kDouble) - b.to(torch::kDouble)).abs().max().item<double>();
    }

    /// Our rows in the reference's order: neighbours closer than 2e-5 in score may change places.
    static at::Tensor orderLike(const at::Tensor& ours, const at::Tensor& theirs, const at::Tensor& scores)
    {
        std::vector<std::int64_t> order;
        std::vector<bool> used(static_cast<std::size_t>(ours.size(0)));
        for (std::int64_t i = 0; i < theirs.size(0); ++i) {
            std::int64_t best = std::min(i, ours.size(0) - 1);
            double distance = INFINITY;
            for (std::int64_t j = 0; j < ours.size(0); ++j) {
                if (used[static_cast<std::size_t>(j)] ||
                    std::abs(scores[i].item<double>() - scores[std::min(j, scores.size(0) - 1)].item<double>()) > 2e-5)
                    continue;
                const double d = difference(ours[j], theirs[i]);
                if (d < distance) {
                    distance = d;
                    best = j;
                }
            }
            used[static_cast<std::size_t>(best)] = true;
            order.push_back(best);
        }
        return torch::tensor(order, torch::kLong);
    }

    void report(const char* what, double value, double limit)
    {
        qInfo("%s: %s differs by %.2e (at most %.0e)", QTest::currentDataTag(), what, value, limit);
        QVERIFY2(value <= limit, what);
    }

    static VgDetectorConfig vgConfig(const Case& c)
    {
        VgDetectorConfig config;
        config.minSize = c.number("min_size");
        config.maxSize = c.number("max_size");
        config.minDetections = c.number("min_detections");
        config.maxDetections = c.number("max_detections");
        config.nmsThreshTest = Json::parse(c.text("nms_thresh_test")).get<std::vector<double>>();
        return config;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_reference = test::referenceFolder();
        if (m_reference.empty())
            QSKIP("VBS_REFERENCE_DIR names no folder of reference data.");
    }

    void visualGenome_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"min240", "min240-10to100", "min240-nmslist", "min800"})
            QTest::newRow(name) << QString(name);
    }
    void visualGenome()
    {
        QFETCH(QString, name);
        const Case c = load("frcnn_vg", name);
        const VgDetectorConfig config = vgConfig(c);
        VgDetector detector(config);
        fillByRule(*detector, RuleNetwork::VisualGenome, c.text("salt"));
        detector->fold();
        const VgDetections found = detector->detect(c.image, {});
        const std::int64_t count = c.at("out.preds_per_image").item<std::int64_t>();
        QCOMPARE(found.boxes.size(0), count);
        const VgDetections padded = padDetections(found, config.maxDetections);
        const auto expected = [&](const char* key) { return c.at(key)[0]; };
        const at::Tensor order = orderLike(found.boxes, expected("out.boxes").slice(0, 0, count),
                                           expected("out.obj_probs").slice(0, 0, count));
        const at::Tensor all = torch::cat({order, torch::arange(count, config.maxDetections, torch::kLong)});
        const auto ours = [&](const at::Tensor& tensor) { return tensor.index_select(0, all); };
        QVERIFY(torch::equal(ours(padded.objIds), expected("out.obj_ids")));
        QVERIFY(torch::equal(ours(padded.attrIds), expected("out.attr_ids")));
        report("boxes", difference(ours(padded.boxes), expected("out.boxes")), .05);
        report("normalised boxes", difference(ours(padded.normalizedBoxes), expected("out.normalized_boxes")), 1e-4);
        report("object probabilities", difference(ours(padded.objProbs), expected("out.obj_probs")), 1e-4);
        report("attribute probabilities", difference(ours(padded.attrProbs), expected("out.attr_probs")), 1e-4);
        report("features", difference(ours(padded.roiFeatures), expected("out.roi_features")), 2e-3);
    }

    void torchvision_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"min480", "min800"})
            QTest::newRow(name) << QString(name);
    }
    void torchvision()
    {
        QFETCH(QString, name);
        const Case c = load("tv_frcnn", name);
        DetectorConfig config = fasterRcnnResnet50FpnConfig();
        config.minSize = c.number("min_size");
        config.maxSize = c.number("max_size");
        FasterRcnn detector(config);
        detector->eval();
        fillByRule(*detector, RuleNetwork::TorchvisionFasterRcnn, c.text("salt"));
        detector->fold(c10::kFloat);
        const Detections found = detector->detect({&c.image}, {}).front();
        QCOMPARE(found.boxes.size(0), c.at("out.boxes").size(0));
        const at::Tensor order = orderLike(found.boxes, c.at("out.boxes"), c.at("out.scores"));
        const auto ours = [&](const at::Tensor& tensor) { return tensor.index_select(0, order); };
        QVERIFY(torch::equal(ours(found.labels), c.at("out.labels")));
        report("boxes", difference(ours(found.boxes), c.at("out.boxes")), .05);
        report("scores", difference(ours(found.scores), c.at("out.scores")), 1e-4);
        report("features", difference(ours(found.features), c.at("out.box_features")), 2e-3);
    }
};

VBS_TEST_MAIN(PublishedDetectorsTest)
#include "published_detectors_slow_test.moc"
