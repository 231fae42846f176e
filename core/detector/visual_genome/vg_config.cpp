#include "core/detector/visual_genome/vg_config.h"

#include "core/detector/json_members.h"

#include <algorithm>

namespace vbs {

namespace {

/// One list of the members, for reading and for writing.
template <typename Visitor, typename Config> void visitMembers(Visitor&& visit, Config& c)
{
    visit("input_format", c.inputFormat);
    visit("pixel_mean", c.pixelMean);
    visit("pixel_std", c.pixelStd);
    visit("min_size", c.minSize);
    visit("max_size", c.maxSize);
    visit("pad_value", c.padValue);
    visit("stage_blocks", c.stageBlocks);
    visit("stem_channels", c.stemChannels);
    visit("bottleneck_channels", c.bottleneckChannels);
    visit("res2_channels", c.res2Channels);
    visit("stride_in_1x1", c.strideIn1x1);
    visit("caffe_max_pool", c.caffeMaxPool);
    visit("norm_eps", c.normEps);
    visit("anchor_sizes", c.anchorSizes);
    visit("anchor_ratios", c.anchorRatios);
    visit("anchor_offset", c.anchorOffset);
    visit("rpn_hidden_channels", c.rpnHiddenChannels);
    visit("rpn_pre_nms_top_k", c.rpnPreNmsTopK);
    visit("rpn_post_nms_top_k", c.rpnPostNmsTopK);
    visit("rpn_nms_thresh", c.rpnNmsThresh);
    visit("rpn_min_size", c.rpnMinSize);
    visit("rpn_box_weights", c.rpnBoxWeights);
    visit("num_classes", c.numClasses);
    visit("num_attributes", c.numAttributes);
    visit("pooler_resolution", c.poolerResolution);
    visit("res5_halve", c.res5Halve);
    visit("class_agnostic_boxes", c.classAgnosticBoxes);
    visit("box_weights", c.boxWeights);
    visit("nms_thresh_test", c.nmsThreshTest);
    visit("min_detections", c.minDetections);
    visit("max_detections", c.maxDetections);
    visit("regions_per_pass", c.regionsPerPass);
}

/// The region extractor's own keys.
constexpr const char* kExtractorKeys[] = {"kind", "weights", "config", "precision", "objects", "attributes"};

void require(bool condition, const char* problem)
{
    if (!condition)
        throw Error(ErrorCode::InvalidArgument, sentence("Visual Genome detector's configuration: %1", problem));
}

bool within(std::int64_t value, std::int64_t least, std::int64_t most)
{
    return value >= least && value <= most;
}

void validate(const VgDetectorConfig& c)
{
    require(c.inputFormat == "BGR" || c.inputFormat == "RGB", "\"input_format\" must be \"BGR\" or \"RGB\".");
    require(c.pixelMean.size() == 3 && c.pixelStd.size() == 3, "\"pixel_mean\" and \"pixel_std\" need three numbers.");
    require(std::ranges::all_of(c.pixelStd, [](double s) { return s > 0; }), "\"pixel_std\" must be positive.");
    require(within(c.minSize, 1, 100'000) && within(c.maxSize, 1, 100'000),
            "\"min_size\" and \"max_size\" must be between 1 and 100000.");
    require(c.stageBlocks.size() == 4, "\"stage_blocks\" must have four numbers.");
    for (const std::int64_t blocks : c.stageBlocks)
        require(within(blocks, 1, 64), "each of \"stage_blocks\" must be between 1 and 64.");
    for (const std::int64_t channels : {c.stemChannels, c.bottleneckChannels, c.res2Channels})
        require(within(channels, 1, 4096), "numbers of channels must be between 1 and 4096.");
    require(c.rpnHiddenChannels == -1 || within(c.rpnHiddenChannels, 1, 65536),
            "\"rpn_hidden_channels\" must be positive, or -1 for as many as res4 has.");
    require(!c.anchorSizes.empty() && !c.anchorRatios.empty() && c.anchorsPerCell() <= 1000,
            "\"anchor_sizes\" and \"anchor_ratios\" must not be empty.");
    for (const auto* values : {&c.anchorSizes, &c.anchorRatios})
        require(std::ranges::all_of(*values, [](double v) { return v > 0; }), "anchors must be positive.");
    require(c.anchorOffset >= 0 && c.anchorOffset < 1, "\"anchor_offset\" must be at least 0 and below 1.");
    require(c.rpnBoxWeights.size() == 4 && c.boxWeights.size() == 4, "box weights are four numbers.");
    for (const auto* values : {&c.rpnBoxWeights, &c.boxWeights})
        require(std::ranges::all_of(*values, [](double v) { return v > 0; }), "box weights must be positive.");
    require(within(c.rpnPreNmsTopK, 1, 1'000'000) && within(c.rpnPostNmsTopK, 1, 1'000'000),
            "the numbers of proposals must be positive.");
    require(within(c.numClasses, 1, 1'000'000) && within(c.numAttributes, 0, 1'000'000),
            "\"num_classes\" must be positive and \"num_attributes\" not negative.");
    require(within(c.poolerResolution, 1, 64), "\"pooler_resolution\" must be between 1 and 64.");
    require(!c.nmsThreshTest.empty(), "\"nms_thresh_test\" must not be empty.");
    require(c.minDetections >= 0 && within(c.maxDetections, 1, 1'000'000),
            "\"max_detections\" must be positive and \"min_detections\" not negative.");
    require(within(c.regionsPerPass, 1, 4096), "\"regions_per_pass\" must be between 1 and 4096.");
}

} // namespace

VgDetectorConfig vgDetectorConfigFromJson(const Json& json)
{
    VgDetectorConfig config;
    JsonMembers members(json, "Visual Genome detector's configuration");
    visitMembers([&members](const char* key, auto& value) { members.read(key, value); }, config);
    for (const char* key : kExtractorKeys)
        members.child(key);
    members.refuseOthers();
    validate(config);
    return config;
}

OrderedJson vgDetectorConfigToJson(const VgDetectorConfig& config)
{
    OrderedJson json;
    visitMembers([&json](const char* key, const auto& value) { json[key] = value; }, config);
    return json;
}

} // namespace vbs
