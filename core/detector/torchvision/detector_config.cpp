#include "core/detector/torchvision/detector_config.h"

#include "core/base/error.h"
#include "core/detector/json_members.h"
#include "core/detector/torchvision/coco_categories.h"

namespace vbs {

namespace {

/// One list of the members, for reading and for writing.
template <typename Visitor, typename Config> void visitMembers(Visitor&& visit, Config& c)
{
    visit("returned_layers", c.returnedLayers);
    visit("fpn_channels", c.fpnChannels);
    visit("fpn_max_pool_level", c.fpnMaxPoolLevel);
    visit("anchor_sizes", c.anchorSizes);
    visit("anchor_ratios", c.anchorRatios);
    visit("rpn_pre_nms_top_n_train", c.rpnPreNmsTopNTrain);
    visit("rpn_pre_nms_top_n_test", c.rpnPreNmsTopNTest);
    visit("rpn_post_nms_top_n_train", c.rpnPostNmsTopNTrain);
    visit("rpn_post_nms_top_n_test", c.rpnPostNmsTopNTest);
    visit("rpn_nms_thresh", c.rpnNmsThresh);
    visit("rpn_score_thresh", c.rpnScoreThresh);
    visit("rpn_fg_iou_thresh", c.rpnFgIouThresh);
    visit("rpn_bg_iou_thresh", c.rpnBgIouThresh);
    visit("rpn_batch_size_per_image", c.rpnBatchSizePerImage);
    visit("rpn_positive_fraction", c.rpnPositiveFraction);
    visit("box_pool_size", c.boxPoolSize);
    visit("box_sampling_ratio", c.boxSamplingRatio);
    visit("box_canonical_scale", c.boxCanonicalScale);
    visit("box_canonical_level", c.boxCanonicalLevel);
    visit("box_head_size", c.boxHeadSize);
    visit("box_fg_iou_thresh", c.boxFgIouThresh);
    visit("box_bg_iou_thresh", c.boxBgIouThresh);
    visit("box_batch_size_per_image", c.boxBatchSizePerImage);
    visit("box_positive_fraction", c.boxPositiveFraction);
    visit("box_score_thresh", c.boxScoreThresh);
    visit("box_nms_thresh", c.boxNmsThresh);
    visit("box_detections_per_img", c.boxDetectionsPerImg);
    visit("box_agnostic_nms_thresh", c.boxAgnosticNmsThresh);
    visit("region_score_thresh", c.regionScoreThresh);
    visit("max_regions", c.maxRegions);
    visit("whole_image_region", c.wholeImageRegion);
    visit("min_size", c.minSize);
    visit("max_size", c.maxSize);
    visit("size_divisible", c.sizeDivisible);
    visit("image_mean", c.imageMean);
    visit("image_std", c.imageStd);
    visit("place_loss_weight", c.placeLossWeight);
    visit("places", c.places);
    visit("categories", c.categories);
}

template <typename Visitor, typename Config> void visitBackbone(Visitor&& visit, Config& c)
{
    visit("block", c.block);
    visit("layers", c.layers);
    visit("widths", c.widths);
    visit("norm", c.norm);
    visit("norm_eps", c.normEps);
}

template <typename Visitor, typename Config> void visitAttribute(Visitor&& visit, Config& c)
{
    visit("name", c.name);
    visit("loss_weight", c.lossWeight);
    visit("values", c.values);
}

void require(bool condition, const char* problem)
{
    if (!condition)
        throw Error(ErrorCode::InvalidArgument, sentence("Detector configuration: %1", problem));
}

void validate(const DetectorConfig& c)
{
    const auto& b = c.backbone;
    require(b.block == "basic" || b.block == "bottleneck", "\"block\" must be \"basic\" or \"bottleneck\".");
    require(b.norm == "batch_norm" || b.norm == "frozen_batch_norm",
            "\"norm\" must be \"batch_norm\" or \"frozen_batch_norm\".");
    require(b.layers.size() == 4 && b.widths.size() == 4, "\"layers\" and \"widths\" must have four numbers.");
    for (std::size_t i = 0; i < 4; ++i) {
        require(b.layers[i] >= 1 && b.layers[i] <= 64, "each of \"layers\" must be between 1 and 64.");
        require(b.widths[i] >= 1 && b.widths[i] <= 4096, "each of \"widths\" must be between 1 and 4096.");
    }
    require(!c.returnedLayers.empty(), "\"returned_layers\" must not be empty.");
    for (std::size_t i = 0; i < c.returnedLayers.size(); ++i) {
        const bool rising = i == 0 || c.returnedLayers[i] > c.returnedLayers[i - 1];
        require(c.returnedLayers[i] >= 0 && c.returnedLayers[i] < 4 && rising,
                "\"returned_layers\" must rise and lie between 0 and 3.");
    }
    require(c.anchorSizes.size() == c.returnedLayers.size() + (c.fpnMaxPoolLevel ? 1 : 0),
            "\"anchor_sizes\" must have one list for each level of the pyramid.");
    for (const auto& sizes : c.anchorSizes)
        require(!sizes.empty() && sizes.size() == c.anchorSizes[0].size(),
                "every list in \"anchor_sizes\" must have the same, positive length.");
    require(!c.anchorRatios.empty(), "\"anchor_ratios\" must not be empty.");
    require(c.imageMean.size() == 3 && c.imageStd.size() == 3, "\"image_mean\" and \"image_std\" need three numbers.");
    for (double s : c.imageStd)
        require(s > 0, "\"image_std\" must be positive.");
    for (std::int64_t n :
         {c.fpnChannels, c.rpnPreNmsTopNTrain, c.rpnPreNmsTopNTest, c.rpnPostNmsTopNTrain, c.rpnPostNmsTopNTest,
          c.rpnBatchSizePerImage, c.boxPoolSize, c.boxHeadSize, c.boxBatchSizePerImage, c.boxDetectionsPerImg,
          c.maxRegions, c.minSize, c.maxSize, c.sizeDivisible})
        require(n > 0 && n <= 1'000'000, "sizes and counts must be positive.");
    require(c.boxSamplingRatio >= 0 && c.boxSamplingRatio <= 64, "\"box_sampling_ratio\" must be between 0 and 64.");
    require(c.boxPoolSize <= 64, "\"box_pool_size\" must be at most 64.");
    require(!c.categories.empty(), "\"categories\" must not be empty.");
    for (const auto& attribute : c.attributes)
        require(!attribute.name.empty() && attribute.name.find('.') == std::string::npos && !attribute.values.empty(),
                "each of \"attributes\" needs a name without dots, and values.");
}

} // namespace

DetectorConfig detectorConfigFromJson(const Json& json)
{
    DetectorConfig config;
    JsonMembers reader(json, "Detector configuration");
    const auto readWith = [](JsonMembers& r) { return [&r](const char* key, auto& value) { r.read(key, value); }; };
    visitMembers(readWith(reader), config);
    if (const Json* backbone = reader.child("backbone")) {
        JsonMembers inner(*backbone, "Detector configuration, \"backbone\"");
        visitBackbone(readWith(inner), config.backbone);
        inner.refuseOthers();
    }
    if (const Json* attributes = reader.child("attributes")) {
        for (const Json& item : *attributes) {
            JsonMembers inner(item, "Detector configuration, \"attributes\"");
            visitAttribute(readWith(inner), config.attributes.emplace_back());
            inner.refuseOthers();
        }
    }
    for (const char* other : {"kind", "geometry", "weights", "precision"}) // the region extractor's own keys
        reader.child(other);
    reader.refuseOthers();
    validate(config);
    return config;
}

OrderedJson detectorConfigToJson(const DetectorConfig& config)
{
    const auto writeTo = [](OrderedJson& json) {
        return [&json](const char* key, const auto& value) { json[key] = value; };
    };
    OrderedJson json;
    json["backbone"] = OrderedJson::object();
    visitBackbone(writeTo(json["backbone"]), config.backbone);
    visitMembers(writeTo(json), config);
    json["attributes"] = OrderedJson::array();
    for (const AttributeConfig& attribute : config.attributes) {
        OrderedJson item;
        visitAttribute(writeTo(item), attribute);
        json["attributes"].push_back(item);
    }
    return json;
}

DetectorConfig fasterRcnnResnet50FpnConfig()
{
    DetectorConfig config;
    config.backbone = {"bottleneck", {3, 4, 6, 3}, {64, 128, 256, 512}, "frozen_batch_norm", 0};
    config.returnedLayers = {0, 1, 2, 3};
    config.fpnChannels = 256;
    config.fpnMaxPoolLevel = true;
    config.anchorSizes = {{32}, {64}, {128}, {256}, {512}};
    config.anchorRatios = {.5, 1, 2};
    config.rpnPreNmsTopNTrain = config.rpnPostNmsTopNTrain = 2000;
    config.rpnPreNmsTopNTest = config.rpnPostNmsTopNTest = 1000;
    config.rpnFgIouThresh = .7;
    config.rpnBatchSizePerImage = 256;
    config.boxCanonicalScale = 224;
    config.boxCanonicalLevel = 4;
    config.boxHeadSize = 1024;
    config.boxBatchSizePerImage = 512;
    config.boxPositiveFraction = .25;
    config.boxNmsThresh = .5;
    config.boxDetectionsPerImg = 100;
    config.boxAgnosticNmsThresh = 1;
    config.regionScoreThresh = 0;
    config.maxRegions = 100;
    config.wholeImageRegion = false;
    config.minSize = 800;
    config.maxSize = 1333;
    config.imageMean = {.485, .456, .406};
    config.imageStd = {.229, .224, .225};
    config.categories.assign(kCocoCategories.begin(), kCocoCategories.end());
    return config;
}

} // namespace vbs
