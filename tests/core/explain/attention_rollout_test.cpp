#include "core/explain/attention_rollout.h"

#include "core/base/error.h"
#include "tests/core/explain/attention_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <limits>

using namespace vbs;

class AttentionRolloutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoLayersByHand();
    void equalsNumpy_data();
    void equalsNumpy();
    void oneLayerIsHalfTheAttention();
    void rowsAreRenormalised();
    void leavesOutAndStillAddsUpToOne();
    void notANumberCountsAsNothing();
    void refusesWhatDoesNotFit();
};

void AttentionRolloutTest::twoLayersByHand()
{
    // One token, one region. Mixed with the identity: first layer [.75 .25; .5 .5], second [.6 .4; .1 .9].
    const std::vector<float> attention{0.5f, 0.5f, 1, 0, 0.2f, 0.8f, 0.2f, 0.8f};
    const AttentionView view{attention, 2, 1, 2, 1};
    // Row 0 of second times first: .6 * [.75 .25] + .4 * [.5 .5]; row 1: .1 * [.75 .25] + .9 * [.5 .5].
    QVERIFY(fixture::closeTo(fixture::joined(attentionRollout(view, 0, {})), {0.65, 0.35}, 1e-7));
    QVERIFY(fixture::closeTo(fixture::joined(attentionRollout(view, 1, {})), {0.525, 0.475}, 1e-7));
}

void AttentionRolloutTest::equalsNumpy_data()
{
    QTest::addColumn<int>("query");
    QTest::addColumn<QList<double>>("expected");
    // numpy in double precision: R = M[2] @ M[1] @ M[0] with M = (A.mean(heads) + eye) / 2, rows divided by their sums.
    QTest::newRow("[CLS]") << 0
                           << QList<double>{0.2875466642767531, 0.17024850663830615, 0.15010886996885578,
                                            0.1733722549042566, 0.21872370421182835};
    QTest::newRow("a region") << 3
                              << QList<double>{0.1601263277139848, 0.16351169809878038, 0.175118395260994,
                                               0.309776219109271, 0.19146735981696983};
}

void AttentionRolloutTest::equalsNumpy()
{
    QFETCH(int, query);
    QFETCH(QList<double>, expected);
    const auto attention = fixture::attention();
    const auto summary = attentionRollout(fixture::view(attention), std::size_t(query), {});
    QCOMPARE(summary.tokens.size(), fixture::kTokens);
    QVERIFY(fixture::closeTo(fixture::joined(summary), expected, 1e-7));
}

void AttentionRolloutTest::oneLayerIsHalfTheAttention()
{
    const std::vector<float> attention{0.2f, 0.3f, 0.5f, 1, 0, 0, 0, 1, 0};
    const auto summary = attentionRollout({attention, 1, 1, 3, 1}, 0, {});
    QVERIFY(fixture::closeTo(fixture::joined(summary), {0.6, 0.15, 0.25}, 1e-7));
}

void AttentionRolloutTest::rowsAreRenormalised()
{
    // Rows of attention that add up to 1/2, as dropout may leave them: [.25 .25] + [1 0] over 1.5.
    const std::vector<float> attention{0.25f, 0.25f, 0.25f, 0.25f};
    QVERIFY(fixture::closeTo(fixture::joined(attentionRollout({attention, 1, 1, 2, 1}, 0, {})),
                             {1.25 / 1.5, 0.25 / 1.5}, 1e-7));
}

void AttentionRolloutTest::leavesOutAndStillAddsUpToOne()
{
    const auto attention = fixture::attention();
    const auto all = fixture::joined(attentionRollout(fixture::view(attention), 0, {}));
    const auto some = fixture::joined(attentionRollout(fixture::view(attention), 0, {true, false, false, true, false}));
    const double rest = 1 - all[0] - all[3];
    QVERIFY(fixture::closeTo(some, {0, all[1] / rest, all[2] / rest, 0, all[4] / rest}, 1e-12));
}

void AttentionRolloutTest::notANumberCountsAsNothing()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> attention{nan, 0.5f, nan, nan};
    QVERIFY(
        fixture::closeTo(fixture::joined(attentionRollout({attention, 1, 1, 2, 1}, 0, {})), {2. / 3, 1. / 3}, 1e-7));
    QVERIFY(fixture::closeTo(fixture::joined(attentionRollout({attention, 1, 1, 2, 1}, 1, {})), {0, 1}, 1e-7));
}

void AttentionRolloutTest::refusesWhatDoesNotFit()
{
    const auto attention = fixture::attention();
    const AttentionView view = fixture::view(attention);
    QVERIFY_EXCEPTION_THROWN(attentionRollout(view, 5, {}), Error);
    QVERIFY_EXCEPTION_THROWN(attentionRollout(view, 0, {true}), Error);
    QVERIFY_EXCEPTION_THROWN(attentionRollout({attention, 2, 2, 5, 2}, 0, {}), Error);
    QVERIFY_EXCEPTION_THROWN(attentionRollout({attention, 3, 2, 5, 6}, 0, {}), Error);
    QVERIFY_EXCEPTION_THROWN(attentionRollout({{}, 0, 0, 0, 0}, 0, {}), Error);
}

VBS_TEST_MAIN(AttentionRolloutTest)
#include "attention_rollout_test.moc"
