#pragma once

#include "core/detector/torchvision/detector_transform.h"
#include "core/detector/visual_genome/vg_config.h"

#include <array>

namespace vbs {

/// The Visual Genome detector's own preprocessing: channels in the network's order (the reference swaps them for local
/// files by mistake, which is not copied), resized bilinearly without antialiasing or rounding, normalised, padded.
class VgTransform {
public:
    explicit VgTransform(const VgDetectorConfig& config) : m_config(config) {}

    PixelSize resizedSize(PixelSize original) const;

    /// @param images at least one. @throws Error (InvalidArgument) for an empty one, or one so narrow that less than
    /// three pixels remain. @return without padding beyond the largest picture.
    DetectorInput prepare(const std::vector<const RgbImage*>& images, const c10::Device& device) const;

    /// Original size / resized size as the reference rounds it: x, y.
    static std::array<float, 2> scales(PixelSize original, PixelSize resized);

private:
    at::Tensor resizedImage(const RgbImage& image) const;

    VgDetectorConfig m_config;
};

} // namespace vbs
