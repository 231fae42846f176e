#pragma once

#include "core/picture_book/training/picture_book_detector.h"

namespace vbs {

/// The picture-book detector with so few channels that tests can train it.
inline DetectorConfig tinyDetectorConfig()
{
    DetectorConfig config = pictureBookDetectorConfig();
    config.backbone.layers = {1, 1, 1, 1};
    config.backbone.widths = {8, 8, 12, 16};
    config.fpnChannels = 8;
    config.boxHeadSize = 24;
    config.rpnPreNmsTopNTrain = 60;
    config.rpnPostNmsTopNTrain = 30;
    config.boxBatchSizePerImage = 24;
    return config;
}

} // namespace vbs
