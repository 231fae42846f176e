#pragma once

#include "core/detector/torchvision/detector_config.h"
#include "core/image/rgb_image.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

#include <vector>

namespace vbs {

struct PixelSize {
    std::int64_t height = 0, width = 0;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// A padded batch and what its pictures were before.
struct DetectorInput {
    at::Tensor images;               ///< float [n, 3, height, width], channels-last, zeros at right and bottom
    std::vector<PixelSize> sizes;    ///< of each picture in the batch, without the padding
    std::vector<PixelSize> original; ///< of each picture before resizing
};

/// torchvision's GeneralizedRCNNTransform: normalise, resize bilinearly without antialiasing, pad.
class DetectorTransform {
public:
    explicit DetectorTransform(const DetectorConfig& config) : m_config(config) {}

    /// Size after resizing; the scale is computed in float by reciprocals, as the library does.
    PixelSize resizedSize(PixelSize original) const;

    /// @param images at least one, none empty.
    DetectorInput prepare(const std::vector<const RgbImage*>& images, const c10::Device& device) const;

    /// Boxes [n, 4] of the resized picture in pixels of the original one.
    static at::Tensor toOriginal(const at::Tensor& boxes, PixelSize resized, PixelSize original);

private:
    at::Tensor resizedImage(const RgbImage& image) const;

    DetectorConfig m_config;
};

} // namespace vbs
