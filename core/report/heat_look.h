#pragma once

#include "core/engine/inference_types.h"
#include "core/image/rgb_image.h"
#include "core/report/colormap.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace vbs {

/// How the weights of regions are shown over a picture, in the window and in everything that is exported.
enum class HeatStyle {
    Dim,    ///< what matters keeps its own colors, the rest recedes
    Frames, ///< frames alone, thicker where the weight is greater
    Map     ///< a color map laid over the picture
};

struct HeatStyleInfo {
    HeatStyle style;
    std::string_view name; ///< in settings and on the command line
    const char* title;     ///< in plain English, as the next; the window translates them
    const char* tip;
};

/// Every style, in the order of menus; the first is the usual one.
std::span<const HeatStyleInfo> heatStyles();
const HeatStyleInfo& heatStyleInfo(HeatStyle style);

struct HeatLook {
    HeatStyle style = HeatStyle::Dim;
    bool fullScale = false; ///< 100 % is drawn strongest, so that two pictures compare; else the greatest weight
    double opacity = 0.5;   ///< 0..1, of what is laid over the picture

    friend bool operator==(const HeatLook&, const HeatLook&) = default;
};

inline constexpr ColorMap kHeatMap = ColorMap::Viridis;
/// Frames of regions that matter: amber on near-black is seen on light, dark and busy pictures and with every common
/// color blindness.
inline constexpr Rgb kHeatLine{255, 176, 0}, kDarkHalo{16, 19, 26};

/// The weight that is drawn strongest; 0 when nothing is to be drawn.
/// @param greatest of all weights that share the scale (greatestWeight).
double heatMaximum(const HeatLook& look, double greatest);

/// A region that stands out.
struct HeatMark {
    std::size_t region = 0;
    double weight = 0;
    double strength = 0; ///< 0..1, of the scale
};

inline constexpr std::size_t kMostHeatMarks = 8;

/// When there are more regions than these, only those that matter are named: more names would hide the picture.
inline constexpr std::size_t kNamedAtMost = 16;

/// The object regions that get a frame of their own, the heaviest first: at least a fifth of the greatest weight, and
/// at most kMostHeatMarks. @param weights one a region; other counts, and a maximum of 0, give none.
/// @param maximum as heatMaximum gives it.
std::vector<HeatMark> heatMarks(const RegionSet& regions, std::span<const double> weights, double maximum);

/// Pixels on the screen or the page, for a strength of 0..1.
double heatFrameWidth(double strength);

/// What everything else recedes into: near-black, or a light gray where the picture itself is dark.
Rgb veilFor(const RgbImage& picture);

/// What is laid over one pixel.
struct HeatPaint {
    Rgb color{};
    double opacity = 0; ///< 0..1
};

/// @param value of a Heatmap, 0..1. @param veil as veilFor gives it.
HeatPaint heatPaint(double value, const HeatLook& look, const Rgb& veil);

/// How an explanation is shared out between regions and words; together 1.
struct HeatShares {
    double regions = 0, rightRegions = 0, words = 0;
};

/// nullopt where the weights do not add up to a whole: for occlusion, and without an explanation.
std::optional<HeatShares> heatShares(const Explanation& why);

} // namespace vbs
