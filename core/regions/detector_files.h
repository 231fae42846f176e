#pragma once

#include "core/detector/torchvision/faster_rcnn.h"
#include "core/regions/box_geometry.h"

#include <filesystem>

namespace vbs {

/// Writes config.json and model.safetensors (half precision) into a folder: what createRegionExtractor loads.
/// @throws Error (FileUnwritable).
void saveDetector(const std::filesystem::path& folder, FasterRcnn& detector, const BoxGeometryConfig& geometry);

/// Fills the network from a weight file (also torchvision's own, old and new, and Mask R-CNN's, whose further branches
/// are passed over); every tensor must be there with its shape.
/// @throws Error naming the file and the tensor.
void loadDetectorWeights(const std::filesystem::path& file, FasterRcnn& detector);

} // namespace vbs
