#ifndef Q_MOC_RUN
#include <torch/types.h>

#include "core/bench/detector_rule_fill.h"
#include "tests/support/test_main.h"
#endif

#include <QtTest>

using namespace vbs;

/// The worked values of the rule's description.
class DetectorRuleFillTest : public QObject {
    Q_OBJECT

    static at::Tensor filled(const char* key, std::vector<std::int64_t> sizes, RuleNetwork network, const char* salt,
                             TensorMap others = {})
    {
        others[key] = torch::empty(sizes);
        fillByRule(others, network, salt);
        return others[key].reshape(-1);
    }

private Q_SLOTS:
    void workedValues()
    {
        const at::Tensor conv =
            filled("backbone.res2.0.conv1.weight", {64, 64, 1, 1}, RuleNetwork::VisualGenome, "frcnn-vg-1");
        QCOMPARE(conv[0].item<float>(), 0.03715056f);
        QCOMPARE(conv[1].item<float>(), -0.03715056f);
        QCOMPARE(conv[2].item<float>(), 0.14999734f);
        const at::Tensor variance =
            filled("backbone.stem.conv1.norm.running_var", {64}, RuleNetwork::VisualGenome, "frcnn-vg-1");
        QCOMPARE(variance[5].item<float>(), 1.0259708f);
        const at::Tensor classes =
            filled("roi_heads.box_predictor.cls_score.weight", {1601, 2048}, RuleNetwork::VisualGenome, "frcnn-vg-1");
        QCOMPARE(classes[2050].item<float>(), 0.106969856f);
        QCOMPARE(classes[2051].item<float>(), -0.106969856f);
        const at::Tensor stem = filled("conv1.weight", {64, 3, 7, 7}, RuleNetwork::ResNet, "resnet-1:resnet18");
        QCOMPARE(stem[0].item<float>(), -0.083672784f);
    }

    void oddInputChannelsAreOppositeWithAllTheirPixels()
    {
        TensorMap tensors{{"a.conv2.weight", torch::empty({5, 4, 3, 3})}};
        fillByRule(tensors, RuleNetwork::VisualGenome, "x");
        const at::Tensor weight = tensors["a.conv2.weight"];
        for (int c = 0; c < 4; c += 2)
            QVERIFY(torch::equal(weight.select(1, c), -weight.select(1, c + 1)));
        QVERIFY(!torch::equal(weight.select(1, 0), weight.select(1, 2)));
    }

    void normsStayNearTheIdentity()
    {
        TensorMap tensors;
        for (const char* part : {"weight", "bias", "running_mean", "running_var"})
            tensors[std::string("bn1.") + part] = torch::full({512}, 9.);
        tensors["bn1.num_batches_tracked"] = torch::ones({}, torch::kLong);
        fillByRule(tensors, RuleNetwork::ResNet, "x");
        const auto range = [&](const char* part, double low, double high) {
            const at::Tensor t = tensors[std::string("bn1.") + part];
            return t.min().item<double>() >= low && t.max().item<double>() <= high &&
                   (t.max() - t.min()).item<double>() > .9 * (high - low);
        };
        QVERIFY(range("weight", .9, 1.1));
        QVERIFY(range("bias", -.05, .05));
        QVERIFY(range("running_mean", -.05, .05));
        QVERIFY(range("running_var", .8, 1.2));
        QCOMPARE(tensors["bn1.num_batches_tracked"].item<std::int64_t>(), 0);
    }

    void anchorsStay()
    {
        TensorMap tensors{{"proposal_generator.anchor_generator.cell_anchors.0", torch::full({12, 4}, 7.)}};
        fillByRule(tensors, RuleNetwork::VisualGenome, "x");
        QCOMPARE(tensors.begin()->second.min().item<float>(), 7.f);
    }
};

VBS_TEST_MAIN(DetectorRuleFillTest)
#include "detector_rule_fill_test.moc"
