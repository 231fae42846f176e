#pragma once

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/base/progress.h"
#include "core/engine/explanation_methods.h"
#include "core/engine/task_table.h"
#include "core/image/rgb_image.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vbs {

/// One region of a picture as its extractor saw it, and as the user named it.
struct Region {
    Box box;               ///< pixels of the original picture
    std::string label;     ///< category name; "whole picture" for the whole-image region
    float score = 1;       ///< 0..1
    std::string attribute; ///< e.g. the colour; empty when the extractor has none
    float attributeScore = 0;
    bool wholeImage = false;  ///< the region that covers the whole picture, not an object
    std::string givenLabel{}; ///< what the user calls it, in place of the label; empty: nothing. No model is told.
    int annotation = -1;      ///< the box of the picture's annotations that it was made from; -1: none

    friend bool operator==(const Region&, const Region&) = default;
};

struct RegionSet {
    int imageWidth = 0, imageHeight = 0;
    std::vector<Region> regions;

    friend bool operator==(const RegionSet&, const RegionSet&) = default;
};

struct ExplanationRequest {
    ExplanationMethod method = ExplanationMethod::None;
    int layer = -1; ///< attention only: 0-based; -1: mean of all
    int head = -1;  ///< attention only: 0-based; -1: mean of all
    /// The answer, verdict, choice or word of the first mask to explain; empty, or none of them: the most probable.
    std::string of{};
};

/// Bytes begin … end - 1 of a UTF-8 text.
struct TextSpan {
    std::size_t begin = 0, end = 0;

    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// A piece of the text, with its place in the original text.
struct TextToken {
    std::string text;               ///< word piece as in the vocabulary
    std::size_t begin = 0, end = 0; ///< byte range in the UTF-8 text; equal for [CLS] and [SEP]
    bool special = false;
    bool ofChoice = false; ///< of the explained choice instead of the text
};

/// Why an answer was given: the one asked for, or the first (the verdict, the best choice, the first mask's best word,
/// the match).
/// Weights add up to 1 over tokens and regions together; for occlusion each is the fall of the answer's probability,
/// -1..1, below 0 where hiding makes the answer surer.
struct Explanation {
    ExplanationRequest request;       ///< what was asked, echoed
    int layers = 0, heads = 0;        ///< what the model has, for choosers
    std::string of;                   ///< the answer, word or choice that is explained; "true" or "false" for a verdict
    std::vector<double> regions;      ///< one a region
    std::vector<double> rightRegions; ///< Compare: one a region of the right picture
    std::vector<double> tokens;       ///< one a token
    int readFrom = -1;                ///< the token whose state the answer is read from; -1: not known
};

struct Answer {
    std::string text;
    double probability = 0; ///< 0..1
};

/// How probable every possible answer is; a result lists the first ones only. Immutable, so threads may share it.
struct AnswerDistribution {
    std::shared_ptr<const std::vector<std::string>> names; ///< never null
    std::vector<float> probabilities;                      ///< one a name, 0..1

    /// 0 for a name that there is not.
    double probabilityOf(std::string_view name) const;
};
using DistributionPtr = std::shared_ptr<const AnswerDistribution>;

struct Timing {
    double extractMs = 0; ///< finding regions; near 0 when they came from the cache
    double inferMs = 0;   ///< the Transformer and its head
    bool regionsCached = false;
};

/// Choose: one of the given sentences.
struct ChoiceScore {
    std::string text;
    double score = 0;       ///< the network's own, before the softmax
    double probability = 0; ///< among the choices
};

/// Find: which regions a phrase means.
struct PhraseRegions {
    TextSpan span;               ///< in the text
    std::string text;            ///< the phrase
    std::vector<double> regions; ///< probabilities, one a region; they add up to 1
};

/// Whether what a phrase of the text means is in the picture, as far as the model can know.
struct Presence {
    TextSpan span;          ///< in the text
    std::string phrase;     ///< as far as it was asked for: "the red ball" of "the red ball on the box"
    std::string noun;       ///< with what describes it: "red ball"
    double probability = 0; ///< that it is there

    bool isAbsent() const { return probability < 0.5; }
};

/// By what phrases are found.
enum class PhraseSource {
    Best,  ///< asked for: the alignment head, or the detector's names where the pack has none
    Head,  ///< the alignment head of a model for phrases
    Names, ///< the names that the detector gave the regions
    Hiding ///< how much the phrase's words suffer, under the masked-word head, when a region is hidden
};

/// How far pictures and text lie from what the pack was taught. 1 is the threshold that the pack was calibrated to;
/// negative: the pack cannot tell.
struct Strangeness {
    double picture = -1, rightPicture = -1; ///< the second of Compare only
    double text = -1;

    bool isPictureStrange() const { return picture > 1 || rightPicture > 1; }
    bool isTextStrange() const { return text > 1; }
    bool any() const { return isPictureStrange() || isTextStrange(); }
};

/// Fill in: the words for one [MASK].
struct MaskedWord {
    TextSpan span;             ///< of "[MASK]" in the text
    std::vector<Answer> words; ///< most probable first, at most topK
    DistributionPtr all{};     ///< of every word; null in a record that was read back
};

/// Words that name one of the boxes that a request gives ("Casey" of VCR's persons).
struct BoxMention {
    int choice = -1;     ///< in whose text; -1: in the request's own
    TextSpan span;       ///< there
    std::size_t box = 0; ///< of InferenceRequest::boxes

    friend bool operator==(const BoxMention&, const BoxMention&) = default;
};

inline constexpr std::size_t kFewestChoices = 2, kMostChoices = 8;

/// A loaded pack. 0 where one is asked for: the pack that was loaded last.
using PackId = std::uint64_t;

/// What is asked about a picture (Compare: about two); with regionsOnly only its regions are found.
///   VisualQuestionAnswering  text: a question
///   VisualReasoning          rightImage; text: a statement about both pictures
///   MultipleChoice           text: a question, which may be empty; choices
///   RegionToPhrase           text: a sentence; phrases in it
///   MaskedWords              text: a sentence with at least one "[MASK]"; gives the match, too
///   CaptionMatch             text: a sentence
struct InferenceRequest {
    PackId pack = 0;
    Task task = Task::VisualQuestionAnswering;
    ImagePtr image;
    ImagePtr rightImage;
    std::string text;
    std::vector<std::string> choices; ///< kFewestChoices … kMostChoices
    std::vector<TextSpan> phrases;    ///< at least one; not empty, in the text
    bool regionsOnly = false;
    int topK = 5;
    std::vector<std::string> named; ///< answers or words that are listed whatever their rank
    ExplanationRequest explanation;
    std::vector<bool> hiddenRegions; ///< true: this region is hidden from the model; empty: none
    std::vector<Box> boxes;          ///< the user's own regions, pixels of the picture; empty: what the extractor finds
    std::vector<BoxMention> mentions; ///< of boxes; told to models that were taught with them (TaskForm::tellsBoxes)
    std::vector<bool> hiddenRightRegions; ///< as hiddenRegions, of the right picture
    std::vector<Box> rightBoxes;          ///< as boxes, on the right picture
    bool blind = false;                   ///< every region is hidden: what the text alone would answer
    bool blindToo = false;                ///< fill InferenceResult::blindAnswers as well
    bool presenceToo = false; ///< fill InferenceResult::presences as well: VisualQuestionAnswering and RegionToPhrase
    PhraseSource phraseSource = PhraseSource::Best; ///< RegionToPhrase
};

struct InferenceResult {
    Task task = Task::VisualQuestionAnswering;
    RegionSet regions;
    RegionSet rightRegions; ///< Compare
    /// Most probable first: topK of them and those that were named. Compare: "true" and "false".
    std::vector<Answer> answers;
    DistributionPtr allAnswers; ///< of every answer; null where the task has no list of answers
    /// What the text alone would answer, most probable first: answers, verdicts, choices or the first mask's words, by
    /// task; topK of them and those that were named.
    std::vector<Answer> blindAnswers;
    DistributionPtr allBlind;           ///< as allAnswers
    std::vector<ChoiceScore> choices;   ///< in the order they were given
    std::vector<PhraseRegions> phrases; ///< in the order they were given
    std::vector<MaskedWord> masks;      ///< in the order of the text
    /// Of the phrases to find, or of a question's definite noun phrases ("the cat"), those that the pack can be asked
    /// for.
    std::vector<Presence> presences;
    double match = -1;             ///< probability that text and picture belong together; -1: not asked
    std::vector<TextToken> tokens; ///< Choose: of the text and the best choice
    std::vector<std::string>
        unknownWords; ///< words of the text and choices that the pack's vocabulary does not hold whole
    PhraseSource phraseSource = PhraseSource::Head; ///< by what the phrases were found; never Best
    Strangeness strangeness;
    Explanation explanation;
    Timing timing;
    std::string device;          ///< "cpu", "cuda:0"
    std::string precision;       ///< "float32", "bfloat16"
    std::string regionPrecision; ///< likewise of what found the regions; empty: they were not computed
};

/// What is known of the phrase at this place; null: nothing.
const Presence* presenceOf(const InferenceResult& result, const TextSpan& span);
/// Whether it is known not to be in the picture.
bool isAbsent(const InferenceResult& result, const TextSpan& span);

struct Cancelled {};

/// What finds and describes a pack's regions.
struct ExtractorInfo {
    std::string kind;             ///< as the pack's configuration names it: "faster_rcnn_fpn"; empty: not loaded
    std::int64_t featureSize = 0; ///< numbers a region
    std::string title;            ///< what the kind is called, in plain English
    std::string precision;        ///< "float32", "bfloat16"; empty: nothing is computed
};

/// An input that a pack shows a newcomer.
struct PackExample {
    Task task = Task::VisualQuestionAnswering;
    std::filesystem::path picture, rightPicture; ///< the second for Compare only
    std::string text;                            ///< Find: phrases marked [like this]
    std::vector<std::string> choices;
};

/// What stands behind one of a pack's tasks.
struct PackTaskInfo {
    Task task = Task::VisualQuestionAnswering;
    Sentence form;           ///< how the model was taught to be asked, in whole sentences
    ExtractorInfo extractor; ///< filled when the pack is loaded
};

/// What the window shows about a pack.
struct PackInfo {
    std::filesystem::path folder;
    std::string name, title, description, license;
    std::vector<Task> tasks;
    std::vector<PackTaskInfo> models;        ///< one a task, in the same order
    std::uintmax_t bytes = 0;                ///< of its files
    bool knowsStrangeness = false;           ///< it can tell pictures that are unlike all that it was taught
    ExtractorInfo extractor;                 ///< filled when the pack is loaded
    std::vector<PhraseSource> phraseSources; ///< by what it can find phrases, best first; filled when it is loaded
    std::vector<std::string> exampleQuestions;
    std::vector<PackExample> examples;   ///< of every task that the pack has some for
    std::filesystem::path samplePicture; ///< empty when the pack has none
    std::string sampleQuestion;
};

/// Where the numbers are computed, in words for the status bar.
struct DeviceInfo {
    std::string device; ///< "cpu", "cuda:0"
    std::string reason; ///< whole sentence: why this device; how to use a GPU that lies idle
    std::string precision;
    int threads = 1;
    std::string libtorch;          ///< version
    std::uint64_t memoryBytes = 0; ///< of the device; 0: not known
};

struct LoadPackRequest {
    std::filesystem::path folder;
    std::string precision{}; ///< float32 or bfloat16, in which a pack may be loaded twice; empty: the engine's own
};
struct LoadPackResult {
    PackInfo pack;
    DeviceInfo device; ///< with the precision of this pack
    PackId id = 0;     ///< never 0 when an engine gave it
};

/// Several questions at once, which an engine may compute together.
struct BatchRequest {
    std::vector<InferenceRequest> questions;
};
struct BatchResult {
    std::vector<InferenceResult> results; ///< one a question, in their order
};

/// What goes on inside the network while it answers a question.
struct InspectRequest {
    InferenceRequest question; ///< its explanation is not computed: the reply holds what it is made of
};

/// Positions are the tokens, then the regions of the left picture, then those of the right one.
struct Inspection {
    InferenceResult result; ///< Choose: tokens and attention are those of the best choice
    std::size_t layers = 0, heads = 0, positions = 0;
    std::size_t width = 0;        ///< numbers that a layer gives on for each position
    std::vector<float> attention; ///< [layer, head, from, to], row-major; each row "from" adds up to 1
    std::vector<float> states;    ///< [layers + 1, position, width]: what each layer gives on, the embeddings first
    /// The task's answers read from what each layer gives on, the embeddings' first and the network's own last:
    /// layers + 1 lists, most probable first. Empty for Find, which has no single answer.
    std::vector<std::vector<Answer>> answersByLayer;
    /// Find: the phrases' regions, read likewise; layers + 1 lists, one entry a phrase. Empty for the other tasks.
    std::vector<std::vector<PhraseRegions>> phrasesByLayer;
    std::size_t readFrom = 0; ///< the position whose state the answer, or the first phrase or mask, is read from

    /// Where position `from` looks in a layer and head, both from 0: one number a position.
    std::span<const float> row(std::size_t layer, std::size_t head, std::size_t from) const;
};

using RequestBody = std::variant<LoadPackRequest, InferenceRequest, BatchRequest, InspectRequest>;
using ReplyBody = std::variant<LoadPackResult, InferenceResult, BatchResult, Inspection, ErrorInfo, Cancelled>;

} // namespace vbs
