#include "core/metrics/bootstrap.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vbs {

namespace {

/// Between the two nearest values, as numpy's percentile has it.
double quantile(const std::vector<double>& sorted, double share)
{
    const double place = share * double(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

/// @param drawings one value each, NaN: none.
std::optional<Interval> intervalOf(std::vector<double> drawings, std::optional<double> centre)
{
    std::erase_if(drawings, [](double value) { return std::isnan(value); });
    if (drawings.size() < 2)
        return std::nullopt;
    std::ranges::sort(drawings);
    const double mean = std::accumulate(drawings.begin(), drawings.end(), 0.) / double(drawings.size());
    const double moved = centre ? *centre - mean : 0;
    return Interval{quantile(drawings, .025) + moved, quantile(drawings, .975) + moved};
}

} // namespace

std::vector<std::optional<Interval>> bootstrapIntervals(std::size_t groups, std::size_t figures,
                                                        const BootstrapOptions& options, const DrawnFigures& compute,
                                                        std::span<const double> centres)
{
    std::vector<std::optional<Interval>> intervals(figures);
    if (groups < 2 || options.resamples < 2)
        return intervals;
    Rng rng(options.seed);
    std::vector<std::uint32_t> drawn(groups);
    std::vector<double> values(figures);
    std::vector<std::vector<double>> drawings(figures);
    for (int i = 0; i < options.resamples; ++i) {
        std::ranges::fill(drawn, 0u);
        for (std::size_t draw = 0; draw < groups; ++draw)
            ++drawn[rng.below(groups)];
        compute(drawn, values);
        for (std::size_t figure = 0; figure < figures; ++figure)
            drawings[figure].push_back(values[figure]);
    }
    for (std::size_t figure = 0; figure < figures; ++figure)
        intervals[figure] =
            intervalOf(std::move(drawings[figure]), centres.empty() ? std::nullopt : std::optional(centres[figure]));
    return intervals;
}

void GroupedMeans::add(const std::string& slice, const std::string& name, const std::string& group, double value)
{
    auto known = std::ranges::find(m_slices, slice, [](const auto& one) { return one.first; });
    if (known == m_slices.end())
        known = m_slices.insert(m_slices.end(), {slice, {}});
    const auto [place, isNew] = known->second.try_emplace(name, m_figures.size());
    if (isNew) {
        m_figures.push_back({m_figures.size(), 0, 0});
        if (slice.empty())
            m_names.push_back(name);
    }
    const std::size_t figure = place->second, number = m_numbers.try_emplace(group, m_groups.size()).first->second;
    if (number == m_groups.size())
        m_groups.emplace_back();
    std::vector<Sum>& sums = m_groups[number];
    auto sum = std::ranges::find(sums, figure, &Sum::figure);
    if (sum == sums.end())
        sum = sums.insert(sums.end(), {figure, 0, 0});
    for (Sum* one : {&*sum, &m_figures[figure]}) {
        one->sum += value;
        ++one->count;
    }
}

void GroupedMeans::fill(MetricReport& report, const BootstrapOptions& options) const
{
    std::vector<double> counts(m_figures.size());
    const auto compute = [&](std::span<const std::uint32_t> drawn, std::span<double> values) {
        std::ranges::fill(values, 0.);
        std::ranges::fill(counts, 0.);
        for (std::size_t group = 0; group < m_groups.size(); ++group) {
            if (drawn[group] == 0)
                continue;
            for (const Sum& one : m_groups[group]) {
                values[one.figure] += drawn[group] * one.sum;
                counts[one.figure] += double(drawn[group] * one.count);
            }
        }
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] /= counts[i]; // NaN where nothing was drawn
    };
    const auto intervals = bootstrapIntervals(m_groups.size(), m_figures.size(), options, compute);
    const auto figureOf = [&](const std::string& name, std::size_t number) {
        const auto& [figure, sum, count] = m_figures[number];
        // In this order, as the challenges compute it: a tie in rounding may hang on the last bit.
        return Figure{name, sum / double(count), count, intervals[number], roundedTo(100 * sum / double(count), 2)};
    };
    for (const auto& [slice, figures] : m_slices) {
        if (slice.empty()) {
            for (const std::string& name : m_names)
                report.figures.push_back(figureOf(name, figures.at(name)));
            continue;
        }
        report.slices.emplace_back(slice, std::vector<Figure>());
        for (const auto& [name, number] : figures)
            report.slices.back().second.push_back(figureOf(name, number));
    }
    report.resamples = std::max(0, options.resamples);
}

} // namespace vbs
