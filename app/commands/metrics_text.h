#pragma once

#include "core/metrics/agreement.h"
#include "core/metrics/metric_report.h"

#include <limits>

namespace vbs {

/// A table on standard output: figures with their intervals, slices, the most frequent confusions; remarks on standard
/// error. @param longestSlice longer ones are only counted. @param items lists each item's own figure, too.
void printReport(const MetricReport& report, std::size_t longestSlice = std::numeric_limits<std::size_t>::max(),
                 bool items = false);

/// Cohen's, Fleiss' and Krippendorff's figures; null where one is not defined.
OrderedJson agreementJson(const Ratings& ratings);

/// The same as a table on standard output.
void printAgreement(const OrderedJson& agreement);

} // namespace vbs
