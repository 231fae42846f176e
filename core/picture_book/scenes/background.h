#pragma once

#include "core/base/random.h"

namespace cv {
class Mat;
}

namespace vbs {

/// Fills a canvas (kSupersampling times the picture, 8-bit RGB) with a place: an index into kScenePlaces.
void paintBackground(cv::Mat& canvas, int place, Rng& rng);

} // namespace vbs
