#include "core/metrics/coco_metrics.h"

#include "core/metrics/coco_curves.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <span>

namespace vbs {

namespace {

constexpr std::array<std::size_t, 2> kMostFound{1, 10}; ///< and all that count

/// Sums as numpy does, pair by pair, so that the last digit is the same.
double pairwiseSum(std::span<const double> values)
{
    const std::size_t count = values.size();
    if (count < 8) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum;
    }
    if (count <= 128) {
        std::array<double, 8> sums{};
        std::copy_n(values.begin(), 8, sums.begin());
        std::size_t at = 8;
        for (; at + 8 <= count; at += 8)
            for (std::size_t i = 0; i < 8; ++i)
                sums[i] += values[at + i];
        double sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
        for (; at < count; ++at)
            sum += values[at];
        return sum;
    }
    const std::size_t half = count / 2 - count / 2 % 8;
    return pairwiseSum(values.first(half)) + pairwiseSum(values.subspan(half));
}

double meanOf(const std::vector<double>& values)
{
    return values.empty() ? -1 : pairwiseSum(values) / double(values.size());
}

class Evaluation {
public:
    Evaluation(const std::vector<CocoPicture>& pictures,
               const std::vector<std::pair<std::int64_t, std::string>>& categories)
        : m_categories(categories.size())
    {
        std::map<std::int64_t, std::size_t> places;
        for (std::size_t i = 0; i < categories.size(); ++i)
            places[categories[i].first] = i;
        for (std::size_t number = 0; number < pictures.size(); ++number) {
            std::map<std::size_t, std::pair<std::vector<const CocoTruth*>, std::vector<const CocoFound*>>> sorted;
            for (const CocoTruth& truth : pictures[number].truth)
                if (const auto place = places.find(truth.category); place != places.end())
                    sorted[place->second].first.push_back(&truth);
            for (const CocoFound& found : pictures[number].found)
                if (const auto place = places.find(found.category); place != places.end())
                    sorted[place->second].second.push_back(&found);
            for (const auto& [category, both] : sorted)
                m_categories[category].add(std::uint32_t(number), both.first, both.second);
        }
        for (CocoCategory& category : m_categories)
            category.rank();
    }

    /// The twelve, then AP of each category.
    void figures(std::span<const std::uint32_t> drawn, std::span<double> values) const
    {
        const auto every = [](std::size_t) { return true; };
        for (std::size_t area = 0; area < kCocoAreas; ++area) {
            const Curves all = curves(area, drawn);
            values[area == 0 ? 0 : 2 + area] = precision(all, every);
            values[8 + area] = recall(all.recalls);
            if (area > 0)
                continue;
            values[1] = precision(all, [](std::size_t t) { return t == 0; });
            values[2] = precision(all, [](std::size_t t) { return t == 5; });
            for (std::size_t category = 0; category < m_categories.size(); ++category)
                values[kCocoFigures + category] = precision(all, every, category);
        }
        for (std::size_t i = 0; i < kMostFound.size(); ++i)
            values[6 + i] = recall(recallsOfBest(kMostFound[i], drawn));
    }

    std::size_t found() const
    {
        return std::accumulate(m_categories.begin(), m_categories.end(), std::size_t(0),
                               [](std::size_t sum, const CocoCategory& one) { return sum + one.found(); });
    }
    std::size_t annotated(std::size_t category) const { return m_categories[category].annotated(); }

private:
    struct Curves {
        std::vector<CocoCategory::Precisions> precisions;
        std::vector<CocoCategory::Recalls> recalls;
        std::vector<std::optional<std::size_t>> places; ///< of each category among them; nothing where nothing counts
    };

    Curves curves(std::size_t area, std::span<const std::uint32_t> drawn) const
    {
        Curves all;
        CocoCategory::Precisions precisions;
        CocoCategory::Recalls recalls;
        for (const CocoCategory& category : m_categories) {
            const bool counts = category.curves(area, drawn, precisions, recalls);
            all.places.push_back(counts ? std::optional(all.recalls.size()) : std::nullopt);
            if (counts) {
                all.precisions.push_back(precisions);
                all.recalls.push_back(recalls);
            }
        }
        return all;
    }

    std::vector<CocoCategory::Recalls> recallsOfBest(std::size_t most, std::span<const std::uint32_t> drawn) const
    {
        std::vector<CocoCategory::Recalls> all;
        CocoCategory::Recalls recalls;
        for (const CocoCategory& category : m_categories)
            if (category.recallsOfBest(most, drawn, recalls))
                all.push_back(recalls);
        return all;
    }

    /// Over thresholds, recalls and categories (or of one), in numpy's order of them.
    template <typename Takes>
    static double precision(const Curves& curves, const Takes& takes, std::optional<std::size_t> category = {})
    {
        if (category && !curves.places[*category])
            return -1;
        const std::size_t first = category ? *curves.places[*category] : 0,
                          last = category ? first + 1 : curves.precisions.size();
        std::vector<double> values;
        for (std::size_t t = 0; t < kCocoThresholds; ++t)
            for (std::size_t r = 0; takes(t) && r < kCocoRecalls; ++r)
                for (std::size_t c = first; c < last; ++c)
                    values.push_back(curves.precisions[c][t][r]);
        return meanOf(values);
    }

    static double recall(const std::vector<CocoCategory::Recalls>& categories)
    {
        std::vector<double> values;
        for (std::size_t t = 0; t < kCocoThresholds; ++t)
            for (const CocoCategory::Recalls& recalls : categories)
                values.push_back(recalls[t]);
        return meanOf(values);
    }

    std::vector<CocoCategory> m_categories;
};

/// So many that all of them take some seconds.
int fewerResamples(int wanted, std::size_t found)
{
    constexpr std::size_t kFoundInAll = 100'000'000;
    constexpr int kLeast = 200;
    const std::size_t affordable = kFoundInAll / std::max<std::size_t>(found, 1);
    return std::min(wanted, int(std::clamp<std::size_t>(affordable, kLeast, 1'000'000)));
}

} // namespace

const std::array<const char*, kCocoFigures>& cocoFigureNames()
{
    static constexpr std::array<const char*, kCocoFigures> names{"AP",        "AP50",     "AP75",      "AP_small",
                                                                 "AP_medium", "AP_large", "AR_1",      "AR_10",
                                                                 "AR_100",    "AR_small", "AR_medium", "AR_large"};
    return names;
}

MetricReport cocoReport(const std::vector<CocoPicture>& pictures,
                        const std::vector<std::pair<std::int64_t, std::string>>& categories,
                        const BootstrapOptions& options)
{
    const Evaluation evaluation(pictures, categories);
    const std::size_t count = kCocoFigures + categories.size();
    std::vector<double> values(count);
    evaluation.figures(std::vector<std::uint32_t>(pictures.size(), 1), values);
    BootstrapOptions fewer = options;
    fewer.resamples = fewerResamples(options.resamples, evaluation.found());
    auto intervals = bootstrapIntervals(
        pictures.size(), count, fewer,
        [&](std::span<const std::uint32_t> drawn, auto drawing) {
            evaluation.figures(drawn, drawing);
            std::ranges::replace(drawing, -1., std::numeric_limits<double>::quiet_NaN());
        },
        values);
    MetricReport report;
    report.resamples = fewer.resamples;
    report.perCent = false;
    report.slices.emplace_back("AP by category", std::vector<Figure>());
    for (std::size_t i = 0; i < count; ++i) {
        const bool isCategory = i >= kCocoFigures;
        if (intervals[i])
            *intervals[i] = {std::max(0., intervals[i]->low), std::min(1., intervals[i]->high)};
        Figure figure{isCategory ? categories[i - kCocoFigures].second : cocoFigureNames()[i], values[i],
                      isCategory ? evaluation.annotated(i - kCocoFigures) : pictures.size(),
                      values[i] < 0 ? std::nullopt : intervals[i], roundedTo(values[i], 3)};
        (isCategory ? report.slices.back().second : report.figures).push_back(std::move(figure));
    }
    return report;
}

} // namespace vbs
