#include "core/base/stopwatch.h"
#ifndef Q_MOC_RUN
#include "core/bench/detector_rule_fill.h"
#include "core/detector/visual_genome/vg_detector.h"
#include "core/regions/published_extractors.h"
#endif
#include "core/bench/extract_bench.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace vbs;

/// The detector of full size, filled by rule, on a picture of full size.
class VgCancelSlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStopIsHeardWithinHalfASecondWhereverItIs()
    {
        VgDetector detector(vgDetectorConfigFromJson(publishedExtractorConfig("vg_faster_rcnn")));
        fillByRule(*detector, RuleNetwork::VisualGenome, "cancel");
        detector->fold();
        const RgbImage picture = madeUpPicture();
        const Stopwatch whole;
        double last = 0;
        const JobControl watched{{}, [&last](const Progress& progress) {
                                     QVERIFY(progress.fraction >= last);
                                     last = progress.fraction;
                                 }};
        QVERIFY(detector->detect(picture, watched).boxes.size(0) > 0);
        const double seconds = whole.seconds();
        QCOMPARE(last, 1.);
        // On a machine with other work a step takes as much longer as the whole does.
        const double most = std::max(.5, .05 * seconds);
        double longest = 0;
        for (const double moment : {.005, .03, .06, .09, .13, .155, .2, .35, .6, .9}) {
            std::stop_source source;
            Stopwatch sinceStop;
            std::jthread stopper([&, moment] {
                std::this_thread::sleep_for(std::chrono::duration<double>(moment * seconds));
                sinceStop = Stopwatch();
                source.request_stop();
            });
            bool stopped = false;
            try {
                detector->detect(picture, {source.get_token(), {}});
            } catch (const Error& e) {
                stopped = e.code() == ErrorCode::Cancelled;
            }
            stopper.join();
            if (!stopped)
                continue; // this time it was quicker
            longest = std::max(longest, sinceStop.seconds());
            QVERIFY2(sinceStop.seconds() <= most,
                     qPrintable(QString("%1 s at %2").arg(sinceStop.seconds()).arg(moment)));
        }
        qInfo("a picture took %.1f s, a stop at most %.3f s", seconds, longest);
        QVERIFY(longest > 0);
    }
};

VBS_TEST_MAIN(VgCancelSlowTest)
#include "vg_cancel_slow_test.moc"
