#include "core/metrics/coco_curves.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace vbs {

namespace {

constexpr std::uint16_t kAllThresholds = (1u << kCocoThresholds) - 1;

/// numpy's linspace(0, 1, 101).
const std::array<double, kCocoRecalls>& wantedRecalls()
{
    static const std::array<double, kCocoRecalls> recalls = [] {
        std::array<double, kCocoRecalls> values{};
        for (std::size_t i = 0; i < kCocoRecalls; ++i)
            values[i] = double(i) * (1. / double(kCocoRecalls - 1));
        values.back() = 1;
        return values;
    }();
    return recalls;
}

/// The curve where it rises: recall and precision after each right one. Elsewhere precision only falls, so that
/// nothing else decides what COCOeval reads off.
struct Rises {
    std::vector<double> recall, precision;

    void readOff(std::array<double, kCocoRecalls>& precisions)
    {
        for (std::size_t i = precision.size(); i-- > 1;)
            precision[i - 1] = std::max(precision[i - 1], precision[i]);
        std::size_t at = 0;
        for (std::size_t r = 0; r < kCocoRecalls; ++r) {
            while (at < recall.size() && recall[at] < wantedRecalls()[r])
                ++at;
            precisions[r] = at < recall.size() ? precision[at] : 0;
        }
    }
};

} // namespace

void CocoCategory::add(std::uint32_t picture, const std::vector<const CocoTruth*>& truth,
                       const std::vector<const CocoFound*>& found)
{
    Truths truths{picture, {}};
    const std::size_t first = m_found.size();
    for (std::size_t area = 0; area < kCocoAreas; ++area) {
        const CocoMatch match = matchCoco(truth, found, area);
        truths.counts[area] = std::uint32_t(match.truths);
        for (std::size_t i = 0; i < match.found.size(); ++i) {
            const CocoJudged& judged = match.found[i];
            if (area == 0)
                m_found.push_back({judged.score, picture, std::uint16_t(i), {}, {}});
            for (std::size_t t = 0; t < kCocoThresholds; ++t)
                if (!judged.ignored[t]) {
                    auto& bits = judged.matched[t] ? m_found[first + i].right : m_found[first + i].wrong;
                    bits[area] = std::uint16_t(bits[area] | 1u << t);
                }
        }
    }
    if (truths.counts[0] > 0)
        m_truths.push_back(truths);
    m_annotated += truth.size();
}

void CocoCategory::rank()
{
    std::ranges::stable_sort(m_found, std::greater(), &Found::score);
}

double CocoCategory::truthsIn(std::size_t area, std::span<const std::uint32_t> drawn) const
{
    double truths = 0;
    for (const Truths& one : m_truths)
        truths += double(drawn[one.picture]) * one.counts[area];
    return truths;
}

bool CocoCategory::curves(std::size_t area, std::span<const std::uint32_t> drawn, Precisions& precisions,
                          Recalls& recalls) const
{
    const double truths = truthsIn(area, drawn);
    if (truths == 0)
        return false;
    std::array<Rises, kCocoThresholds> rises;
    std::array<double, kCocoThresholds> right{}, wrong{};
    double wrongAtAll = 0; // most of what was found is
    for (const Found& one : m_found) {
        const double times = drawn[one.picture];
        if (times == 0)
            continue;
        if (one.wrong[area] == kAllThresholds) {
            wrongAtAll += times;
            continue;
        }
        for (std::size_t t = 0; t < kCocoThresholds; ++t) {
            if (one.right[area] >> t & 1) {
                right[t] += times;
                rises[t].recall.push_back(right[t] / truths);
                const double all = wrong[t] + wrongAtAll + right[t];
                rises[t].precision.push_back(right[t] / (all + std::numeric_limits<double>::epsilon()));
            } else if (one.wrong[area] >> t & 1) {
                wrong[t] += times;
            }
        }
    }
    for (std::size_t t = 0; t < kCocoThresholds; ++t) {
        recalls[t] = right[t] / truths;
        rises[t].readOff(precisions[t]);
    }
    return true;
}

bool CocoCategory::recallsOfBest(std::size_t most, std::span<const std::uint32_t> drawn, Recalls& recalls) const
{
    const double truths = truthsIn(0, drawn);
    recalls = {};
    for (const Found& one : m_found)
        for (std::size_t t = 0; one.right[0] != 0 && one.place < most && t < kCocoThresholds; ++t)
            recalls[t] += (one.right[0] >> t & 1) * drawn[one.picture];
    for (double& recall : recalls)
        recall /= truths;
    return truths > 0;
}

} // namespace vbs
