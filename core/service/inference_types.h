#pragma once

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/base/progress.h"
#include "core/image/rgb_image.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace vbs {

/// What a pack may be able to do (see PRODUCT: the five tasks).
enum class Task { VisualQuestionAnswering, VisualReasoning, MultipleChoice, RegionToPhrase, MaskedWords, CaptionMatch };

/// One region of a picture as its extractor saw it.
struct Region {
    Box box;               ///< pixels of the original picture
    std::string label;     ///< category name; "whole picture" for the whole-image region
    float score = 1;       ///< 0..1
    std::string attribute; ///< e.g. the colour; empty when the extractor has none
    float attributeScore = 0;
    bool wholeImage = false; ///< the region that covers the whole picture, not an object

    friend bool operator==(const Region&, const Region&) = default;
};

struct RegionSet {
    int imageWidth = 0, imageHeight = 0;
    std::vector<Region> regions;

    friend bool operator==(const RegionSet&, const RegionSet&) = default;
};

enum class ExplanationMethod { None, Attention };

struct ExplanationRequest {
    ExplanationMethod method = ExplanationMethod::None;
    int layer = -1; ///< 0-based; -1: mean of all
    int head = -1;  ///< 0-based; -1: mean of all
};

/// A piece of the question, with its place in the original text.
struct TextToken {
    std::string text;             ///< word piece as in the vocabulary
    std::size_t begin = 0, end = 0; ///< byte range in the UTF-8 text; equal for [CLS] and [SEP]
    bool special = false;
};

/// Weights that add up to 1 over tokens and regions together.
struct Explanation {
    ExplanationRequest request; ///< what was asked, echoed
    int layers = 0, heads = 0;  ///< what the model has, for choosers
    std::vector<double> regions; ///< one a region
    std::vector<double> tokens;  ///< one a token
};

struct Answer {
    std::string text;
    double probability = 0; ///< 0..1
};

struct Timing {
    double extractMs = 0; ///< finding regions; near 0 when they came from the cache
    double inferMs = 0;   ///< the Transformer and its head
    bool regionsCached = false;
};

/// A question about a picture; without a question only the regions are found.
struct InferenceRequest {
    Task task = Task::VisualQuestionAnswering;
    ImagePtr image;
    std::string text;
    bool regionsOnly = false;
    int topK = 5;
    ExplanationRequest explanation;
    std::vector<bool> hiddenRegions; ///< true: this region is hidden from the model; empty: none
    std::vector<Box> boxes; ///< the user's own regions, pixels of the picture; empty: what the extractor finds
    bool blind = false; ///< every region's features are zero: what the question alone would answer
};

struct InferenceResult {
    Task task = Task::VisualQuestionAnswering;
    RegionSet regions;
    std::vector<Answer> answers; ///< most probable first, at most topK
    std::vector<TextToken> tokens;
    std::vector<std::string> unknownWords; ///< words of the question that the pack's vocabulary does not hold whole
    Explanation explanation;
    Timing timing;
    std::string device;    ///< "cpu", "cuda:0"
    std::string precision; ///< "float32", "bfloat16"
};

/// An Error as a value, for the edge between threads.
struct ErrorInfo {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
};

struct Cancelled {};

/// What finds and describes a pack's regions.
struct ExtractorInfo {
    std::string kind;         ///< as the pack's configuration names it: "faster_rcnn_fpn"; empty: not loaded
    std::int64_t featureSize = 0; ///< numbers a region
};

/// What the window shows about a pack.
struct PackInfo {
    std::filesystem::path folder;
    std::string name, title, description;
    std::vector<Task> tasks;
    ExtractorInfo extractor; ///< filled when the pack is loaded
    std::vector<std::string> exampleQuestions;
    std::filesystem::path samplePicture; ///< empty when the pack has none
    std::string sampleQuestion;
};

/// Where the numbers are computed, in words for the status bar.
struct DeviceInfo {
    std::string device;    ///< "cpu", "cuda:0"
    std::string reason;    ///< whole sentence: why this device; how to use a GPU that lies idle
    std::string precision;
    int threads = 1;
    std::string libtorch;  ///< version
};

struct LoadPackRequest {
    std::filesystem::path folder;
};
struct LoadPackResult {
    PackInfo pack;
    DeviceInfo device;
};

using RequestBody = std::variant<LoadPackRequest, InferenceRequest>;
using ReplyBody = std::variant<LoadPackResult, InferenceResult, ErrorInfo, Cancelled>;

} // namespace vbs
