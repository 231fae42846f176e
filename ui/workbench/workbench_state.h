#pragma once

#include "core/service/inference_types.h"
#include "ui/util/picture_pyramid.h"

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
};

/// A question with what the model said.
struct Answered {
    QString question;
    ExplanationRequest why; ///< as it was asked
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

    std::optional<RegionSet> regions;
    int pickedRegion = -1;
    QString question;
    std::optional<Answered> answered;
    ExplanationRequest why{ExplanationMethod::Attention, -1, -1};

    std::optional<Timing> extraction; ///< of the last search for regions on this picture
    std::vector<HistoryEntry> history;  ///< oldest first
    Activity activity;
};

/// One clear sentence for the message bar, with the way out.
struct Message {
    enum class Kind { Info, Warning, Error };
    Kind kind = Kind::Info;
    QString text;
    QString actionId; ///< of the action table, offered as a button; empty: none
};

} // namespace vbs
