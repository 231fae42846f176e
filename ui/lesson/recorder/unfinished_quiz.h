#pragma once

#include "core/lesson/lesson.h"

#include <QString>

namespace vbs {

// A lesson's file holds quizzes that can be answered, and no other can be read from it. What is being written yet is
// kept beside, under a key of the step that players pass over, so that nothing is lost when a lesson is saved early.

/// Why nobody could answer the step's quiz, as a sentence that says what is to be done; empty: everybody can.
QString quizTrouble(const LessonStep& step);

/// An unfinished quiz is put aside: the step has none, and can be written.
void putUnfinishedAside(LessonStep& step);

/// What was put aside is the step's quiz again.
void takeUnfinishedBack(LessonStep& step);

} // namespace vbs
