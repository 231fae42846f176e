#pragma once

#include "core/base/json.h"
#include "core/engine/inference_types.h"
#include "core/look/hiding_curves.h"
#include "core/look/smallest_flip.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

// A lesson: steps that are played one after the other, with everything that a model said in them, so that none is
// needed. Texts are UTF-8; regions are counted as the results list them, from 0.

enum class LessonLanguage { English, German };

/// What of the network's inside a step shows beside the picture.
enum class DockView { None, Sequence, Heads, Layers, Flow, Points, Flip, Curves };

/// What is chosen in a view. Each view looks at what it knows of.
struct LookChoice {
    int layer = -1;        ///< from 0; -1: the last. Points: from 0 for the embeddings
    int head = -1;         ///< from 0; -1: the mean of all
    int position = -1;     ///< tokens, then regions, then those of the right picture; -1: where the answer is read
    bool incoming = false; ///< what looks at the position, instead of where it looks

    friend bool operator==(const LookChoice&, const LookChoice&) = default;
};

/// A position of the sequence as a point of the plane.
using LookPoint = std::array<double, 2>;

/// What a step's view shows, as the engine computed it.
struct RecordedLook {
    /// With its result, answers by layer, and the whole attention where the view is Heads; never with states.
    Inspection inspection;
    std::size_t position = 0; ///< the one that Sequence and Flow begin with: the step's, or where the answer is read
    std::vector<std::vector<double>> attention; ///< Sequence: [from][to] in the chosen layer and head
    std::vector<std::vector<double>> flow;      ///< [layers + 1][position]: where the position's information is from
    std::vector<std::vector<LookPoint>> points; ///< [layers + 1][position]
    std::vector<std::array<double, 2>> spread;  ///< of points: shares of the variance, one pair a layer
    std::optional<SmallestFlip> flip;
    std::optional<HidingCurves> curves;
    Json more = Json::object(); ///< keys of a later version, written again
};

enum class QuizKind {
    None,
    One,     ///< one of the options is right
    Several, ///< those that are right have to be chosen, and no other
    Text,    ///< a word or a few, compared as isAccepted says
    Region,  ///< a click on one of the right regions
    Predict  ///< what will the model say? The options, or without any a text; right is what was recorded
};

struct LessonQuiz {
    QuizKind kind = QuizKind::None;
    std::string question;
    std::vector<std::string> options;      ///< One, Several and Predict
    std::vector<std::size_t> right;        ///< One and Several: of the options; Region: of the picture's regions
    std::vector<std::size_t> rightRegions; ///< Region: of the right picture's
    std::vector<std::string> accepted;     ///< Text
    std::string whenRight, whenWrong;      ///< said afterwards; may be empty
    Json more = Json::object();
};

struct LessonStep {
    std::string title;
    std::string text;  ///< Markdown (CommonMark) without HTML; pictures are those of the lesson
    std::string notes; ///< Markdown, for the teacher alone

    std::string picture, rightPicture; ///< keys of Lesson::pictures; empty: none
    std::optional<Task> task;          ///< nothing: the step asks the model nothing
    std::string asked;                 ///< the request's text
    std::vector<std::string> choices;
    std::vector<TextSpan> phrases;

    bool boxes = true, labels = true;
    ExplanationRequest explanation;
    std::vector<std::size_t> hidden, rightHidden; ///< regions, growing
    std::vector<Box> ownBoxes, rightOwnBoxes;     ///< empty: what the extractor finds
    DockView view = DockView::None;
    LookChoice choice;

    LessonQuiz quiz;
    bool answerHidden = false; ///< until it is revealed

    std::optional<InferenceResult> recorded; ///< what the model said; nothing before it was asked
    std::optional<RecordedLook> look;
    Json more = Json::object();
};

/// A picture as the lesson's file holds it.
struct LessonPicture {
    std::shared_ptr<const std::string> bytes; ///< PNG or JPEG; never null
    int width = 0, height = 0;                ///< of the header, before EXIF rotation
};

struct Lesson {
    static constexpr int kFormat = 1;

    std::string id; ///< a-z, 0-9 and hyphens
    std::string title, description, author;
    LessonLanguage language = LessonLanguage::English;
    std::string pack;         ///< the name of the one that answered; empty: not known
    std::string packManifest; ///< SHA-256 of its pack.json; empty: not known
    std::vector<LessonStep> steps;
    std::map<std::string, LessonPicture> pictures; ///< by their place in the file: "pictures/toys.png"
    Json more = Json::object();
};

/// Whether the answer is not seen until it is revealed; a prediction comes before it, too.
bool hidesAnswer(const LessonStep& step);

/// "en", "de".
std::string_view nameOf(LessonLanguage language);
/// As files name it: "none", "sequence", "heads", "layers", "flow", "points", "flip", "curves".
std::string_view nameOf(DockView view);
/// "none", "one", "several", "text", "region", "predict".
std::string_view nameOf(QuizKind kind);

std::optional<LessonLanguage> lessonLanguageNamed(std::string_view name);
std::optional<DockView> dockViewNamed(std::string_view name);
std::optional<QuizKind> quizKindNamed(std::string_view name);

/// The picture that a step names, decoded. @throws Error (InvalidArgument) where the lesson has none of this name; as
/// decodeImage.
ImagePtr imageOf(const Lesson& lesson, const std::string& picture);

/// Adds a picture under a name that is free, made from this one; the same bytes are kept once.
/// @returns its key. @throws Error naming it for what is neither PNG nor JPEG, or too large.
std::string addPicture(Lesson& lesson, const std::string& name, std::string bytes);

/// What a step asks the model; nothing where it asks nothing. @throws Error as imageOf.
std::optional<InferenceRequest> requestOf(const Lesson& lesson, const LessonStep& step);

} // namespace vbs
