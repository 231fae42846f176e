#pragma once

#include "core/datasets/annotations_beside.h"
#include "core/engine/inference_types.h"
#include "core/report/answer_origin.h"
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
    QString key;            ///< tells pictures apart: the path, or a name of its own for one without
    QString digest{};       ///< of its pixels, where it is known
    bool smallCopy = false; ///< the pixels are a card's thumbnail, enlarged: the file itself is not there
};

/// One of Compare's two places for pictures; every other task has the left one only.
enum class Side { Left, Right };
inline constexpr Side kSides[] = {Side::Left, Side::Right};

/// How answers are explained until the user chooses otherwise.
inline constexpr ExplanationRequest kUsualExplanation{kDefaultExplanation, -1, -1};

/// Everything that an answer depends on, but for the pictures.
struct Question {
    Task task = Task::VisualQuestionAnswering;
    QString question; ///< the task's text as it was typed
    QStringList choices{};
    ExplanationRequest why{};
    RegionChoice choice{}, rightChoice{};        ///< of each picture; the right one of two pictures only
    std::vector<bool> removed{}, rightRemoved{}; ///< true: the user hid this region; empty: none
    PhraseSource findBy = PhraseSource::Best;    ///< of a task that finds phrases

    bool hasRemoved() const;
    const RegionChoice& choiceOf(Side side) const { return side == Side::Left ? choice : rightChoice; }
    RegionChoice& choiceOf(Side side) { return side == Side::Left ? choice : rightChoice; }
    const std::vector<bool>& removedOf(Side side) const { return side == Side::Left ? removed : rightRemoved; }
};

/// A question with what the model said.
struct Answered : Question {
    InferenceResult result{};
    AnswerOrigin origin{};
    bool shortened = false; ///< only the first answers were kept

    const RegionSet& regionsOf(Side side) const { return side == Side::Left ? result.regions : result.rightRegions; }
    /// Its regions are called as these, which are the user's own, are.
    void rename(Side side, const std::vector<Region>& own);
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
    bool unsaved = false;             ///< it could not be written there
    bool starred = false;             ///< by the user
};

/// What is being worked on.
struct Activity {
    QString text;         ///< empty: nothing
    double fraction = -1; ///< 0..1; negative when unknown
    bool cancellable = false;
};

/// A picture, and what is known and made of its regions.
struct SideState {
    std::optional<OpenPicture> picture;
    QString unopenedName; ///< the picture that could not be opened, when there is none

    std::optional<RegionSet> found;               ///< what the extractor found; absent while nothing needs it
    RegionChoice choice;                          ///< what the user made of it
    std::optional<RegionSet> regions;             ///< on the canvas: the user's own, else the found ones
    std::vector<bool> hidden;                     ///< the regions that the filter hides; empty: none
    std::vector<bool> removed;                    ///< the regions that the user hides to see what changes; empty: none
    int picked = -1;                              ///< in regions; never a hidden one
    std::optional<AnnotationsBeside> annotations; ///< what lies beside the picture's file; absent: not looked yet
    std::optional<Timing> extraction; ///< of the last time that regions were found or described on this picture

    bool isOwn() const { return choice.own.has_value(); } ///< the regions are the user's
    bool isShown(int region) const;                       ///< whether this region is on the canvas
};

/// The task in hand with its input and answer; the same is kept of each task that is not in hand.
struct TaskInHand {
    Task task = Task::VisualQuestionAnswering;
    QString question;    ///< the task's text
    QStringList choices; ///< of a task that has some
    std::optional<Answered> answered;
    std::optional<Answered> before; ///< the same question's answer before regions were hidden

    TaskInput input() const { return {question, choices}; }
};

/// The folder or list that is open, and behind it the pictures that came without a file.
struct OpenFiles {
    QStringList files;               ///< absolute paths, then the keys of `pasted`
    std::vector<OpenPicture> pasted; ///< from the clipboard or dropped, with pixels; until the program ends
    int currentFile = -1;            ///< -1: the picture is none of them

    const OpenPicture* pastedOf(const QString& key) const; ///< null: it is a file's path
    QStringList paths() const { return files.mid(0, files.size() - qsizetype(pasted.size())); }
};

/// Everything that the window shows. Written by Workbench and its parts alone, on the GUI thread.
struct WorkbenchState : TaskInHand, OpenFiles {
    std::optional<PackInfo> pack;
    QString packProblem;                ///< why there is none
    std::filesystem::path packOnItsWay; ///< is being loaded; empty: none
    DeviceInfo device;

    SideState left, right;
    Side focused = Side::Left; ///< the canvas that the user turned to last

    ExplanationRequest why = kUsualExplanation;
    PhraseSource findBy = PhraseSource::Best; ///< Find: what the user chose; a pack may not have it
    int lookedPhrase = -1;                    ///< Find: the phrase whose heatmap is shown
    int lookedRegion = -1;                    ///< Find: the region under the mouse

    QString unsavedBoxes; ///< why own boxes of some pictures are not on disk; empty: all are

    std::vector<HistoryEntry> history; ///< oldest first
    Activity activity;

    const SideState& side(Side which) const { return which == Side::Left ? left : right; }
    bool twoPictures() const { return taskSpec(task).twoPictures(); }
    /// The side that menus and lists are about: the right one needs a picture and a task that shows it.
    Side sideInHand() const { return twoPictures() && right.picture ? focused : Side::Left; }
    const SideState& inHand() const { return side(sideInHand()); }
};

/// What a pack is called in sentences.
QString titleOf(const PackInfo& pack);

/// Where a small copy stands for a picture that is not there any more.
std::optional<Side> lostSide(const WorkbenchState& state);

/// Between which ways of finding phrases the user may choose: those of a pack without a model for them.
std::vector<PhraseSource> waysToFind(const WorkbenchState& state);

/// What would be asked now.
Question questionOf(const WorkbenchState& state);

/// More can be typed and pasted, but not asked.
inline constexpr qsizetype kMostCharacters = 500;

/// What the user has to do before the task can answer, as a sentence; empty: nothing.
QString missingInput(const WorkbenchState& state);

/// Whether the answer on display was given for the regions on display at this side; else its weights belong to others.
bool answerFitsRegions(const WorkbenchState& state, Side side);

/// Whether the answer on display is that of another question than the one on display: a newer text, other regions.
bool isStale(const WorkbenchState& state);

/// Whether both say the same about the same regions with the same ones hidden; how it is explained does not count.
bool sameQuestion(const Question& a, const Question& b);

bool sameWhy(const ExplanationRequest& a, const ExplanationRequest& b);

/// The same question with nothing hidden to see what changes.
Question withoutRemoved(Question question);

/// Whether the answer before hiding belongs to the answer on display.
bool hasBefore(const WorkbenchState& state);

inline bool isMarked(const std::vector<bool>& marks, std::size_t i)
{
    return i < marks.size() && marks[i];
}

bool anyMarked(const std::vector<bool>& marks);

/// One clear sentence for the message bar, with the way out.
struct Message {
    enum class Kind { Info, Warning, Error };
    Kind kind = Kind::Info;
    QString text;
    QString actionId; ///< of the action table, offered as a button; empty: none
};

} // namespace vbs
