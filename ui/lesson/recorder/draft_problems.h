#pragma once

#include "ui/lesson/recorder/lesson_draft.h"

#include <QString>

#include <vector>

namespace vbs {

/// Something that is to be done before others get the lesson.
struct DraftProblem {
    enum class Place { Head, Text, Model, Quiz };
    int row = -1; ///< of the step; -1: the lesson itself
    Place place = Place::Head;
    QString sentence; ///< what is the matter and what to do
};

/// In the order of the steps.
std::vector<DraftProblem> problemsOf(const LessonDraft& draft);

/// Why what the step says cannot stand there, as a sentence; empty: it can.
QString textTrouble(const LessonStep& step);

/// What there is to do about a step's recording, as a sentence; empty: nothing.
QString recordingTrouble(StepState state);

/// "Step 2 (What is red?)", "The lesson".
QString placeName(const LessonDraft& draft, int row);

} // namespace vbs
