#pragma once

#include "core/engine/inference_types.h"
#include "core/image/rgb_image.h"
#include "core/report/heat_look.h"

#include <span>
#include <string>

namespace vbs {

struct AnnotationOptions {
    bool boxes = true;
    std::span<const double> weights;      ///< one a region; empty: no heatmap and no legend
    std::span<const double> rightWeights; ///< Compare: one a region of the right picture
    HeatLook look;                        ///< of the heatmap
};

/// Options with the result's own explanation as weights; they point into the result.
AnnotationOptions optionsFor(const InferenceResult& result);

/// A picture or two as a report: boxes with labels, heatmap (when weights are given) with a legend, as in the window,
/// and below what was asked and what was answered. Small pictures are enlarged. This is what `--heatmap` writes. By
/// task:
///   Ask           question; answers as bars
///   Compare       both pictures side by side on one scale; statement; verdicts as bars
///   Choose        question; each choice over its bar
///   Find          sentence, each phrase on its colour; its surest region outlined in it; heatmap of the one phrase, or
///                 small pictures with the heatmap of each (and of the explanation, when weights are given)
///   Fill in       sentence with the surest words in their places; words as bars for each mask; match
///   Caption match sentence; match as a bar with its middle marked
/// The heatmap shows what speaks for the answer: weights below 0 (occlusion) count as nothing.
/// @throws Error (InvalidArgument) for an empty or missing picture or a wrong count of weights.
RgbImage annotateResult(const InferenceRequest& request, const InferenceResult& result,
                        const AnnotationOptions& options);

/// The same for answers to a question.
RgbImage annotatePicture(const RgbImage& picture, const InferenceResult& result, const std::string& question,
                         const AnnotationOptions& options);

/// The picture at its report size with heatmap and boxes, without text around it.
/// @param weights one a region, instead of the options'; empty: no heatmap. @param maximum the weight that is drawn
/// strongest; 0: as the options' look says of these.
/// @throws Error as annotateResult.
RgbImage overlaidPicture(const RgbImage& picture, const RegionSet& regions, std::span<const double> weights,
                         const AnnotationOptions& options, double maximum = 0);

} // namespace vbs
