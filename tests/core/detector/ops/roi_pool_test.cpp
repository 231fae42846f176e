#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/detector/ops/roi_pool.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#endif

#include <QtTest>

using namespace vbs;

class RoiPoolTest : public QObject {
    Q_OBJECT

    TensorMap m_data; ///< of torchvision 0.14.1, see box_ops_test

private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(2);
        m_data = readSafetensors(vbs::test::dataFile("vision/ops.safetensors")).tensors;
    }

    void equalsTheLibrarys_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::newRow("2x3") << 2 << 3;
        QTest::newRow("7x7") << 7 << 7;
        QTest::newRow("14x14") << 14 << 14;
    }
    void equalsTheLibrarys()
    {
        QFETCH(int, height);
        QFETCH(int, width);
        const at::Tensor rois = m_data.at("roi.rois"), features = m_data.at("roi.features");
        const at::Tensor expected = m_data.at(std::string("roi_pool.") + QTest::currentDataTag());
        const double scale = m_data.at("roi.spatial_scale").item<double>();
        for (std::int64_t i = 0; i < rois.size(0); ++i) {
            const auto image = rois[i][0].item<std::int64_t>();
            const auto cells = roiCells(rois.slice(0, i, i + 1).slice(1, 1), scale);
            const at::Tensor map = features.slice(0, image, image + 1);
            QVERIFY(torch::equal(roiPool(map, cells, height, width)[0], expected[i]));
            const at::Tensor channelsLast = map.contiguous(at::MemoryFormat::ChannelsLast);
            QVERIFY(torch::equal(roiPool(channelsLast, cells, height, width)[0], expected[i]));
        }
    }

    void manyChannelsAndRegionsEqualASlowLoop()
    {
        torch::manual_seed(3);
        const at::Tensor map = torch::randn({1, 37, 25, 30});
        const at::Tensor corners = torch::rand({40, 4}) * torch::tensor({500., 420., 500., 420.}) - 10;
        const at::Tensor boxes = torch::cat({torch::minimum(corners.slice(1, 0, 2), corners.slice(1, 2)),
                                             torch::maximum(corners.slice(1, 0, 2), corners.slice(1, 2))},
                                            1);
        const auto cells = roiCells(boxes, 1. / 16);
        const at::Tensor pooled = roiPool(map, cells, 14, 14);
        QVERIFY(pooled.is_contiguous(at::MemoryFormat::ChannelsLast));
        const auto bin = [](std::int64_t first, std::int64_t last, int i, std::int64_t size) {
            const float width = float(last - first + 1) / 14.f;
            const auto begin = std::int64_t(std::floor(float(i) * width)) + first;
            const auto end = std::int64_t(std::ceil(float(i + 1) * width)) + first;
            return std::pair(std::clamp<std::int64_t>(begin, 0, size), std::clamp<std::int64_t>(end, 0, size));
        };
        for (std::size_t r = 0; r < cells.size(); ++r) {
            for (int y = 0; y < 14; ++y) {
                for (int x = 0; x < 14; ++x) {
                    const auto [top, bottom] = bin(cells[r].top, cells[r].bottom, y, 25);
                    const auto [left, right] = bin(cells[r].left, cells[r].right, x, 30);
                    const at::Tensor part = map[0].slice(1, top, bottom).slice(2, left, right);
                    const at::Tensor expected = part.numel() == 0 ? torch::zeros({37}) : part.amax({1, 2});
                    QVERIFY(torch::equal(pooled[std::int64_t(r)].select(1, y).select(1, x), expected));
                }
            }
        }
    }

    void halvesAreRoundedAwayFromZero()
    {
        const auto cells = roiCells(torch::tensor({{8.f, -8.f, 24.f, 23.9f}, {NAN, 1e30f, -1e30f, 0.f}}), 1. / 16);
        QCOMPARE(cells[0], (RoiCells{1, -1, 2, 1}));
        QCOMPARE(cells[1].left, 0);
        const at::Tensor far = roiPool(torch::ones({1, 2, 3, 3}), cells, 2, 2);
        QCOMPARE(far[1].abs().max().item<float>(), 0.f);
    }

    void noRegionsGiveNothing()
    {
        const at::Tensor pooled = roiPool(m_data.at("roi.features").slice(0, 0, 1), {}, 7, 7);
        QVERIFY(pooled.sizes() == m_data.at("roi_pool.empty").sizes());
    }

    void wrongMapsAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN(roiPool(m_data.at("roi.features"), {}, 7, 7), Error); // two pictures
        QVERIFY_EXCEPTION_THROWN(roiPool(torch::zeros({3, 4, 4}), {}, 7, 7), Error);
        QVERIFY_EXCEPTION_THROWN(roiPool(torch::zeros({1, 3, 4, 4}, torch::kDouble), {}, 7, 7), Error);
    }
};

VBS_TEST_MAIN(RoiPoolTest)
#include "roi_pool_test.moc"
