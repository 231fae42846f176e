#include "app/device_measurement.h"

#include "core/bench/extract_bench.h"
#include "core/bench/forward_bench.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

namespace vbs {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("vbs::DeviceMeasurement", text);
}

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 1 : 0);
}

} // namespace

void measureDevice(const JobControl& control, const std::function<void(const QString&)>& line)
{
    ForwardBenchOptions forward;
    forward.batches = {1};
    forward.seconds = .5;
    forward.control = control;
    const ForwardBenchReport network = benchForward(forward);
    line(tr("This machine: %1 GFLOP/s in float32, %2 in bfloat16")
             .arg(number(network.limits.float32FlopsPerSecond / 1e9),
                  number(network.limits.bfloat16FlopsPerSecond / 1e9)));
    for (const ForwardBenchReport::Row& row : network.rows)
        line(tr("An answer, %1 regions, %2: %3 ms")
                 .arg(row.regions)
                 .arg(toQString(row.precision), number(row.milliseconds)));
    for (const char* precision : {"float32", "bfloat16"}) {
        control.throwIfStopped();
        ExtractBenchOptions extract;
        extract.extractors = {"vg_faster_rcnn"};
        extract.precision = precision;
        extract.repeat = 1;
        extract.control = control;
        const ExtractBenchReport report = benchExtract(extract, madeUpPicture());
        for (const ExtractorCost& cost : report.extractors)
            line(tr("Regions of a photo, %1: %2 s, %3 MB of memory")
                     .arg(QString(precision), number(cost.seconds), number(cost.peak / 1e6)));
    }
}

} // namespace vbs
