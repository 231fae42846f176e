#include "core/explain/gradient_relevance.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/core/explain/attention_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <limits>

using namespace vbs;

namespace {

using Matrix = std::vector<std::vector<double>>;

/// The paper's recursion as it is written, with whole matrices: the row of `query`, less the identity, as shares.
std::vector<double> straightforward(const AttentionView& view, const std::vector<float>& gradients, std::size_t query)
{
    const std::size_t n = view.positions;
    Matrix relevance(n, std::vector<double>(n, 0.));
    for (std::size_t i = 0; i < n; ++i)
        relevance[i][i] = 1;
    for (std::size_t layer = 0; layer < view.layers; ++layer) {
        Matrix mean(n, std::vector<double>(n, 0.));
        for (std::size_t head = 0; head < view.heads; ++head)
            for (std::size_t i = 0; i < n * n; ++i) {
                const std::size_t at = (layer * view.heads + head) * n * n + i;
                const double product = double(view.probabilities[at]) * double(gradients[at]);
                mean[i / n][i % n] += std::max(0., product) / double(view.heads);
            }
        Matrix next = relevance;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                for (std::size_t k = 0; k < n; ++k)
                    next[i][j] += mean[i][k] * relevance[k][j];
        relevance = next;
    }
    std::vector<double> row = relevance[query];
    row[query] -= 1;
    double sum = 0;
    for (const double value : row)
        sum += value;
    for (double& value : row)
        value /= sum;
    return row;
}

} // namespace

class GradientRelevanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoLayersByHand();
    void equalsNumpy_data();
    void equalsNumpy();
    void equalsTheRecursionOnRandomNumbers();
    void negativeProductsCountAsNothing();
    void tinyGradientsKeepTheirShares();
    void leavesOutAndStillAddsUpToOne();
    void notANumberCountsAsNothing();
    void refusesWhatDoesNotFit();
};

void GradientRelevanceTest::twoLayersByHand()
{
    // One token, one region, two heads. Products, first layer: head 0 [.2 .4; 0 .6], head 1 [0 .2; .4 -1];
    // mean of the positive ones: [.1 .3; .2 .3]. Second layer, both heads alike: [0 .5; .25 0].
    const std::vector<float> ones(16, 1.f);
    const std::vector<float> products{0.2f, 0.4f, 0, 0.6f, 0, 0.2f, 0.4f, -1, 0, 0.5f, 0.25f, 0, 0, 0.5f, 0.25f, 0};
    const AttentionView view{ones, 2, 2, 2, 1};
    // After the first layer R = [1.1 .3; .2 1.3]; the second adds [0 .5; .25 0] R = [.1 .65; .275 .075].
    // R = [1.2 .95; .475 1.375], so row 0 less the identity is [.2 .95], row 1 [.475 .375].
    QVERIFY(
        fixture::closeTo(fixture::joined(gradientRelevance(view, products, 0, {})), {0.2 / 1.15, 0.95 / 1.15}, 1e-7));
    QVERIFY(fixture::closeTo(fixture::joined(gradientRelevance(view, products, 1, {})), {0.475 / 0.85, 0.375 / 0.85},
                             1e-7));
}

void GradientRelevanceTest::equalsNumpy_data()
{
    QTest::addColumn<int>("query");
    QTest::addColumn<QList<double>>("expected");
    // numpy in double precision: R = eye; R = R + np.maximum(A[l] * G[l], 0).mean(heads) @ R; (R - eye)[query] / sum.
    QTest::newRow("[CLS]") << 0
                           << QList<double>{0.14741623423902747, 0.19515824802607043, 0.10166319379285947,
                                            0.21851047924160014, 0.33725184470044234};
    QTest::newRow("a region") << 3
                              << QList<double>{0.31721868643154644, 0.27641297685238786, 0.18039713606677574,
                                               0.15098955042260073, 0.0749816502266892};
}

void GradientRelevanceTest::equalsNumpy()
{
    QFETCH(int, query);
    QFETCH(QList<double>, expected);
    const auto attention = fixture::attention();
    const auto summary = gradientRelevance(fixture::view(attention), fixture::gradients(), std::size_t(query), {});
    QCOMPARE(summary.tokens.size(), fixture::kTokens);
    QVERIFY(fixture::closeTo(fixture::joined(summary), expected, 1e-7));
}

void GradientRelevanceTest::equalsTheRecursionOnRandomNumbers()
{
    Rng rng(7);
    const std::size_t layers = 4, heads = 3, positions = 9;
    std::vector<float> attention(layers * heads * positions * positions), gradients(attention.size());
    for (std::size_t i = 0; i < attention.size(); ++i) {
        attention[i] = float(rng.uniform() / double(positions));
        gradients[i] = float(rng.normal());
    }
    const AttentionView view{attention, layers, heads, positions, 4};
    for (std::size_t query = 0; query < positions; ++query) {
        const auto expected = straightforward(view, gradients, query);
        QVERIFY(fixture::closeTo(fixture::joined(gradientRelevance(view, gradients, query, {})),
                                 QList<double>(expected.begin(), expected.end()), 1e-10));
    }
}

void GradientRelevanceTest::negativeProductsCountAsNothing()
{
    const auto attention = fixture::attention();
    std::vector<float> gradients(attention.size(), -1.f);
    const AttentionView view = fixture::view(attention);
    QVERIFY(fixture::closeTo(fixture::joined(gradientRelevance(view, gradients, 0, {})), {0, 0, 0, 0, 0}, 0));
    gradients[3] = 1; // layer 0, head 0, from [CLS] to the second region
    QVERIFY(fixture::closeTo(fixture::joined(gradientRelevance(view, gradients, 0, {})), {0, 0, 0, 1, 0}, 1e-12));
}

void GradientRelevanceTest::tinyGradientsKeepTheirShares()
{
    // A sure model has gradients near 0; beside the identity's 1 they would be lost in rounding.
    const std::vector<float> attention(4, 1.f);
    const std::vector<float> gradients{1e-18f, 3e-18f, 0, 0};
    QVERIFY(fixture::closeTo(fixture::joined(gradientRelevance({attention, 1, 1, 2, 1}, gradients, 0, {})),
                             {0.25, 0.75}, 1e-6));
}

void GradientRelevanceTest::leavesOutAndStillAddsUpToOne()
{
    const auto attention = fixture::attention();
    const auto some = fixture::joined(
        gradientRelevance(fixture::view(attention), fixture::gradients(), 0, {true, false, false, false, false}));
    // numpy as above, [CLS] set to 0 before the division
    QVERIFY(fixture::closeTo(
        some, {0, 0.22890213943011478, 0.11924129672129065, 0.25629209470880426, 0.3955644691397903}, 1e-7));
}

void GradientRelevanceTest::notANumberCountsAsNothing()
{
    const auto attention = fixture::attention();
    std::vector<float> gradients(attention.size(), 0.f);
    gradients[1] = std::numeric_limits<float>::quiet_NaN();
    gradients[2] = 1;
    QVERIFY(fixture::closeTo(fixture::joined(gradientRelevance(fixture::view(attention), gradients, 0, {})),
                             {0, 0, 1, 0, 0}, 1e-12));
}

void GradientRelevanceTest::refusesWhatDoesNotFit()
{
    const auto attention = fixture::attention();
    auto gradients = fixture::gradients();
    const AttentionView view = fixture::view(attention);
    QVERIFY_EXCEPTION_THROWN(gradientRelevance(view, gradients, 5, {}), Error);
    QVERIFY_EXCEPTION_THROWN(gradientRelevance(view, gradients, 0, {true}), Error);
    QVERIFY_EXCEPTION_THROWN(gradientRelevance({attention, 2, 2, 5, 2}, gradients, 0, {}), Error);
    gradients.pop_back();
    QVERIFY_EXCEPTION_THROWN(gradientRelevance(view, gradients, 0, {}), Error);
}

VBS_TEST_MAIN(GradientRelevanceTest)
#include "gradient_relevance_test.moc"
