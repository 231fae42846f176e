#include "core/detector/ops/resized_picture.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

constexpr std::int64_t kMargin = 1; ///< LibTorch computes the place of a row in float

} // namespace

at::Tensor resizedPicture(const RgbImage& image, std::int64_t height, std::int64_t width,
                          const std::function<void(at::Tensor& rows)>& normalise)
{
    const at::Tensor bytes =
        torch::from_blob(const_cast<std::uint8_t*>(image.pixels.data()), {image.height, image.width, 3}, torch::kUInt8);
    const at::Tensor floats = torch::empty({image.height, image.width, 3}, torch::kFloat);
    const at::Tensor planes = floats.permute({2, 0, 1}).unsqueeze(0); // [1, 3, height, width], channels-last
    const auto make = [&](std::int64_t begin, std::int64_t end) {
        at::Tensor rows = floats.slice(0, begin, end);
        rows.copy_(bytes.slice(0, begin, end));
        normalise(rows);
    };
    if (height == image.height && width == image.width) {
        make(0, image.height);
        return planes;
    }
    std::int64_t made = 0; // rows before it are there, or never read
    for (std::int64_t row = 0; row < height; ++row) {
        const double at = (double(row) + .5) * double(image.height) / double(height) - .5;
        const auto above = static_cast<std::int64_t>(std::floor(std::max(at, 0.)));
        const std::int64_t begin = std::max(made, above - kMargin);
        const std::int64_t end = std::min<std::int64_t>(image.height, above + 2 + kMargin);
        if (begin < end)
            make(begin, end);
        made = std::max(made, end);
    }
    return torch::upsample_bilinear2d(planes, {height, width}, false);
}

} // namespace vbs
