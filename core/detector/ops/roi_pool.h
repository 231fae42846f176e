#pragma once

#include <ATen/core/Tensor.h>

#include <compare>
#include <cstdint>
#include <vector>

namespace vbs {

/// The cells of a feature map that a region covers: corners rounded to whole cells, both included.
struct RoiCells {
    std::int64_t left = 0, top = 0, right = 0, bottom = 0;
    friend auto operator<=>(const RoiCells&, const RoiCells&) = default;
};

/// Cells of boxes [k, 4] in pixels. @param spatialScale cells per pixel. Halves are rounded away from zero.
std::vector<RoiCells> roiCells(const at::Tensor& boxes, double spatialScale);

/// Largest value in every bin of every region (Fast R-CNN's RoIPool, as torchvision computes it); 0 where a bin holds
/// no cell of the map. Regions of the same cells have the same values. Computed on the CPU, on all threads.
/// @param map float [1, channels, height, width]; channels-last memory is fastest.
/// @return [regions, channels, outputHeight, outputWidth], channels-last.
/// @throws Error (InvalidArgument) for a map of another shape or type.
at::Tensor roiPool(const at::Tensor& map, const std::vector<RoiCells>& regions, std::int64_t outputHeight,
                   std::int64_t outputWidth);

} // namespace vbs
