#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/nn/attention_kernel.h"
#include "tests/support/test_main.h"

#include <limits>

#include <QTest>

/// Against the formula, written out in double precision.
class AttentionKernelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesFormula_data();
    void matchesFormula();
};

void AttentionKernelTest::matchesFormula_data()
{
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("heads");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("mask"); // none, columns, square
    const int sizes[][4] = {{1, 48, 12, 64}, {3, 7, 4, 5}, {2, 1, 1, 1}, {2, 33, 3, 48}};
    for (const auto& [batch, length, heads, size] : sizes)
        for (const char* mask : {"none", "columns", "square"})
            QTest::addRow("%dx%dx%dx%d %s", batch, length, heads, size, mask)
                << batch << length << heads << size << QString(mask);
}

void AttentionKernelTest::matchesFormula()
{
    QFETCH(int, batch);
    QFETCH(int, length);
    QFETCH(int, heads);
    QFETCH(int, size);
    QFETCH(QString, mask);
    torch::NoGradGuard noGrad;
    torch::manual_seed(length);
    const at::Tensor projected = torch::randn({batch, length, 3 * heads * size});
    const double lowest = std::numeric_limits<float>::lowest();
    at::Tensor added;
    if (mask == "columns")
        added = torch::rand({batch, 1, 1, length}).lt(0.4).to(at::kFloat) * lowest;
    else if (mask == "square")
        added = torch::rand({batch, 1, length, length}).lt(0.4).to(at::kFloat) * lowest;
    if (added.defined())
        added.select(0, 0).fill_(lowest); // a sample that sees nothing attends evenly
    const vbs::AttentionKernel kernel(heads, size);
    const auto type = vbs::AttentionKernel::projectionType(at::kFloat);
    QCOMPARE(type, at::kFloat);
    const auto [context, probabilities] = kernel.forward(projected, added, true);
    const auto parts =
        projected.to(at::kDouble).view({batch, length, 3, heads, size}).permute({2, 0, 3, 1, 4}).unbind(0);
    at::Tensor scores = at::matmul(parts[0], parts[1].transpose(-1, -2)).to(at::kFloat);
    if (added.defined())
        scores = scores + added;
    const at::Tensor expected = at::softmax(scores.to(at::kDouble), -1);
    const at::Tensor mixed = at::matmul(expected, parts[2]).transpose(1, 2).reshape({batch, length, heads * size});
    QVERIFY(torch::allclose(probabilities.to(at::kDouble), expected, 1e-5, 1e-6));
    QVERIFY(torch::allclose(context.to(at::kDouble), mixed, 1e-5, 1e-5));
    const at::Tensor without = kernel.forward(projected, added, false).first;
    QVERIFY(torch::allclose(without, context, 1e-5, 1e-5));
}

VBS_TEST_MAIN(AttentionKernelTest)
#include "attention_kernel_test.moc"
