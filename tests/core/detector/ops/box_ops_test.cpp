#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>

#include "core/checkpoint/safetensors.h"
#include "core/detector/ops/box_ops.h"
#include "core/detector/ops/matching.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#endif

#include <QtTest>

#include <cmath>

using namespace vbs;

/// tests/data/vision/ops.safetensors holds what torchvision 0.14.1 computed on made-up boxes.
class BoxOpsTest : public QObject {
    Q_OBJECT

    TensorMap m_data;

    const at::Tensor& data(const std::string& name) const { return m_data.at(name); }
    bool close(const at::Tensor& a, const at::Tensor& b) const
    {
        return a.sizes() == b.sizes() && torch::allclose(a, b, 1e-5, 1e-5, /*equal_nan=*/true);
    }

private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(1);
        m_data = readSafetensors(vbs::test::dataFile("vision/ops.safetensors")).tensors;
    }

    void nmsKeepsTheLibrarysBoxes_data()
    {
        QTest::addColumn<QString>("set");
        for (const char* set : {"a", "b", "c"})
            QTest::newRow(set) << QString(set);
    }
    void nmsKeepsTheLibrarysBoxes()
    {
        QFETCH(QString, set);
        const std::string name = "nms." + set.toStdString();
        const at::Tensor kept =
            nms(data(name + ".boxes"), data(name + ".scores"), data(name + ".threshold").item<double>());
        QVERIFY(torch::equal(kept, data(name + ".keep")));
    }

    void nmsTreatsOddBoxesAsTheLibraryDoes_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<QString>("key");
        QTest::newRow("0") << 0. << "nms.edge.keep_0.0000";
        QTest::newRow("a third, met exactly in float") << 1. / 3 << "nms.edge.keep_0.3333";
        QTest::newRow("a half") << .5 << "nms.edge.keep_0.5000";
        QTest::newRow("1") << 1. << "nms.edge.keep_1.0000";
    }
    void nmsTreatsOddBoxesAsTheLibraryDoes()
    {
        QFETCH(double, threshold);
        QFETCH(QString, key);
        const at::Tensor kept = nms(data("nms.edge.boxes"), data("nms.edge.scores"), threshold);
        QVERIFY(torch::equal(kept, data(key.toStdString())));
    }

    void nmsMayStopEarly()
    {
        const at::Tensor all = nms(data("nms.a.boxes"), data("nms.a.scores"), .5);
        QVERIFY(torch::equal(nms(data("nms.a.boxes"), data("nms.a.scores"), .5, 17), all.slice(0, 0, 17)));
        QVERIFY(torch::equal(nms(data("nms.a.boxes"), data("nms.a.scores"), .5, 100000), all));
        QCOMPARE(nms(data("nms.a.boxes"), data("nms.a.scores"), .5, 0).size(0), 0);
    }

    void noBoxesKeepNone()
    {
        const at::Tensor boxes = torch::zeros({0, 4}), none = torch::zeros({0});
        QCOMPARE(nms(boxes, none, .5).size(0), 0);
        QCOMPARE(batchedNms(boxes, none, torch::zeros({0}, torch::kLong), .5).size(0), 0);
    }

    void overlapsEqualTheLibrarys()
    {
        QVERIFY(close(boxIou(data("nms.edge.boxes"), data("nms.edge.boxes")), data("nms.edge.iou")));
    }

    void equalScoresKeepTheirOrder()
    {
        const at::Tensor boxes = torch::tensor({{0.f, 0.f, 9.f, 9.f}, {50.f, 0.f, 59.f, 9.f}, {0.f, 50.f, 9.f, 59.f}});
        QVERIFY(torch::equal(nms(boxes, torch::ones({3}), .5), torch::arange(3)));
    }

    void batchedNmsKeepsTheLibrarysBoxes_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<QString>("key");
        QTest::newRow("0.3") << .3 << "bnms.keep_0.3";
        QTest::newRow("0.5") << .5 << "bnms.keep_0.5";
        QTest::newRow("0.7") << .7 << "bnms.keep_0.7";
    }
    void batchedNmsKeepsTheLibrarysBoxes()
    {
        QFETCH(double, threshold);
        QFETCH(QString, key);
        const at::Tensor kept = batchedNms(data("bnms.boxes"), data("bnms.scores"), data("bnms.idxs"), threshold);
        QVERIFY(torch::equal(kept, data(key.toStdString())));
    }

    void manyBoxesAreHandledGroupByGroup()
    {
        torch::manual_seed(3);
        const at::Tensor corners = torch::rand({1200, 2}) * 200;
        const at::Tensor boxes = torch::cat({corners, corners + 10 + torch::rand({1200, 2}) * 60}, 1);
        const at::Tensor scores = torch::rand({1200}), groups = torch::randint(0, 5, {1200}, torch::kLong);
        const at::Tensor kept = batchedNms(boxes, scores, groups, .4);
        std::vector<at::Tensor> expected;
        for (int group = 0; group < 5; ++group) {
            const at::Tensor members = (groups == group).nonzero().squeeze(1);
            expected.push_back(
                members.index_select(0, nms(boxes.index_select(0, members), scores.index_select(0, members), .4)));
        }
        const at::Tensor all = torch::cat(expected);
        QVERIFY(torch::equal(kept, all.index_select(0, scores.index_select(0, all).argsort(0, true))));
        QVERIFY(kept.size(0) > 100 && kept.size(0) < 1200);
    }

    void coderEqualsTheLibrarys_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("centre");
        QTest::addColumn<double>("side");
        QTest::newRow("w1") << "w1" << 1. << 1.;
        QTest::newRow("w10") << "w10" << 10. << 5.;
    }
    void coderEqualsTheLibrarys()
    {
        QFETCH(QString, name);
        QFETCH(double, centre);
        QFETCH(double, side);
        const BoxCoder coder({centre, centre, side, side});
        const std::string decode = "decode." + name.toStdString(), encode = "encode." + name.toStdString();
        QVERIFY(close(coder.decode(data(decode + ".deltas"), data(decode + ".anchors")), data(decode + ".boxes")));
        const at::Tensor boxes = data(decode + ".anchors");
        QVERIFY(close(coder.encode(boxes.slice(0, 1), boxes.slice(0, 0, -1)), data(encode + ".deltas")));
    }

    void decodeUndoesEncode()
    {
        const at::Tensor boxes = data("decode.w1.anchors");
        const at::Tensor from = boxes.slice(0, 0, -1), to = boxes.slice(0, 1);
        const BoxCoder coder({10, 10, 5, 5});
        const at::Tensor deltas = coder.encode(to, from);
        const at::Tensor sizesInReach = (deltas.slice(1, 2) / 5 < std::log(1000. / 16)).all(1);
        const at::Tensor there = sizesInReach.nonzero().squeeze(1);
        QVERIFY(there.size(0) > 20);
        QVERIFY(torch::allclose(coder.decode(deltas, from).squeeze(1).index_select(0, there), to.index_select(0, there),
                                1e-4, 1e-2));
    }

    void clipAndSmallEqualTheLibrarys()
    {
        const at::Tensor size = data("clip.size_hw");
        const at::Tensor boxes = data("decode.w1.boxes").reshape({-1, 4});
        const at::Tensor clipped = clipBoxesToImage(boxes, size[0].item<std::int64_t>(), size[1].item<std::int64_t>());
        QVERIFY(close(clipped, data("clip.boxes")));
        QVERIFY(torch::equal(removeSmallBoxes(clipped, 16), data("small.keep_16")));
    }

    void matcherSortsByOverlap()
    {
        const at::Tensor overlaps = torch::tensor({{.7f, .4f, .1f, .2f}, {.1f, .2f, .1f, .25f}});
        const at::Tensor strict = Matcher(.6, .3, false).match(overlaps);
        QVERIFY(torch::equal(strict, torch::tensor({0, -2, -1, -1}, torch::kLong)));
        // The best of each row comes back, matched to its own best row.
        const at::Tensor lenient = Matcher(.6, .3, true).match(overlaps);
        QVERIFY(torch::equal(lenient, torch::tensor({0, -2, -1, 1}, torch::kLong)));
    }

    void samplesAreBalancedAndRepeatable()
    {
        at::Tensor labels = torch::zeros({200}, torch::kLong);
        labels.slice(0, 0, 50).fill_(3);
        labels.slice(0, 50, 80).fill_(-1);
        auto generator = at::make_generator<at::CPUGeneratorImpl>(7);
        auto again = at::make_generator<at::CPUGeneratorImpl>(7);
        const BalancedSample sample = sampleBalanced(labels, 64, .25, generator);
        QCOMPARE(sample.positive.size(0), 16);
        QCOMPARE(sample.negative.size(0), 48);
        QVERIFY(labels.index_select(0, sample.positive).eq(3).all().item<bool>());
        QVERIFY(labels.index_select(0, sample.negative).eq(0).all().item<bool>());
        QVERIFY(torch::equal(sample.negative, sampleBalanced(labels, 64, .25, again).negative));
        // Where positives are rare, negatives fill the sample.
        labels.slice(0, 5, 50).fill_(0);
        const BalancedSample rare = sampleBalanced(labels, 64, .25, generator);
        QCOMPARE(rare.positive.size(0), 5);
        QCOMPARE(rare.negative.size(0), 59);
    }
};

VBS_TEST_MAIN(BoxOpsTest)
#include "box_ops_test.moc"
