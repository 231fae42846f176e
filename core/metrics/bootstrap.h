#pragma once

#include "core/metrics/metric_report.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vbs {

struct BootstrapOptions {
    int resamples = 1000; ///< 0: no intervals
    std::uint64_t seed = 1;
};

/// Computes figures of a drawing. @param drawn how often each group was drawn. @param values to be filled, one a
/// figure; NaN where the drawing has nothing that counts towards it.
using DrawnFigures = std::function<void(std::span<const std::uint32_t> drawn, std::span<double> values)>;

/// 95 % percentile intervals of figures (Efron & Tibshirani, An Introduction to the Bootstrap, 13): groups are drawn
/// anew with repetition, so that items on one picture stay together; all figures come from the same drawings. The same
/// seed gives the same intervals everywhere.
/// @param centres for figures that are no means, such as AP: pictures that are drawn twice agree with themselves, which
/// lifts the figure of every drawing a little. The intervals are moved by as much as the mean of the drawings lies off
/// the centre. Empty: they stay where they are.
/// @return one a figure; nothing for fewer than two groups, with fewer than two resamples, and where fewer than two
/// drawings have a value.
std::vector<std::optional<Interval>> bootstrapIntervals(std::size_t groups, std::size_t figures,
                                                        const BootstrapOptions& options, const DrawnFigures& compute,
                                                        std::span<const double> centres = {});

/// Figures that are means over items, which come in groups (pictures): of all items, and of those of a type.
class GroupedMeans {
public:
    /// @param slice "" for a report's own figures, else as in "by answer type". @param group what is drawn together.
    void add(const std::string& slice, const std::string& name, const std::string& group, double value);

    /// The means with their intervals: figures in the order of first mention, slices likewise and their figures by
    /// name.
    void fill(MetricReport& report, const BootstrapOptions& options) const;

private:
    struct Sum {
        std::size_t figure = 0;
        double sum = 0;
        std::size_t count = 0;
    };
    std::vector<std::pair<std::string, std::map<std::string, std::size_t>>> m_slices; ///< names to figures
    std::vector<std::string> m_names;                                                 ///< of the first slice, in order
    std::vector<Sum> m_figures;                                                       ///< over all groups
    std::unordered_map<std::string, std::size_t> m_numbers;                           ///< of groups
    std::vector<std::vector<Sum>> m_groups;
};

} // namespace vbs
