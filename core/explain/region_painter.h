#pragma once

#include "core/explain/text_painter.h"
#include "core/service/inference_types.h"

#include <opencv2/core/mat.hpp>

#include <span>

namespace vbs {

/// A region's colour: the one its attribute names, else one by its label, the same in every picture.
Rgb colorOf(const Region& region);

/// Outlines of the object regions and, where there is room, tags with attribute, label and score. The regions
/// with the greatest weight (else score) get their tags first. For sources only.
/// @param picture RGB, drawn into. @param weights one a region, or empty.
void paintRegions(cv::Mat& picture, const RegionSet& regions, std::span<const double> weights, TextPainter& text);

} // namespace vbs
