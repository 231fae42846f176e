#include "ui/lesson/recorder/step_recording.h"

namespace vbs {
namespace {

std::shared_ptr<const std::string> pictureBytes(const Lesson& lesson, const std::string& picture)
{
    const auto found = lesson.pictures.find(picture);
    return found == lesson.pictures.end() ? nullptr : found->second.bytes;
}

bool sameExplanation(const ExplanationRequest& a, const ExplanationRequest& b)
{
    return a.method == b.method && a.layer == b.layer && a.head == b.head && a.of == b.of;
}

} // namespace

bool asksTheSame(const LessonStep& a, const LessonStep& b)
{
    return a.task == b.task && a.picture == b.picture && a.rightPicture == b.rightPicture && a.asked == b.asked &&
           a.choices == b.choices && a.phrases == b.phrases && sameExplanation(a.explanation, b.explanation) &&
           a.hidden == b.hidden && a.rightHidden == b.rightHidden && a.ownBoxes == b.ownBoxes &&
           a.rightOwnBoxes == b.rightOwnBoxes && a.view == b.view && (a.view == DockView::None || a.choice == b.choice);
}

bool holdsFor(const StepRecording& recording, const Lesson& lesson, const LessonStep& step)
{
    return asksTheSame(recording.step, step) && recording.picture == pictureBytes(lesson, step.picture) &&
           recording.rightPicture == pictureBytes(lesson, step.rightPicture);
}

RecordingPtr recordingOf(const Lesson& lesson, const LessonStep& step)
{
    return std::make_shared<const StepRecording>(StepRecording{step, pictureBytes(lesson, step.picture),
                                                               pictureBytes(lesson, step.rightPicture), lesson.pack,
                                                               lesson.packManifest});
}

} // namespace vbs
