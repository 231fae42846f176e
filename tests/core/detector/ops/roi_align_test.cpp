#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/detector/ops/roi_align.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#endif

#include <QtTest>

using namespace vbs;

class RoiAlignTest : public QObject {
    Q_OBJECT

    TensorMap m_data; ///< of torchvision 0.14.1, see box_ops_test

private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(1);
        m_data = readSafetensors(vbs::test::dataFile("vision/ops.safetensors")).tensors;
    }

    void forwardEqualsTheLibrarys_data()
    {
        QTest::addColumn<bool>("aligned");
        QTest::addColumn<int>("samplingRatio");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        for (bool aligned : {false, true}) {
            for (int ratio : {0, 2}) {
                QTest::addRow("aligned%d.sr%d.2x3", aligned, ratio) << aligned << ratio << 2 << 3;
                QTest::addRow("aligned%d.sr%d.7x7", aligned, ratio) << aligned << ratio << 7 << 7;
            }
        }
    }
    void forwardEqualsTheLibrarys()
    {
        QFETCH(bool, aligned);
        QFETCH(int, samplingRatio);
        QFETCH(int, height);
        QFETCH(int, width);
        const RoiAlignOptions options{height, width, m_data.at("roi.spatial_scale").item<double>(), samplingRatio,
                                      aligned};
        const at::Tensor expected = m_data.at(std::string("roi_align.") + QTest::currentDataTag());
        const at::Tensor features = m_data.at("roi.features");
        const at::Tensor pooled = roiAlign(features, m_data.at("roi.rois"), options);
        QVERIFY(torch::allclose(pooled, expected, 1e-5, 1e-5));
        const at::Tensor channelsLast =
            roiAlign(features.contiguous(at::MemoryFormat::ChannelsLast), m_data.at("roi.rois"), options);
        QVERIFY(torch::equal(channelsLast, pooled));
    }

    void noRegionsGiveNothing()
    {
        const at::Tensor pooled = roiAlign(m_data.at("roi.features"), torch::zeros({0, 5}), {7, 7, .125, 2, false});
        QVERIFY(pooled.sizes() == m_data.at("roi_align.empty").sizes());
    }

    void backwardIsTheDerivative_data()
    {
        QTest::addColumn<bool>("aligned");
        QTest::addColumn<int>("samplingRatio");
        for (bool aligned : {false, true}) {
            for (int ratio : {0, 2})
                QTest::addRow("aligned %d, ratio %d", aligned, ratio) << aligned << ratio;
        }
    }
    void backwardIsTheDerivative()
    {
        QFETCH(bool, aligned);
        QFETCH(int, samplingRatio);
        const RoiAlignOptions options{2, 3, .125, samplingRatio, aligned};
        const at::Tensor rois = m_data.at("roi.rois").to(torch::kDouble);
        const at::Tensor features = m_data.at("roi.features").to(torch::kDouble).requires_grad_(true);
        torch::manual_seed(5);
        const at::Tensor weights = torch::randn({rois.size(0), 3, 2, 3}, torch::kDouble);
        (roiAlign(features, rois, options) * weights).sum().backward();
        const at::Tensor gradient = features.grad();
        // The function is linear in the features, so differences are exact but for rounding.
        const torch::NoGradGuard noGrad;
        const auto value = [&](const at::Tensor& x) {
            return (roiAlign(x, rois, options) * weights).sum().item<double>();
        };
        int touched = 0;
        for (std::int64_t i = 0; i < features.numel(); i += 7) {
            at::Tensor changed = features.detach().clone();
            changed.view(-1)[i] += 1;
            const double difference = value(changed) - value(features.detach());
            const double derivative = gradient.reshape(-1)[i].item<double>();
            QVERIFY2(std::abs(difference - derivative) < 1e-9,
                     qPrintable(QString("element %1: %2 and %3").arg(i).arg(difference).arg(derivative)));
            touched += derivative != 0 ? 1 : 0;
        }
        QVERIFY(touched > 20);
    }

    void severalThreadsComputeTheSame()
    {
        const RoiAlignOptions options{7, 7, .125, 2, false};
        const auto both = [&] {
            const at::Tensor features = m_data.at("roi.features").clone().requires_grad_(true);
            const at::Tensor pooled = roiAlign(features, m_data.at("roi.rois").repeat({4, 1}), options);
            pooled.square().sum().backward();
            return std::pair(pooled.detach(), features.grad());
        };
        const auto one = both();
        torch::set_num_threads(2);
        const auto two = both();
        torch::set_num_threads(1);
        QVERIFY(torch::equal(one.first, two.first));
        QVERIFY(torch::equal(one.second, two.second));
    }

    void wrongRegionsAreRefused()
    {
        const at::Tensor features = torch::zeros({2, 3, 4, 4});
        QVERIFY_EXCEPTION_THROWN(roiAlign(features, torch::zeros({1, 4}), {}), Error);
        QVERIFY_EXCEPTION_THROWN(roiAlign(features, torch::full({1, 5}, 2.), {}), Error);
        QVERIFY_EXCEPTION_THROWN(roiAlign(features, torch::full({1, 5}, -1.), {}), Error);
    }

    void sizeChoosesTheLevel()
    {
        const MultiScaleRoiAlign pool(7, 2, 64, 3);
        const at::Tensor boxes = torch::tensor({{0.f, 0.f, 20.f, 20.f},
                                                {0.f, 0.f, 63.f, 63.f},
                                                {0.f, 0.f, 64.f, 64.f},
                                                {0.f, 0.f, 32.f, 128.f},
                                                {0.f, 0.f, 130.f, 130.f},
                                                {0.f, 0.f, 300.f, 300.f}});
        QVERIFY(torch::equal(pool.levels(boxes, 3, 5), torch::tensor({0, 0, 0, 0, 1, 2}, torch::kLong)));
        // The paper's own numbers: 224 pixels are level 4.
        const MultiScaleRoiAlign paper(7, 2, 224, 4);
        const at::Tensor squares =
            torch::tensor({{0.f, 0.f, 112.f, 112.f}, {0.f, 0.f, 224.f, 224.f}, {0.f, 0.f, 448.f, 448.f}});
        QVERIFY(torch::equal(paper.levels(squares, 2, 5), torch::tensor({1, 2, 3}, torch::kLong)));
    }

    void pyramidPoolsEachRegionFromItsLevel()
    {
        torch::manual_seed(2);
        const std::vector<at::Tensor> features{torch::randn({2, 4, 30, 40}), torch::randn({2, 4, 15, 20})};
        const std::vector<at::Tensor> boxes{
            torch::tensor({{100.f, 60.f, 300.f, 230.f}, {5.f, 6.f, 40.f, 50.f}}),
            torch::tensor({{20.f, 30.f, 70.f, 66.f}, {10.f, 10.f, 200.f, 190.f}, {200.f, 100.f, 230.f, 140.f}})};
        const at::Tensor pooled = MultiScaleRoiAlign(7, 2, 64, 3).forward(features, boxes, 240, 320);
        QVERIFY((pooled.sizes() == at::IntArrayRef{5, 4, 7, 7}));
        const int level[] = {1, 0, 0, 1, 0}, image[] = {0, 0, 1, 1, 1};
        const at::Tensor all = torch::cat(boxes);
        for (int i = 0; i < 5; ++i) {
            const at::Tensor roi = torch::cat({torch::full({1, 1}, double(image[i])), all.slice(0, i, i + 1)}, 1);
            const RoiAlignOptions options{7, 7, level[i] == 0 ? .125 : .0625, 2, false};
            const at::Tensor expected = roiAlign(features[level[i]], roi, options);
            QVERIFY(torch::equal(pooled[i], expected[0]));
        }
    }
};

VBS_TEST_MAIN(RoiAlignTest)
#include "roi_align_test.moc"
