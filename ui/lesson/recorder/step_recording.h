#pragma once

#include "core/lesson/lesson.h"

#include <memory>
#include <string>

namespace vbs {

/// What a model said to what a step asks, with all that it depends on.
struct StepRecording {
    LessonStep step;                                          ///< as it was asked, with what was recorded
    std::shared_ptr<const std::string> picture, rightPicture; ///< their bytes; null: none
    std::string pack, packManifest;                           ///< which model it was; empty: not known
};
using RecordingPtr = std::shared_ptr<const StepRecording>;

/// Whether both ask the model the same and show the same of its inside; the pictures' bytes are not looked at.
bool asksTheSame(const LessonStep& a, const LessonStep& b);

/// Whether the recording holds for the step of this lesson.
bool holdsFor(const StepRecording& recording, const Lesson& lesson, const LessonStep& step);

/// What the step, which has one, brought along.
RecordingPtr recordingOf(const Lesson& lesson, const LessonStep& step);

} // namespace vbs
