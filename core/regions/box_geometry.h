#pragma once

#include "core/base/json.h"
#include "core/checkpoint/torch_forward.h"

#include <cstdint>

namespace vbs {

/// How a region's place in the picture is told to VisualBERT, beside what the region looks like.
struct BoxGeometryConfig {
    enum class Kind { None, Fourier };
    Kind kind = Kind::None;
    int frequencies = 4;

    /// Numbers per box: 0, or 6 + 4 * frequencies.
    std::int64_t size() const { return kind == Kind::None ? 0 : 6 + 4 * std::int64_t(frequencies); }
};

/// From {"kind": "none"} or {"kind": "fourier", "frequencies": K}; null is none.
/// @throws Error (InvalidArgument).
BoxGeometryConfig boxGeometryFromJson(const Json& json);
OrderedJson boxGeometryToJson(const BoxGeometryConfig& config);

/// Fourier: with everything in units of the picture's width and height, 4 * (v - 0.5) for v = x1, y1, x2, y2,
/// width, height; then for the centre's x and after it for its y, for k = 0 … frequencies - 1:
/// sin(pi c 2^k), cos(pi c 2^k).
/// @param boxes [n, 4] pixels. @return float [n, config.size()].
at::Tensor boxGeometry(const at::Tensor& boxes, std::int64_t imageWidth, std::int64_t imageHeight,
                       const BoxGeometryConfig& config);

} // namespace vbs
