#pragma once

#include "core/engine/inference_types.h"
#include "ui/util/picture_pyramid.h"
#include "ui/workbench/region_choice.h"
#include "ui/workbench/task_table.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace vbs {

/// The picture on the canvas.
struct OpenPicture {
    QString path; ///< empty when it came from the clipboard
    QString name; ///< for titles
    std::shared_ptr<const PicturePyramid> pixels;
    QString key; ///< tells pictures apart: the path, or a name of its own for one without
};

/// How answers are explained until the user chooses otherwise.
inline constexpr ExplanationRequest kUsualExplanation{kDefaultExplanation, -1, -1};

/// Everything that an answer depends on, but for the pictures.
struct Question {
    Task task = Task::VisualQuestionAnswering;
    QString question; ///< the task's text as it was typed
    QStringList choices{};
    ExplanationRequest why{};
    RegionChoice choice{};                         ///< of the picture; its filter holds for the right picture too
    std::optional<std::vector<Region>> rightOwn{}; ///< as RegionChoice::own, of the right picture
    std::vector<bool> removed{}, rightRemoved{};   ///< true: the user hid this region; empty: none

    bool hasRemoved() const;
};

/// A question with what the model said.
struct Answered : Question {
    InferenceResult result{};
    bool shortened = false; ///< only the first answers were kept
};

/// A question that was asked with Enter or the button, kept for recall.
struct HistoryEntry {
    OpenPicture picture; ///< with pixels only when there is no file to read them from again
    QImage thumbnail;
    Answered answered;
    std::optional<OpenPicture> rightPicture{}; ///< Compare
    QImage rightThumbnail{};
    std::optional<Answered> before{}; ///< the answer before regions were hidden
    QString record{};                 ///< its name on disk; empty: it is not kept there
};

/// What is being worked on.
struct Activity {
    QString text;         ///< empty: nothing
    double fraction = -1; ///< 0..1; negative when unknown
    bool cancellable = false;
};

/// Everything that the window shows. Written by Workbench alone, on the GUI thread.
struct WorkbenchState {
    std::optional<PackInfo> pack;
    QString packProblem; ///< why there is none
    DeviceInfo device;

    QStringList files; ///< the folder or list that is open
    int currentFile = -1;
    std::optional<OpenPicture> picture;
    QString unopenedName; ///< the picture that could not be opened, when there is none

    std::optional<RegionSet> found;   ///< what the extractor found; absent while nothing needs it
    RegionChoice choice;              ///< what the user made of it
    std::optional<RegionSet> regions; ///< on the canvas: the user's own, else the found ones
    std::vector<bool> hidden;         ///< the regions that the filter hides; empty: none
    std::vector<bool> removed;        ///< the regions that the user hides to see what changes; empty: none
    int pickedRegion = -1;            ///< in regions; never a hidden one

    // Compare's second picture. Its regions are those that the extractor finds, or what the user made of them while
    // it was on the left.
    std::optional<OpenPicture> rightPicture;
    std::optional<std::vector<Region>> rightOwn;
    std::optional<RegionSet> rightRegions;
    std::vector<bool> rightHidden, rightRemoved;

    Task task = Task::VisualQuestionAnswering;
    QString question;    ///< the task's text
    QStringList choices; ///< Choose
    std::optional<Answered> answered;
    std::optional<Answered> before; ///< the same question's answer before regions were hidden
    ExplanationRequest why = kUsualExplanation;

    int lookedPhrase = -1; ///< Find: the phrase whose heatmap is shown
    int lookedRegion = -1; ///< Find: the region under the mouse

    std::optional<Timing> extraction;  ///< of the last time that regions were found or described on this picture
    std::vector<HistoryEntry> history; ///< oldest first
    Activity activity;
};

/// Whether region i is on the canvas.
inline bool isShown(const WorkbenchState& state, std::size_t i)
{
    return state.regions && i < state.regions->regions.size() && (i >= state.hidden.size() || !state.hidden[i]);
}

/// Whether the answer on display was given for the regions on display; else its weights belong to others.
bool answerFitsRegions(const WorkbenchState& state);

/// Whether both say the same about the same regions with the same ones hidden; how it is explained does not count.
bool sameQuestion(const Question& a, const Question& b);

bool sameWhy(const ExplanationRequest& a, const ExplanationRequest& b);

/// Whether the answer before hiding belongs to the answer on display.
bool hasBefore(const WorkbenchState& state);

/// One of Compare's two places for pictures; every other task has the left one only.
enum class Side { Left, Right };

/// What is at one side of the canvas.
struct SideView {
    const std::optional<OpenPicture>& picture;
    const std::optional<RegionSet>& regions;
    const std::vector<bool>& hidden;
    const std::vector<bool>& removed;
    bool own; ///< the regions are the user's
};
SideView viewOf(const WorkbenchState& state, Side side);

inline bool isMarked(const std::vector<bool>& marks, std::size_t i)
{
    return i < marks.size() && marks[i];
}

/// One clear sentence for the message bar, with the way out.
struct Message {
    enum class Kind { Info, Warning, Error };
    Kind kind = Kind::Info;
    QString text;
    QString actionId; ///< of the action table, offered as a button; empty: none
};

} // namespace vbs
