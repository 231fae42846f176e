#pragma once

#include "core/detector/visual_genome/vg_config.h"

namespace vbs {

/// The Visual Genome detector with so few channels that tests run it in no time.
inline VgDetectorConfig tinyVgConfig()
{
    VgDetectorConfig config;
    config.minSize = 120;
    config.maxSize = 200;
    config.stageBlocks = {1, 2, 2, 2};
    config.stemChannels = 8;
    config.bottleneckChannels = 4;
    config.res2Channels = 16;
    config.anchorSizes = {24, 48, 96};
    config.rpnHiddenChannels = 12;
    config.rpnPreNmsTopK = 300;
    config.rpnPostNmsTopK = 40;
    config.numClasses = 7;
    config.numAttributes = 5;
    config.minDetections = config.maxDetections = 6;
    return config;
}

} // namespace vbs
