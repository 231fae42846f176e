#include "core/metrics/bootstrap.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>

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

} // namespace

std::optional<Interval> bootstrapInterval(std::size_t groups, const BootstrapOptions& options,
                                          const std::function<double(std::span<const std::uint32_t>)>& figure)
{
    if (groups < 2 || options.resamples < 2)
        return std::nullopt;
    Rng rng(options.seed);
    std::vector<double> values;
    std::vector<std::uint32_t> drawn(groups);
    for (int i = 0; i < options.resamples; ++i) {
        std::ranges::fill(drawn, 0u);
        for (std::size_t draw = 0; draw < groups; ++draw)
            ++drawn[rng.below(groups)];
        if (const double value = figure(drawn); !std::isnan(value))
            values.push_back(value);
    }
    if (values.size() < 2)
        return std::nullopt;
    std::ranges::sort(values);
    return Interval{quantile(values, .025), quantile(values, .975)};
}

void GroupedMean::add(const std::string& group, double value)
{
    const auto [at, isNew] = m_groups.try_emplace(group, m_sums.size());
    if (isNew)
        m_sums.emplace_back();
    Sum& sum = m_sums[at->second];
    sum.sum += value;
    ++sum.count;
    m_sum += value;
    ++m_count;
}

double GroupedMean::mean() const
{
    return m_count == 0 ? 0 : m_sum / double(m_count);
}

Figure GroupedMean::figure(const std::string& name, const BootstrapOptions& options) const
{
    const auto meanOf = [&](std::span<const std::uint32_t> drawn) {
        double sum = 0, count = 0;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            sum += drawn[i] * m_sums[i].sum;
            count += double(drawn[i] * m_sums[i].count);
        }
        return sum / count;
    };
    return {name, mean(), m_count, bootstrapInterval(m_sums.size(), options, meanOf)};
}

} // namespace vbs
