#pragma once

#include "core/picture_book/scenes/pen.h"

#include <opencv2/core.hpp>

#include <cmath>

namespace vbs {

/// The colour for OpenCV's drawing functions, each channel rounded and kept in 0..255.
inline cv::Scalar toScalar(const Rgb& c)
{
    const auto channel = [](double v) { return std::floor(std::clamp(v, 0., 255.) + 0.5); };
    return {channel(c.r), channel(c.g), channel(c.b)};
}

} // namespace vbs
