#pragma once

#include "core/image/rgb_image.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>

namespace vbs {

/// A picture as floats, resized bilinearly without antialiasing (LibTorch's upsample_bilinear2d, pixel centres
/// aligned). Of a large picture only the rows that the result depends on are ever made: memory is asked for as a whole,
/// but what is not touched costs nothing.
/// @param normalise changes bytes as floats, [rows, width, 3], in place, number by number.
/// @return float [1, 3, height, width], channels-last.
at::Tensor resizedPicture(const RgbImage& image, std::int64_t height, std::int64_t width,
                          const std::function<void(at::Tensor& rows)>& normalise);

} // namespace vbs
