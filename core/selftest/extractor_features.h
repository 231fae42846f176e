#pragma once

#include "core/base/progress.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace vbs {

/// The features, float [regions, size], that a published extractor with weights by rule gives a few boxes of a made-up
/// picture. The boxes are given, since such weights decide narrowly what is a region.
/// @param device "cpu", "cuda:0". @param precision float32 or bfloat16.
/// @param findsToo it must find regions as well, with numbers for features; on the processor that takes a detector
/// long.
/// @throws Error; Cancelled.
at::Tensor ruleFilledFeatures(const std::string& extractor, const std::string& device, const std::string& precision,
                              bool findsToo, const JobControl& control);

/// The largest 1 - cosine of two rows; infinite for another shape, and where something is not a number.
double featureDistance(const at::Tensor& first, const at::Tensor& second);

} // namespace vbs
