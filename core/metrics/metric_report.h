#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vbs {

/// A 95 % interval.
struct Interval {
    double low = 0, high = 0;

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// One number of a metric.
struct Figure {
    std::string name; ///< as the field has it: "accuracy", "consistency", "AP50"
    double value = 0; ///< 0..1; -1 where nothing counts towards it, as COCO's code says it
    std::size_t count = 0;
    std::optional<Interval> interval{};
};

/// What a results file is worth.
struct MetricReport {
    std::vector<Figure> figures;
    std::vector<std::pair<std::string, std::vector<Figure>>> slices; ///< "by answer type", a figure each
    /// Answers that were given in the place of others, the most frequent first.
    struct Confusion {
        std::string truth, answer;
        std::size_t count = 0;
    };
    std::vector<Confusion> confusions;
};

/// {"figures": {NAME: {"value", "count", "interval"?: [low, high]}}, "slices": {…}, "confusions": […]}, in full
/// precision.
OrderedJson reportJson(const MetricReport& report);

} // namespace vbs
