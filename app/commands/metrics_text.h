#pragma once

#include "core/metrics/metric_report.h"

namespace vbs {

/// A table on standard output: figures in per cent with their intervals, slices, the most frequent confusions.
void printReport(const MetricReport& report);

} // namespace vbs
