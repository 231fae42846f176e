#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/nn/packed_linear.h"
#include "tests/support/test_main.h"

#include <QTest>

/// Against LibTorch's own products in double precision.
class PackedLinearTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void manyLengthsInTurn();
    void keepsItsOwnCopy();
};

namespace {

/// Largest |actual - expected| over the largest |expected|.
double relativeError(const at::Tensor& actual, const at::Tensor& expected)
{
    return ((actual.to(at::kDouble) - expected).abs().max() / expected.abs().max()).item<double>();
}

} // namespace

void PackedLinearTest::shapes_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("out");
    QTest::addColumn<bool>("half");
    const int sizes[][3] = {{1, 1, 1},   {1, 768, 2304}, {3, 5, 7}, {48, 192, 576},
                            {7, 20, 16}, {300, 33, 65},  {0, 8, 4}};
    for (const auto& [rows, in, out] : sizes)
        for (const bool half : {false, true})
            QTest::addRow("%d x %d -> %d%s", rows, in, out, half ? " bfloat16" : "") << rows << in << out << half;
}

void PackedLinearTest::shapes()
{
    QFETCH(int, rows);
    QFETCH(int, in);
    QFETCH(int, out);
    QFETCH(bool, half);
    torch::NoGradGuard noGrad;
    torch::manual_seed(rows * 31 + in);
    const auto type = half ? at::kBFloat16 : at::kFloat;
    const at::Tensor weight = torch::randn({out, in}), bias = torch::randn({out});
    const at::Tensor x = torch::randn({rows, in}).to(type), before = torch::randn({rows, out});
    const vbs::PackedLinear packed(weight, bias, type);
    QCOMPARE(packed.type(), type);
    const at::Tensor y = packed.forward(x, at::kFloat), gelu = packed.forwardGelu(x, at::kFloat);
    at::Tensor sum = before.clone();
    packed.addTo(sum, x);
    QVERIFY((y.sizes() == at::IntArrayRef{rows, out}));
    QCOMPARE(packed.forward(x, type).scalar_type(), type);
    if (rows == 0)
        return;
    const at::Tensor expected = at::linear(x.to(at::kDouble), weight.to(type).to(at::kDouble), bias.to(at::kDouble));
    // LibTorch's own bfloat16 operators round the bias and the sums; this program's kernels do not.
    const double tolerance = half ? 2e-2 : 2e-6;
    QVERIFY(relativeError(y, expected) < tolerance);
    QVERIFY((gelu.to(at::kDouble) - at::gelu(expected)).abs().max().item<double>() <
            tolerance * (1 + expected.abs().max().item<double>()));
    QVERIFY(relativeError(sum, expected + before.to(at::kDouble)) < tolerance);
}

/// More lengths than are remembered, with and without repetition.
void PackedLinearTest::manyLengthsInTurn()
{
    torch::NoGradGuard noGrad;
    const at::Tensor weight = torch::randn({24, 16}), bias = torch::randn({24});
    const vbs::PackedLinear packed(weight, bias, at::kFloat);
    for (int rows = 1; rows < 150; ++rows) {
        const at::Tensor x = torch::randn({rows, 16});
        QVERIFY(torch::allclose(packed.forward(x, at::kFloat), at::linear(x, weight, bias), 1e-5, 1e-5));
        QVERIFY(torch::allclose(packed.forward(x.slice(0, 0, 1), at::kFloat),
                                at::linear(x.slice(0, 0, 1), weight, bias), 1e-5, 1e-5));
    }
}

void PackedLinearTest::keepsItsOwnCopy()
{
    torch::NoGradGuard noGrad;
    at::Tensor weight = torch::randn({4, 4}), bias = torch::randn({4});
    const vbs::PackedLinear packed(weight, bias, at::kFloat);
    const at::Tensor x = torch::randn({2, 4}), y = packed.forward(x, at::kFloat);
    weight.zero_();
    bias.zero_();
    QVERIFY(packed.forward(x, at::kFloat).equal(y));
}

VBS_TEST_MAIN(PackedLinearTest)
#include "packed_linear_test.moc"
