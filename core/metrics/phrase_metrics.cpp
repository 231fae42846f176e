#include "core/metrics/phrase_metrics.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace vbs {

namespace {

constexpr int kDeepest = 10;

/// In double precision: boxes at the bound must fall on the side on which the reference has them.
double overlapOf(const Box& a, const Box& b)
{
    const double width = std::min(double(a.x2), double(b.x2)) - std::max(double(a.x1), double(b.x1));
    const double height = std::min(double(a.y2), double(b.y2)) - std::max(double(a.y1), double(b.y1));
    if (width <= 0 || height <= 0)
        return 0;
    const auto area = [](const Box& box) { return (double(box.x2) - box.x1) * (double(box.y2) - box.y1); };
    return width * height / (area(a) + area(b) - width * height);
}

} // namespace

void PhraseMetrics::add(const PhraseMeasured& phrase)
{
    if (phrase.gold.empty())
        return;
    std::vector<std::size_t> order(std::min(phrase.regions.size(), phrase.scores.size()));
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return phrase.scores[i]; });
    const auto fits = [&](std::size_t region) {
        return std::ranges::any_of(phrase.gold,
                                   [&](const Box& box) { return overlapOf(phrase.regions[region], box) >= .5; });
    };
    const auto first = std::ranges::find_if(order, fits);
    const bool found = first != order.end();
    const auto rank = int(first - order.begin());
    add(phrase.picture, phrase.type, found && rank < kDeepest ? rank : -1, found);
}

void PhraseMetrics::add(const std::string& picture, const std::string& type, int rank, bool withinAnyRegion)
{
    const auto within = [&](int most) { return rank >= 0 && rank < most; };
    m_recall1.add(picture, within(1));
    m_recall5.add(picture, within(5));
    m_recall10.add(picture, within(kDeepest));
    m_bound.add(picture, withinAnyRegion);
    m_byType[type].add(picture, within(1));
}

MetricReport PhraseMetrics::report(const BootstrapOptions& options) const
{
    MetricReport report{{m_recall1.figure("recall@1", options), m_recall5.figure("recall@5", options),
                         m_recall10.figure("recall@10", options), m_bound.figure("upper bound", options)},
                        {{"recall@1 by type", {}}},
                        {}};
    for (const auto& [type, mean] : m_byType)
        report.slices.back().second.push_back(mean.figure(type, options));
    return report;
}

} // namespace vbs
