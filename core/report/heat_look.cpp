#include "core/report/heat_look.h"

#include "core/base/for_people.h"
#include "core/base/ranking.h"
#include "core/report/heatmap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace vbs {

namespace {

constexpr std::array kStyles{HeatStyleInfo{HeatStyle::Dim, "dim", forPeople("Dim the Rest"),
                                           forPeople("What matters keeps its own colors; everything else is dimmed")},
                             HeatStyleInfo{HeatStyle::Frames, "frames", forPeople("Frames Only"),
                                           forPeople("Frames, thicker around what matters more")},
                             HeatStyleInfo{HeatStyle::Map, "map", forPeople("Color Map"),
                                           forPeople("A color map over the picture; it changes the picture's colors")}};

constexpr double kFaintestMark = 0.2; ///< of the greatest weight
constexpr double kThinnest = 1.5, kThickest = 5;
constexpr double kDimming = 1.3, kDimmest = 0.92; ///< half way on the slider dims well; all the way leaves a trace

constexpr Rgb kLightVeil{168, 174, 184};
constexpr double kDark = 0.2; ///< mean luminance below which dimming would show nothing

/// 0..1, from a grid of pixels.
double meanLuminance(const RgbImage& picture)
{
    const int step = std::max(1, std::min(picture.width, picture.height) / 48);
    double sum = 0;
    long count = 0;
    for (int y = step / 2; y < picture.height; y += step) {
        const std::uint8_t* row = picture.row(y);
        for (int x = step / 2; x < picture.width; x += step, ++count)
            sum += 0.2126 * row[3 * x] + 0.7152 * row[3 * x + 1] + 0.0722 * row[3 * x + 2];
    }
    return count > 0 ? sum / double(count) / 255 : 1;
}

} // namespace

std::span<const HeatStyleInfo> heatStyles()
{
    return kStyles;
}

const HeatStyleInfo& heatStyleInfo(HeatStyle style)
{
    return kStyles[std::size_t(style)];
}

double heatMaximum(const HeatLook& look, double greatest)
{
    return greatest > 0 && look.fullScale ? 1 : greatest;
}

std::vector<HeatMark> heatMarks(const RegionSet& regions, std::span<const double> weights, double maximum)
{
    std::vector<HeatMark> marks;
    if (weights.size() != regions.regions.size() || maximum <= 0)
        return marks;
    const double least = kFaintestMark * greatestWeight(regions, weights);
    for (const std::size_t i : greatestFirst(weights)) {
        const double weight = weights[i];
        if (regions.regions[i].wholeImage || !std::isfinite(weight) || weight <= 0 || weight < least)
            continue;
        marks.push_back({i, weight, std::min(1., weight / maximum)});
        if (marks.size() == kMostHeatMarks)
            break;
    }
    return marks;
}

double heatFrameWidth(double strength)
{
    return kThinnest + (kThickest - kThinnest) * std::clamp(strength, 0., 1.);
}

Rgb veilFor(const RgbImage& picture)
{
    return meanLuminance(picture) < kDark ? kLightVeil : kDarkHalo;
}

HeatPaint heatPaint(double value, const HeatLook& look, const Rgb& veil)
{
    value = std::clamp(value, 0., 1.);
    switch (look.style) {
    case HeatStyle::Dim: // by the root, so that what matters half as much is still seen well
        return {veil, (1 - std::sqrt(value)) * std::min(kDimmest, kDimming * look.opacity)};
    case HeatStyle::Map:
        return {colorOf(kHeatMap, value), value * look.opacity};
    case HeatStyle::Frames:
        break;
    }
    return {};
}

std::optional<HeatShares> heatShares(const Explanation& why)
{
    if (methodInfo(why.request.method).isSigned || (why.regions.empty() && why.tokens.empty()))
        return std::nullopt;
    const auto sum = [](const std::vector<double>& weights) {
        return std::accumulate(weights.begin(), weights.end(), 0.);
    };
    return HeatShares{sum(why.regions), sum(why.rightRegions), sum(why.tokens)};
}

} // namespace vbs
