#pragma once

#include "core/detector/torchvision/detector_config.h"

namespace vbs {

/// The shipped detector's configuration: 2.3 M parameters for the scenes of core/picture_book/scenes.
DetectorConfig pictureBookDetectorConfig();

} // namespace vbs
