#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace vbs {

struct RoiAlignOptions {
    std::int64_t outputHeight = 7, outputWidth = 7;
    double spatialScale = 1;        ///< feature cells per pixel of the rois
    std::int64_t samplingRatio = 2; ///< samples a bin and axis; 0: ceil(extent / output size)
    bool aligned = false;           ///< half-pixel shift; without it extents are at least one cell
};

/// Mean of bilinear samples in every bin of every region (Mask R-CNN's RoIAlign, as torchvision computes it).
/// Differentiable in the features. Computed on the CPU; tensors elsewhere travel there and back.
/// @param features float or double [n, channels, height, width]; channels-last memory is fastest.
/// @param rois [k, 5]: index into n, x1, y1, x2, y2. @return [k, channels, outputHeight, outputWidth].
/// @throws Error (InvalidArgument) for wrong shapes or an index outside n.
at::Tensor roiAlign(const at::Tensor& features, const at::Tensor& rois, const RoiAlignOptions& options);

/// RoIAlign on a pyramid; a region's level follows from its size (equation 1 of the FPN paper).
class MultiScaleRoiAlign {
public:
    MultiScaleRoiAlign(std::int64_t outputSize, std::int64_t samplingRatio, double canonicalScale,
                       std::int64_t canonicalLevel);

    /// @param features finest first. @param boxes one [k_i, 4] a picture, pixels of the padded picture.
    /// @param imageHeight,imageWidth the largest unpadded sizes; the levels' scales follow from them.
    /// @return [sum of k_i, channels, outputSize, outputSize].
    at::Tensor forward(const std::vector<at::Tensor>& features, const std::vector<at::Tensor>& boxes,
                       std::int64_t imageHeight, std::int64_t imageWidth) const;

    /// Index into the levels for each box [k] → int64 [k]; finest scale is 2^-finestLevel.
    at::Tensor levels(const at::Tensor& boxes, std::int64_t finestLevel, std::int64_t coarsestLevel) const;

private:
    std::int64_t m_outputSize, m_samplingRatio;
    double m_canonicalScale;
    std::int64_t m_canonicalLevel;
};

} // namespace vbs
