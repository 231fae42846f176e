#pragma once

#include <ATen/core/Tensor.h>

#include <array>

namespace vbs {

// Boxes are float [n, 4] tensors of corners x1 y1 x2 y2. All functions compute what torchvision 0.14 computes.

/// Areas [n]; negative sides are not clamped.
at::Tensor boxArea(const at::Tensor& boxes);

/// Intersection over union of all pairs [n, m]; NaN for two empty boxes.
at::Tensor boxIou(const at::Tensor& a, const at::Tensor& b);

/// Boxes cut to the picture; any leading dimensions [..., 4].
at::Tensor clipBoxesToImage(const at::Tensor& boxes, std::int64_t height, std::int64_t width);

/// Indices of the boxes with both sides of at least minSize pixels.
at::Tensor removeSmallBoxes(const at::Tensor& boxes, double minSize);

/// Greedy non-maximum suppression: indices of the kept boxes by falling score (equal scores in their order).
/// A box goes when its overlap (float) with a kept one is above the threshold (double).
/// @param most stops as soon as so many are kept; -1: never.
at::Tensor nms(const at::Tensor& boxes, const at::Tensor& scores, double iouThreshold, std::int64_t most = -1);

/// nms among boxes of the same index only. Like the library, up to 1000 boxes are shifted apart by index, which
/// costs a few bits of the coordinates; more are handled index by index.
at::Tensor batchedNms(const at::Tensor& boxes, const at::Tensor& scores, const at::Tensor& indices,
                      double iouThreshold);

/// Boxes as offsets from other boxes: (dx, dy) in units of width and height, (dw, dh) as logarithms.
class BoxCoder {
public:
    explicit BoxCoder(std::array<double, 4> weights) : m_weights(weights) {}

    /// Offsets [n, 4] that lead from `from` to `to`, both [n, 4].
    at::Tensor encode(const at::Tensor& to, const at::Tensor& from) const;

    /// @param deltas [n, k * 4]; dw and dh are clamped above at log(1000 / 16). @param boxes [n, 4].
    /// @return [n, k, 4].
    at::Tensor decode(const at::Tensor& deltas, const at::Tensor& boxes) const;

private:
    std::array<double, 4> m_weights;
};

} // namespace vbs
