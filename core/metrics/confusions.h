#pragma once

#include "core/metrics/metric_report.h"

#include <map>

namespace vbs {

inline constexpr std::size_t kMostConfusions = 50;

/// The most frequent pairs of (truth, answer); equal ones by their words.
std::vector<MetricReport::Confusion>
mostFrequentConfusions(const std::map<std::pair<std::string, std::string>, std::size_t>& pairs);

} // namespace vbs
