#include "core/metrics/coco_matching.h"

#include <algorithm>
#include <functional>

namespace vbs {

namespace {

struct AreaRange {
    double least, most; // both included
};
constexpr std::array<AreaRange, kCocoAreas> kRanges{{{0, 1e10}, {0, 32. * 32}, {32. * 32, 96. * 96}, {96. * 96, 1e10}}};

bool isOutside(double area, const AreaRange& range)
{
    return area < range.least || area > range.most;
}

/// For a crowd, of the found box's own area. Where both areas are 0 there is no overlap, either.
double cocoOverlap(const CocoBox& found, const CocoTruth& truth)
{
    const CocoBox& box = truth.box;
    const double width = std::min(found.x + found.width, box.x + box.width) - std::max(found.x, box.x);
    const double height = std::min(found.y + found.height, box.y + box.height) - std::max(found.y, box.y);
    if (width <= 0 || height <= 0)
        return 0;
    const double both = width * height, area = found.width * found.height;
    return both / (truth.crowd ? area : area + box.width * box.height - both);
}

/// One threshold: every found box takes the truth that it overlaps most, of those that are left; what counts goes
/// before what is ignored.
class Threshold {
public:
    Threshold(const std::vector<const CocoTruth*>& truth, const std::vector<bool>& ignored)
        : m_truth(truth), m_ignored(ignored), m_taken(truth.size())
    {
    }

    /// The truth that is taken; -1: none.
    int take(const std::vector<double>& overlaps, double threshold)
    {
        double best = std::min(threshold, 1 - 1e-10);
        int match = -1;
        for (std::size_t i = 0; i < m_truth.size(); ++i) {
            if (m_taken[i] && !m_truth[i]->crowd)
                continue;
            if (match >= 0 && !m_ignored[std::size_t(match)] && m_ignored[i])
                break;
            if (overlaps[i] < best)
                continue;
            best = overlaps[i];
            match = int(i);
        }
        if (match >= 0)
            m_taken[std::size_t(match)] = true;
        return match;
    }

private:
    const std::vector<const CocoTruth*>& m_truth;
    const std::vector<bool>& m_ignored;
    std::vector<bool> m_taken;
};

} // namespace

const std::array<double, kCocoThresholds>& cocoThresholds()
{
    static const std::array<double, kCocoThresholds> thresholds = [] {
        std::array<double, kCocoThresholds> values{};
        const double step = (.95 - .5) / double(kCocoThresholds - 1);
        for (std::size_t i = 0; i < kCocoThresholds; ++i)
            values[i] = double(i) * step + .5;
        values.back() = .95;
        return values;
    }();
    return thresholds;
}

CocoMatch matchCoco(const std::vector<const CocoTruth*>& truth, const std::vector<const CocoFound*>& found,
                    std::size_t area)
{
    CocoMatch match;
    const AreaRange& range = kRanges.at(area);
    const auto isIgnored = [&](const CocoTruth* one) { return one->crowd || isOutside(one->area, range); };
    std::vector<const CocoTruth*> sorted = truth; // those that count first
    std::ranges::stable_partition(sorted, std::not_fn(isIgnored));
    std::vector<bool> ignored;
    for (const CocoTruth* one : sorted)
        ignored.push_back(isIgnored(one));
    match.truths = std::size_t(std::ranges::count(ignored, false));
    std::vector<const CocoFound*> best = found;
    std::ranges::stable_sort(best, std::greater(), &CocoFound::score);
    best.resize(std::min(best.size(), kCocoMostFound));
    std::vector<Threshold> thresholds(kCocoThresholds, Threshold(sorted, ignored));
    for (const CocoFound* one : best) {
        std::vector<double> overlaps;
        for (const CocoTruth* other : sorted)
            overlaps.push_back(cocoOverlap(one->box, *other));
        CocoJudged judged{one->score, {}, {}};
        for (std::size_t t = 0; t < kCocoThresholds; ++t) {
            const int taken = thresholds[t].take(overlaps, cocoThresholds()[t]);
            judged.matched[t] = taken >= 0 && sorted[std::size_t(taken)]->hasId;
            judged.ignored[t] = taken >= 0 ? ignored[std::size_t(taken)] : false;
            judged.ignored[t] =
                judged.ignored[t] || (!judged.matched[t] && isOutside(one->box.width * one->box.height, range));
        }
        match.found.push_back(judged);
    }
    return match;
}

} // namespace vbs
