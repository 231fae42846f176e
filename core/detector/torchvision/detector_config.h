#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// The residual network below the pyramid, torchvision's `backbone.body`.
struct ResNetConfig {
    std::string block = "basic";                       ///< basic or bottleneck
    std::vector<std::int64_t> layers{2, 2, 2, 2};      ///< blocks in layer1 … layer4
    std::vector<std::int64_t> widths{24, 48, 96, 160}; ///< planes of layer1 … layer4; the stem has widths[0]
    std::string norm = "batch_norm";                   ///< batch_norm or frozen_batch_norm
    double normEps = 1e-5;

    std::int64_t expansion() const { return block == "bottleneck" ? 4 : 1; }
    std::int64_t outChannels(std::size_t layer) const { return widths.at(layer) * expansion(); }
};

/// A class of attributes that every found object has one value of, e.g. its colour.
struct AttributeConfig {
    std::string name;
    std::vector<std::string> values;
    double lossWeight = 1;
};

/// Everything that fasterrcnn's constructor takes in torchvision, and the additions of this program. The JSON
/// keys are the member names in snake_case; a key that is absent keeps the value below.
struct DetectorConfig {
    ResNetConfig backbone;
    std::vector<std::int64_t> returnedLayers{1, 2, 3}; ///< 0 is layer1 (stride 4) … 3 is layer4 (stride 32)
    std::int64_t fpnChannels = 64;
    bool fpnMaxPoolLevel = false; ///< torchvision's extra level "pool"

    std::vector<std::vector<double>> anchorSizes{{36}, {72}, {128}}; ///< one list a level, pixels
    std::vector<double> anchorRatios{.6, 1, 1.6};                    ///< height / width

    std::int64_t rpnPreNmsTopNTrain = 300, rpnPreNmsTopNTest = 100;
    std::int64_t rpnPostNmsTopNTrain = 120, rpnPostNmsTopNTest = 40;
    double rpnNmsThresh = .7, rpnScoreThresh = 0;
    double rpnFgIouThresh = .6, rpnBgIouThresh = .3;
    std::int64_t rpnBatchSizePerImage = 64;
    double rpnPositiveFraction = .5;

    std::int64_t boxPoolSize = 7, boxSamplingRatio = 2;
    double boxCanonicalScale = 64;
    std::int64_t boxCanonicalLevel = 3;
    std::int64_t boxHeadSize = 256;
    double boxFgIouThresh = .5, boxBgIouThresh = .5;
    std::int64_t boxBatchSizePerImage = 64;
    double boxPositiveFraction = .4;
    double boxScoreThresh = .05, boxNmsThresh = .45;
    std::int64_t boxDetectionsPerImg = 16;
    double boxAgnosticNmsThresh = .6; ///< a second suppression over all categories; 1 leaves it out

    double regionScoreThresh = .5; ///< what the extractor keeps of the detections
    std::int64_t maxRegions = 11;  ///< without the whole-image region
    bool wholeImageRegion = true;  ///< region 0 covers the picture

    std::int64_t minSize = 240, maxSize = 320, sizeDivisible = 32;
    std::vector<double> imageMean{.5, .5, .5}, imageStd{.25, .25, .25};

    std::vector<std::string> categories;     ///< label 1 …; 0 is the background
    std::vector<AttributeConfig> attributes; ///< `roi_heads.attribute_predictor.<name>`
    std::vector<std::string> places;         ///< `roi_heads.place_predictor`; empty: none
    double placeLossWeight = .2;

    std::int64_t numClasses() const { return static_cast<std::int64_t>(categories.size()) + 1; }
};

/// @throws Error (InvalidArgument, Mismatch) naming the key.
DetectorConfig detectorConfigFromJson(const Json& json);
OrderedJson detectorConfigToJson(const DetectorConfig& config);

/// torchvision's fasterrcnn_resnet50_fpn with frozen batch norm (eps 0), for 90 COCO label ids.
DetectorConfig fasterRcnnResnet50FpnConfig();

} // namespace vbs
