#include "core/metrics/phrase_metrics.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace vbs {

namespace {

constexpr int kDeepest = 10;

double overlapOf(const PhraseBox& a, const PhraseBox& b)
{
    const double width = std::min(a.x2, b.x2) - std::max(a.x1, b.x1);
    const double height = std::min(a.y2, b.y2) - std::max(a.y1, b.y1);
    if (width <= 0 || height <= 0)
        return 0;
    const auto area = [](const PhraseBox& box) { return (box.x2 - box.x1) * (box.y2 - box.y1); };
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
                                   [&](const PhraseBox& box) { return overlapOf(phrase.regions[region], box) >= .5; });
    };
    const auto first = std::ranges::find_if(order, fits);
    const bool found = first != order.end();
    const auto rank = int(first - order.begin());
    add(phrase.picture, phrase.type, found && rank < kDeepest ? rank : -1, found);
}

void PhraseMetrics::add(const std::string& picture, const std::string& type, int rank, bool withinAnyRegion)
{
    const auto within = [&](int most) { return rank >= 0 && rank < most; };
    const std::pair<const char*, bool> found[] = {{"recall@1", within(1)},
                                                  {"recall@5", within(5)},
                                                  {"recall@10", within(kDeepest)},
                                                  {"upper bound", withinAnyRegion}};
    for (const auto& [name, isFound] : found) {
        m_means.add("", name, picture, isFound);
        m_means.add(std::string(name) + " by type", type, picture, isFound);
    }
}

MetricReport PhraseMetrics::report(const BootstrapOptions& options) const
{
    MetricReport report;
    m_means.fill(report, options);
    return report;
}

} // namespace vbs
