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
    double rounded = 0; ///< as the field prints it: per cent with two decimals; COCO's figures with three
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
    std::vector<std::pair<std::string, double>> items{}; ///< each item's own figure by its id, where items have ids
    std::vector<std::string> remarks{};                  ///< sentences on what was left out
    bool perCent = true; ///< how the field prints its figures: as per cent, else as shares of 1
    int resamples = 0;   ///< behind the intervals; fewer than asked for where each takes long
};

/// A value rounded as Python's round does: the exact value to the nearest, ties to even.
double roundedTo(double value, int decimals);

/// {"figures": {NAME: {"value", "rounded", "count", "interval"?: [low, high]}}, "slices": {…}, "confusions": […],
/// "remarks"?: […], "resamples"}, in full precision. @param items adds {"items": {ID: value}}.
OrderedJson reportJson(const MetricReport& report, bool items = false);

} // namespace vbs
