#pragma once

#include "core/explain/colormap.h"
#include "core/image/rgb_image.h"
#include "core/service/inference_types.h"

#include <span>
#include <string>

namespace vbs {

struct AnnotationOptions {
    bool boxes = true;
    std::span<const double> weights; ///< one a region; empty: no heatmap and no legend
    ColorMap colorMap = ColorMap::Viridis;
};

/// The picture as a report: boxes with labels, heatmap (when weights are given) with a legend, and below it the
/// question and the answers as bars. Small pictures are enlarged. This is what `--heatmap` and the main job
/// without a display write. @throws Error (InvalidArgument) for an empty picture or a wrong count of weights.
RgbImage annotatePicture(const RgbImage& picture, const InferenceResult& result, const std::string& question,
                         const AnnotationOptions& options);

} // namespace vbs
