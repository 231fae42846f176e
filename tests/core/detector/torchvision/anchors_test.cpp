#ifndef Q_MOC_RUN
#include <torch/types.h>

#include "core/base/error.h"
#include "core/detector/torchvision/anchors.h"
#include "core/regions/box_geometry.h"
#include "tests/support/test_main.h"
#endif

#include <QtTest>

#include <array>
#include <cmath>
#include <numbers>

using namespace vbs;

class AnchorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellAnchorsAreRoundedHalvesToEven()
    {
        // Ratio 1/2: height 22.63 and width 45.25, so corners at 11.3 and 22.6.
        const AnchorGenerator anchors({{32}, {64}}, {.5, 1, 2});
        const at::Tensor expected =
            torch::tensor({{-23.f, -11.f, 23.f, 11.f}, {-16.f, -16.f, 16.f, 16.f}, {-11.f, -23.f, 11.f, 23.f}});
        QVERIFY(torch::equal(anchors.cellAnchors(0), expected));
        QCOMPARE(anchors.anchorsPerCell(), 3);
        // A side of 5 gives corners at 2.5, which rounds to 2; 7 gives 3.5, which rounds to 4.
        const AnchorGenerator odd({{5, 7}}, {1});
        QVERIFY(torch::equal(odd.cellAnchors(0), torch::tensor({{-2.f, -2.f, 2.f, 2.f}, {-4.f, -4.f, 4.f, 4.f}})));
    }

    void ratiosAreHeightOverWidthAndKeepTheArea()
    {
        const AnchorGenerator anchors({{128}}, {.6, 1, 1.6});
        const at::Tensor boxes = anchors.cellAnchors(0);
        for (int i = 0; i < 3; ++i) {
            const double width = (boxes[i][2] - boxes[i][0]).item<double>();
            const double height = (boxes[i][3] - boxes[i][1]).item<double>();
            QVERIFY(std::abs(height / width - std::array{.6, 1., 1.6}[i]) < .02);
            QVERIFY(std::abs(std::sqrt(height * width) - 128) < 1);
        }
    }

    void levelsAreOrderedByRowColumnAnchor()
    {
        const AnchorGenerator anchors({{8}}, {1, 4});
        const at::Tensor boxes = anchors.levelAnchors(0, 3, 2, 100, 64);
        QCOMPARE(boxes.size(0), 3 * 2 * 2);
        // Strides: 100 / 3 = 33 and 64 / 2 = 32, both by integer division.
        const at::Tensor cell = anchors.cellAnchors(0);
        QVERIFY(torch::equal(boxes.slice(0, 0, 2), cell));
        QVERIFY(torch::equal(boxes.slice(0, 2, 4), cell + torch::tensor({32.f, 0.f, 32.f, 0.f})));
        QVERIFY(torch::equal(boxes.slice(0, 10, 12), cell + torch::tensor({32.f, 66.f, 32.f, 66.f})));
    }

    void fourierGeometryFollowsItsFormula()
    {
        const BoxGeometryConfig config{BoxGeometryConfig::Kind::Fourier, 4};
        QCOMPARE(config.size(), 22);
        const at::Tensor row = boxGeometry(torch::tensor({{32.f, 24.f, 96.f, 120.f}}), 320, 240, config)[0];
        const double raw[] = {.1, .1, .3, .5, .2, .4};
        for (int i = 0; i < 6; ++i)
            QVERIFY(std::abs(row[i].item<double>() - 4 * (raw[i] - .5)) < 1e-5);
        const double centre[] = {.2, .3};
        for (int axis = 0; axis < 2; ++axis) {
            for (int k = 0; k < 4; ++k) {
                const double angle = std::numbers::pi * centre[axis] * (1 << k);
                const int at = 6 + axis * 8 + 2 * k;
                QVERIFY(std::abs(row[at].item<double>() - std::sin(angle)) < 1e-5);
                QVERIFY(std::abs(row[at + 1].item<double>() - std::cos(angle)) < 1e-5);
            }
        }
    }

    void geometryIsReadFromJson()
    {
        QCOMPARE(boxGeometryFromJson(Json()).size(), 0);
        QCOMPARE(boxGeometryFromJson({{"kind", "none"}}).size(), 0);
        QCOMPARE(boxGeometryFromJson({{"kind", "fourier"}, {"frequencies", 2}}).size(), 14);
        QCOMPARE(boxGeometryFromJson(boxGeometryToJson({BoxGeometryConfig::Kind::Fourier, 5})).size(), 26);
        QVERIFY_EXCEPTION_THROWN(boxGeometryFromJson({{"kind", "polar"}}), Error);
        QVERIFY_EXCEPTION_THROWN(boxGeometryFromJson({{"kind", "fourier"}, {"frequencies", 0}}), Error);
        QVERIFY_EXCEPTION_THROWN(boxGeometryFromJson({{"kind", "fourier"}, {"frequencies", "4"}}), Error);
        QVERIFY_EXCEPTION_THROWN(boxGeometryFromJson("fourier"), Error);
    }
};

VBS_TEST_MAIN(AnchorsTest)
#include "anchors_test.moc"
