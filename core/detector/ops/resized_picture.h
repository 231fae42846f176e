#pragma once

#include "core/image/rgb_image.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>

namespace vbs {

/// A picture as floats, resized bilinearly without antialiasing (LibTorch's upsample_bilinear2d, pixel centres
/// aligned), to the bit as if it were made as a whole. Only the rows that the result depends on are ever made, and of
/// those no more than 64 MB at a time, or twice the result where that is more.
/// @param normalise changes bytes as floats, [rows, width, 3], in place, number by number.
/// @return float [1, 3, height, width], channels-last.
at::Tensor resizedPicture(const RgbImage& image, std::int64_t height, std::int64_t width,
                          const std::function<void(at::Tensor& rows)>& normalise);

} // namespace vbs
