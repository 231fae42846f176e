#pragma once

#include "core/base/progress.h"
#include "core/image/rgb_image.h"
#include "core/regions/picture_strangeness.h"
#include "core/regions/region_extractor.h"

#include <cstddef>
#include <functional>

namespace vbs {

/// Which share of pictures such as those that were learned from is to pass.
inline constexpr double kPassingShare = 0.995;

/// Learns what a pack's pictures look like from three quarters of these, and the threshold from every fourth.
/// @param pictureAt number 0 … count - 1; one that throws ends it all.
/// @throws Error (InvalidArgument) for too few pictures or objects; as the extractor; Cancelled.
PictureStrangeness learnPictureStrangeness(RegionExtractor& extractor, std::size_t count,
                                           const std::function<RgbImage(std::size_t)>& pictureAt,
                                           const JobControl& control);

} // namespace vbs
