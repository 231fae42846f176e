#pragma once

#include "core/metrics/metric_report.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vbs {

struct BootstrapOptions {
    int resamples = 1000; ///< 0: no intervals
    std::uint64_t seed = 1;
};

/// The 95 % percentile interval of a figure (Efron & Tibshirani, An Introduction to the Bootstrap, 13): groups are
/// drawn anew with repetition, so that items on one picture stay together.
/// @param figure of groups, each with how often it was drawn; NaN: none, which is left out.
/// @return nothing for fewer than two groups, and without resamples.
std::optional<Interval> bootstrapInterval(std::size_t groups, const BootstrapOptions& options,
                                          const std::function<double(std::span<const std::uint32_t> drawn)>& figure);

/// The mean of values that come in groups, with its interval.
class GroupedMean {
public:
    void add(const std::string& group, double value);

    double mean() const; ///< 0 without values
    std::size_t count() const { return m_count; }
    Figure figure(const std::string& name, const BootstrapOptions& options) const;

private:
    struct Sum {
        double sum = 0;
        std::size_t count = 0;
    };
    std::unordered_map<std::string, std::size_t> m_groups; ///< to m_sums, in the order of first mention
    std::vector<Sum> m_sums;
    double m_sum = 0;
    std::size_t m_count = 0;
};

} // namespace vbs
