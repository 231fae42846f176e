#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/selftest/extractor_features.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>

namespace vbs::test {

/// The published detectors take seconds here, and are compared on GPUs only; a small network stands for them.
class ExtractorFeaturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameAgain()
    {
        const at::Tensor first = ruleFilledFeatures("resnet18", "cpu", "float32", true, {});
        QVERIFY(first.sizes().equals({3, 512}));
        QVERIFY(torch::isfinite(first).all().item<bool>() && first.abs().max().item<double>() > 0);
        QVERIFY(featureDistance(first, ruleFilledFeatures("resnet18", "cpu", "float32", false, {})) < 1e-9);
        QVERIFY(featureDistance(first, first.roll(1, 1)) > 1e-3);
    }

    void distances_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("distance");
        QTest::newRow("the same") << 3. << 4. << 0.;
        QTest::newRow("longer") << 6. << 8. << 0.;
        QTest::newRow("across") << -4. << 3. << 1.;
        QTest::newRow("opposite") << -3. << -4. << 2.;
        QTest::newRow("nothing") << 0. << 0. << 1.;
        QTest::newRow("not a number") << double(NAN) << 4. << double(INFINITY);
    }
    void distances()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, distance);
        const at::Tensor first = torch::tensor({1., 0., 3., 4.}).view({2, 2});
        const double apart = featureDistance(first, torch::tensor({1., 0., x, y}).view({2, 2}));
        QVERIFY2(apart == distance || std::abs(apart - distance) < 1e-9, qPrintable(QString::number(apart)));
        QVERIFY(std::isinf(featureDistance(first, first.narrow(0, 0, 1))));
    }

    void unknown()
    {
        const QString message = messageOf([] { ruleFilledFeatures("eyes", "cpu", "float32", false, {}); });
        QVERIFY2(message.contains("eyes"), qPrintable(message));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::ExtractorFeaturesTest)
#include "extractor_features_test.moc"
