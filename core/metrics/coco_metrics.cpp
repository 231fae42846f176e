#include "core/metrics/coco_metrics.h"

#include "core/metrics/coco_matching.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <span>

namespace vbs {

namespace {

constexpr std::size_t kRecalls = 101; ///< 0, .01 … 1
constexpr std::array<std::size_t, 3> kMostFound{1, 10, 100};

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

/// All pictures of one category and one range of areas.
using Matches = std::vector<CocoMatch>;

/// What the precision-recall curve of one threshold says.
struct Curve {
    double recall = 0;
    std::array<double, kRecalls> precision{}; ///< at the recalls 0, .01 … 1
};

struct Ranked {
    double score;
    const CocoJudged* judged;
    std::uint32_t times; ///< how often its picture was drawn
};

/// @param drawn how often each picture counts; empty: once.
/// @return a curve a threshold; empty when nothing counts.
std::vector<Curve> curvesOf(const Matches& matches, std::size_t mostFound, std::span<const std::uint32_t> drawn)
{
    std::vector<Ranked> ranked;
    std::size_t truths = 0;
    for (std::size_t picture = 0; picture < matches.size(); ++picture) {
        const std::uint32_t times = drawn.empty() ? 1 : drawn[picture];
        truths += times * matches[picture].truths;
        for (std::size_t i = 0; times > 0 && i < std::min(mostFound, matches[picture].found.size()); ++i)
            ranked.push_back({matches[picture].found[i].score, &matches[picture].found[i], times});
    }
    if (truths == 0)
        return {};
    std::ranges::stable_sort(ranked, std::greater(), &Ranked::score);
    std::vector<Curve> curves(kCocoThresholds);
    std::vector<double> recalls, precisions;
    for (std::size_t t = 0; t < kCocoThresholds; ++t) {
        recalls.clear();
        precisions.clear();
        double right = 0, wrong = 0;
        for (const Ranked& one : ranked) {
            if (!one.judged->ignored[t])
                (one.judged->matched[t] ? right : wrong) += one.times;
            recalls.push_back(right / double(truths));
            precisions.push_back(right / (wrong + right + std::numeric_limits<double>::epsilon()));
        }
        for (std::size_t i = precisions.size(); i-- > 1;)
            precisions[i - 1] = std::max(precisions[i - 1], precisions[i]);
        curves[t].recall = recalls.empty() ? 0 : recalls.back();
        for (std::size_t r = 0; r < kRecalls; ++r) {
            // numpy's linspace(0, 1, 101)
            const double wanted = r + 1 == kRecalls ? 1 : double(r) * (1. / double(kRecalls - 1));
            const auto at = std::ranges::lower_bound(recalls, wanted);
            if (at == recalls.end())
                break;
            curves[t].precision[r] = precisions[std::size_t(at - recalls.begin())];
        }
    }
    return curves;
}

class Evaluation {
public:
    Evaluation(const std::vector<CocoPicture>& pictures,
               const std::vector<std::pair<std::int64_t, std::string>>& categories)
    {
        for (const auto& [id, name] : categories) {
            m_matches.emplace_back();
            for (std::size_t area = 0; area < kCocoAreas; ++area)
                for (const CocoPicture& picture : pictures)
                    m_matches.back()[area].push_back(matchOf(picture, id, area));
        }
    }

    std::array<double, kCocoFigures> figures(std::span<const std::uint32_t> drawn) const
    {
        std::array<double, kCocoFigures> values{};
        const std::array<std::vector<std::vector<Curve>>, kCocoAreas> areas = {
            curves(0, 100, drawn), curves(1, 100, drawn), curves(2, 100, drawn), curves(3, 100, drawn)};
        const auto every = [](std::size_t) { return true; };
        values[0] = precision(areas[0], every);
        values[1] = precision(areas[0], [](std::size_t t) { return t == 0; });
        values[2] = precision(areas[0], [](std::size_t t) { return t == 5; });
        for (std::size_t area = 1; area < kCocoAreas; ++area) {
            values[2 + area] = precision(areas[area], every);
            values[8 + area] = recall(areas[area]);
        }
        for (std::size_t i = 0; i < kMostFound.size(); ++i)
            values[6 + i] = recall(curves(0, kMostFound[i], drawn));
        return values;
    }

    double averagePrecision(std::size_t category) const
    {
        return precision({curvesOf(m_matches[category][0], 100, {})}, [](std::size_t) { return true; });
    }

private:
    static CocoMatch matchOf(const CocoPicture& picture, std::int64_t category, std::size_t area)
    {
        std::vector<const CocoTruth*> truth;
        std::vector<const CocoFound*> found;
        for (const CocoTruth& one : picture.truth)
            if (one.category == category)
                truth.push_back(&one);
        for (const CocoFound& one : picture.found)
            if (one.category == category)
                found.push_back(&one);
        return matchCoco(truth, found, area);
    }

    /// By category.
    std::vector<std::vector<Curve>> curves(std::size_t area, std::size_t mostFound,
                                           std::span<const std::uint32_t> drawn) const
    {
        std::vector<std::vector<Curve>> all;
        for (const auto& areas : m_matches)
            all.push_back(curvesOf(areas[area], mostFound, drawn));
        return all;
    }

    /// Over thresholds, recalls and categories, in numpy's order of them.
    template <typename Takes>
    static double precision(const std::vector<std::vector<Curve>>& categories, const Takes& takes)
    {
        std::vector<double> values;
        for (std::size_t t = 0; t < kCocoThresholds; ++t)
            for (std::size_t r = 0; takes(t) && r < kRecalls; ++r)
                for (const std::vector<Curve>& curves : categories)
                    if (!curves.empty())
                        values.push_back(curves[t].precision[r]);
        return meanOf(values);
    }

    static double recall(const std::vector<std::vector<Curve>>& categories)
    {
        std::vector<double> values;
        for (std::size_t t = 0; t < kCocoThresholds; ++t)
            for (const std::vector<Curve>& curves : categories)
                if (!curves.empty())
                    values.push_back(curves[t].recall);
        return meanOf(values);
    }

    std::vector<std::array<Matches, kCocoAreas>> m_matches; ///< by category
};

/// All twelve come from one drawing.
std::array<std::optional<Interval>, kCocoFigures> intervalsOf(const Evaluation& evaluation, std::size_t pictures,
                                                              const BootstrapOptions& options)
{
    std::vector<std::array<double, kCocoFigures>> drawings;
    bootstrapInterval(pictures, options, [&](std::span<const std::uint32_t> drawn) {
        drawings.push_back(evaluation.figures(drawn));
        return 0.;
    });
    std::array<std::optional<Interval>, kCocoFigures> intervals;
    for (std::size_t i = 0; i < kCocoFigures && !drawings.empty(); ++i) {
        std::size_t at = 0;
        intervals[i] = bootstrapInterval(pictures, options, [&](std::span<const std::uint32_t>) {
            const double value = drawings.at(at++)[i];
            return value < 0 ? std::numeric_limits<double>::quiet_NaN() : value;
        });
    }
    return intervals;
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
    const auto values = evaluation.figures({});
    const auto intervals = intervalsOf(evaluation, pictures.size(), options);
    MetricReport report;
    for (std::size_t i = 0; i < kCocoFigures; ++i)
        report.figures.push_back({cocoFigureNames()[i], values[i], pictures.size(), intervals[i]});
    report.slices.emplace_back("AP by category", std::vector<Figure>());
    for (std::size_t i = 0; i < categories.size(); ++i) {
        std::size_t count = 0;
        for (const CocoPicture& picture : pictures)
            count += std::size_t(std::ranges::count(picture.truth, categories[i].first, &CocoTruth::category));
        report.slices.back().second.push_back(
            {categories[i].second, evaluation.averagePrecision(i), count, std::nullopt});
    }
    return report;
}

} // namespace vbs
