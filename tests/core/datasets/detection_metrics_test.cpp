#include "core/datasets/detection_metrics.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <cmath>

using namespace vbs;

class DetectionMetricsTest : public QObject {
    Q_OBJECT

    static bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

private Q_SLOTS:
    void averagePrecisionIsTheInterpolatedArea()
    {
        // Right, wrong, right, right of four: precisions 1, 1/2, 2/3, 3/4, interpolated 1, 3/4, 3/4, 3/4.
        const double area = averagePrecision({{.9, true}, {.8, false}, {.7, true}, {.6, true}}, 4);
        QVERIFY(near(area, .25 * 1 + .25 * .75 + .25 * .75));
        QVERIFY(near(averagePrecision({{.6, true}, {.9, true}}, 2), 1));
        QVERIFY(near(averagePrecision({{.9, false}}, 3), 0));
        QVERIFY(near(averagePrecision({}, 3), 0));
    }

    void everyObjectIsTakenOnce()
    {
        DetectionMetrics metrics(2, 1);
        const Box box{10, 10, 50, 50}, shifted{12, 10, 52, 50}, far{100, 100, 140, 140};
        // A duplicate, a wrong category, an unsure one.
        metrics.add({{box, 0, .9, {3}}, {shifted, 0, .8, {3}}, {far, 0, .7, {1}}, {far, 1, .4, {2}}},
                    {{box, 0, {3}}, {far, 1, {1}}}, true);
        const DetectionReport report = metrics.report();
        QCOMPARE(report.objects, 2u);
        QCOMPARE(report.missed, 1u); // the unsure one does not count as found
        QCOMPARE(report.extra, 2u);
        QVERIFY(near(report.recall, .5));
        QVERIFY(near(report.attributeAccuracy.at(0), 1));
        QVERIFY(near(report.exactPictures, 0));
        QVERIFY(near(report.placeAccuracy, 1));
        QVERIFY(near(report.ap50OfCategory.at(0), 1)); // wrong ones below the right one cost nothing
        QVERIFY(near(report.ap50OfCategory.at(1), 1));
        QVERIFY(near(report.meanIou, 1));
    }

    void overlapBelowAHalfIsWrong()
    {
        DetectionMetrics metrics(1, 0);
        metrics.add({{{0, 0, 10, 10}, 0, .9, {}}}, {{{0, 0, 10, 19.9f}, 0, {}}}, false);
        QVERIFY(near(metrics.report().recall, 1));
        metrics.add({{{0, 0, 10, 10}, 0, .9, {}}}, {{{0, 0, 10, 20.1f}, 0, {}}}, false);
        const DetectionReport report = metrics.report();
        QVERIFY(near(report.recall, .5));
        QVERIFY(near(report.exactPictures, .5));
        QVERIFY(near(report.placeAccuracy, 0));
    }

    void categoriesThatDoNotOccurAreLeftOut()
    {
        DetectionMetrics metrics(3, 0);
        metrics.add({{{0, 0, 10, 10}, 1, .9, {}}, {{30, 30, 50, 50}, 2, .9, {}}}, {{{0, 0, 10, 10}, 1, {}}}, true);
        const DetectionReport report = metrics.report();
        QVERIFY(near(report.ap50, 1));
        QVERIFY(report.ap50OfCategory.at(0) < 0 && report.ap50OfCategory.at(2) < 0);
        QCOMPARE(report.extra, 1u);
    }
};

VBS_TEST_MAIN(DetectionMetricsTest)
#include "detection_metrics_test.moc"
