#pragma once

#include "core/lesson/lesson.h"
#include "ui/workbench/workbench_state.h"

#include <QString>

#include <optional>
#include <string>

namespace vbs {

/// What of the main window's look is no part of the workbench.
struct ViewInSight {
    bool boxes = true, heatmap = true; ///< over the picture
    DockView view = DockView::None;    ///< of the dock "Inside the Model", while it is in sight
    LookChoice choice{};
};

/// A picture on display, to be put into a lesson.
struct TakenPicture {
    ImagePtr pixels;
    QString path; ///< empty: it has no file
    QString name;
};

/// What is on screen as a step, but for its pictures' names.
struct TakenView {
    LessonStep step;
    std::optional<TakenPicture> picture, rightPicture;
};

/// Why there is nothing to take now, as a sentence with the way out; empty: there is something.
QString whyNothingToTake(const WorkbenchState& state);

/// @pre there is something to take. A question that cannot be asked yet is not taken: the step shows the picture alone.
TakenView viewOf(const WorkbenchState& state, const ViewInSight& sight);

/// The picture's file as it is, where that is PNG or JPEG and still shows the same; else its pixels as PNG. For any
/// thread. @throws Error where it cannot be encoded.
std::string bytesOf(const TakenPicture& picture);

/// A view whose pictures are read.
struct ReadView {
    LessonStep step;
    struct Picture {
        std::string name, bytes; ///< without bytes: none
    } picture{}, rightPicture{};
};

/// For any thread. @throws Error as bytesOf.
ReadView readView(TakenView view);

/// Puts the pictures into the lesson, and their names into the step. @throws Error as addPicture.
LessonStep addView(Lesson& lesson, ReadView view);

} // namespace vbs
