#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// Everything that the Visual Genome detector's computation depends on. The values are those of the published network
/// (unc-nlp/frcnn-vg-finetuned). The JSON keys are the member names in snake_case; a key that is absent keeps the
/// value below.
struct VgDetectorConfig {
    std::string inputFormat = "BGR"; ///< channel order that the network expects: BGR or RGB
    std::vector<double> pixelMean{102.9801, 115.9465, 122.7717}, pixelStd{1, 1, 1}; ///< in that order, of 0..255
    std::int64_t minSize = 800, maxSize = 1333; ///< pixels of the resized picture's sides
    double padValue = 0;                        ///< fills a batch's smaller pictures, after normalisation

    std::vector<std::int64_t> stageBlocks{3, 4, 23, 3}; ///< bottleneck blocks in res2 … res5
    std::int64_t stemChannels = 64;
    std::int64_t bottleneckChannels = 64; ///< inner channels of res2; every later stage has twice as many
    std::int64_t res2Channels = 256;      ///< output channels of res2; every later stage has twice as many
    bool strideIn1x1 = true;              ///< a stage's stride is on its first 1x1 convolution, not on the 3x3
    bool caffeMaxPool = true;             ///< stem pooling without padding, its size rounded up
    double normEps = 1e-5;

    std::vector<double> anchorSizes{64, 128, 256, 512}, anchorRatios{.5, 1, 2}; ///< pixels; height / width
    double anchorOffset = 0;                                                    ///< in strides

    std::int64_t rpnHiddenChannels = 512; ///< -1: as many as res4 has
    std::int64_t rpnPreNmsTopK = 6000, rpnPostNmsTopK = 300;
    double rpnNmsThresh = .7, rpnMinSize = 0;
    std::vector<double> rpnBoxWeights{1, 1, 1, 1};

    std::int64_t numClasses = 1600;   ///< without the background, which is the network's last
    std::int64_t numAttributes = 400; ///< without "none", which is the last; 0: the network has no attributes
    std::int64_t poolerResolution = 14;
    bool res5Halve = false; ///< res5 with stride 2; otherwise with stride 1 and dilation 2
    bool classAgnosticBoxes = false;
    std::vector<double> boxWeights{10, 10, 5, 5};

    std::vector<double> nmsThreshTest{.6}; ///< tried in this order until minDetections remain
    std::int64_t minDetections = 36, maxDetections = 36;

    std::int64_t regionsPerPass = 16;    ///< through res5 at once; bounds the memory
    std::vector<std::string> objects;    ///< names of the classes; empty: their numbers
    std::vector<std::string> attributes; ///< names of the attributes; empty: their numbers

    static constexpr std::int64_t kStride = 16; ///< of res4

    /// Output channels of res2 (stage 0) … res5 (stage 3).
    std::int64_t outChannels(std::size_t stage) const { return res2Channels << stage; }
    std::int64_t anchorsPerCell() const { return std::int64_t(anchorSizes.size() * anchorRatios.size()); }
};

/// The region extractor's own keys (kind, weights, …) are passed over.
/// @throws Error (InvalidArgument) naming the key.
VgDetectorConfig vgDetectorConfigFromJson(const Json& json);
OrderedJson vgDetectorConfigToJson(const VgDetectorConfig& config);

/// What a config.yaml of the published kind says, as an object for vgDetectorConfigFromJson that holds only what the
/// file states. Keys may stand below MODEL or at the top, in any case; others are passed over.
/// @throws Error naming the file and the key: FileNotFound, FileUnreadable, TooLarge, CorruptData, UnsupportedFormat
/// (a network that this program does not compute).
Json readVgConfigYaml(const std::filesystem::path& path);

} // namespace vbs
