#pragma once

#include "core/service/inference_types.h"
#include "ui/util/picture_pyramid.h"
#include "ui/workbench/region_choice.h"

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

/// A question with what the model said.
struct Answered {
    QString question;
    ExplanationRequest why; ///< as it was asked
    RegionChoice choice;    ///< as it was asked
    InferenceResult result;
};

/// A question that was asked with Enter or the button, kept for recall.
struct HistoryEntry {
    OpenPicture picture; ///< with pixels only when there is no file to read them from again
    QImage thumbnail;
    Answered answered;
};

/// What is being worked on.
struct Activity {
    QString text;          ///< empty: nothing
    double fraction = -1;  ///< 0..1; negative when unknown
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
    int pickedRegion = -1;            ///< in regions; never a hidden one
    QString question;
    std::optional<Answered> answered;
    ExplanationRequest why{ExplanationMethod::Attention, -1, -1};

    std::optional<Timing> extraction; ///< of the last time that regions were found or described on this picture
    std::vector<HistoryEntry> history;  ///< oldest first
    Activity activity;
};

/// Whether region i is on the canvas.
inline bool isShown(const WorkbenchState& state, std::size_t i)
{
    return state.regions && i < state.regions->regions.size() && (i >= state.hidden.size() || !state.hidden[i]);
}

/// Whether the answer on display was given for the regions on display; else its weights belong to others.
inline bool answerFitsRegions(const WorkbenchState& state)
{
    if (!state.answered)
        return false;
    const RegionChoice& asked = state.answered->choice;
    if (asked.own || state.choice.own)
        return sameChoice(asked, state.choice);
    return hiddenBy(asked.filter, state.answered->result.regions.regions) == state.hidden;
}

/// One clear sentence for the message bar, with the way out.
struct Message {
    enum class Kind { Info, Warning, Error };
    Kind kind = Kind::Info;
    QString text;
    QString actionId; ///< of the action table, offered as a button; empty: none
};

} // namespace vbs
