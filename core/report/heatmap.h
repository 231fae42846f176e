#pragma once

#include "core/engine/inference_types.h"
#include "core/image/rgb_image.h"
#include "core/report/heat_look.h"

#include <span>
#include <vector>

namespace vbs {

/// One weight a pixel, row-major; 0..1, scaled so that the heaviest region gives 1.
struct Heatmap {
    int width = 0, height = 0;
    double maximum = 0; ///< the region weight that was scaled to 1, for the legend
    std::vector<float> values;
};

/// Spreads region weights over a picture: each pixel takes the greatest weight of the regions that cover it
/// (soft box edges). The whole-picture region is left out, since it would tint everything alike.
/// Weights below 0, which occlusion gives to regions that speak against the answer, count as nothing.
/// @param weights one a region. @param width,height of the map to make (it may be smaller than the picture).
/// @param maximum the weight that gives 1, for several maps on one scale; 0: the greatest of these weights.
/// @throws Error (InvalidArgument) when the counts differ, or the picture or the map has no pixels.
Heatmap renderHeatmap(const RegionSet& regions, std::span<const double> weights, int width, int height,
                      double maximum = 0);

/// The greatest weight that a heatmap would show, at least 0: of an object region, above 0 and finite.
double greatestWeight(const RegionSet& regions, std::span<const double> weights);

/// The picture with the heatmap laid over it as the look says; as it is for HeatStyle::Frames and an empty map.
RgbImage blendHeatmap(const RgbImage& picture, const Heatmap& heatmap, const HeatLook& look);

} // namespace vbs
