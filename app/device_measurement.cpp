#include "app/device_measurement.h"

#include "core/base/process_memory.h"
#include "core/bench/extract_bench.h"
#include "core/bench/forward_bench.h"
#include "core/bench/precision_bench.h"
#include "core/nn/bfloat16_speed.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QLocale>

namespace vbs {
namespace {

struct Measured {
    Q_DECLARE_TR_FUNCTIONS(vbs::Measured)
};

QString number(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 1 : 0);
}

} // namespace

void measureDevice(const JobControl& control, const std::function<void(const QString&)>& line)
{
    ForwardBenchOptions forward;
    forward.batches = {1};
    forward.seconds = .5;
    forward.control = control;
    const ForwardBenchReport network = benchForward(forward);
    line(Measured::tr("This machine: %1 GFLOP/s in float32, %2 in bfloat16")
             .arg(number(network.limits.float32FlopsPerSecond / 1e9),
                  number(network.limits.bfloat16FlopsPerSecond / 1e9)));
    for (const ForwardBenchReport::Row& row : network.rows)
        line(Measured::tr("An answer, %1 regions, %2: %3 ms")
                 .arg(row.regions)
                 .arg(toQString(row.precision), number(row.milliseconds)));
    control.throwIfStopped();
    const PrecisionCost cost = comparePrecisions("vg_faster_rcnn", {madeUpPicture()}, 1, {control.stop, {}});
    line(Measured::tr("Regions of a photo, float32: %1 s").arg(number(cost.float32Seconds)));
    line(Measured::tr("Regions of a photo, bfloat16: %1 s; %2 of %3 labels change, %4 regions are lost")
             .arg(number(cost.bfloat16Seconds))
             .arg(cost.change.relabelled)
             .arg(cost.change.matched)
             .arg(cost.change.lost));
    line(bfloat16IsFast()
             ? Measured::tr("With bfloat16, regions are found in bfloat16, too.")
             : Measured::tr("With bfloat16, regions are found in float32 all the same: bfloat16 is slower here."));
    line(Measured::tr("Memory at most: %1 MB, both precisions loaded").arg(number(double(processMemory().peak) / 1e6)));
}

} // namespace vbs
