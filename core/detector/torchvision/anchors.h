#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace vbs {

/// torchvision's AnchorGenerator: boxes of given sizes and ratios at every cell of every level.
class AnchorGenerator {
public:
    /// @param sizes one list a level, pixels. @param ratios height / width, the same for every level.
    AnchorGenerator(const std::vector<std::vector<double>>& sizes, const std::vector<double>& ratios);

    std::int64_t anchorsPerCell() const;

    /// Box around the origin for every (ratio, size), rounded to whole numbers with halves to even: [k, 4].
    const at::Tensor& cellAnchors(std::size_t level) const { return m_cellAnchors.at(level); }

    /// Anchors of one level, xyxy in the padded image, in the order row, column, anchor: [rows * columns * k, 4].
    /// The stride is the padded image's size divided (integer division) by the grid's.
    at::Tensor levelAnchors(std::size_t level, std::int64_t rows, std::int64_t columns, std::int64_t imageHeight,
                            std::int64_t imageWidth) const;

private:
    std::vector<at::Tensor> m_cellAnchors;
};

} // namespace vbs
