#pragma once

#include "core/lesson/lesson.h"

#include <string>

namespace vbs {

struct LessonPageOptions {
    bool notes = false;     ///< the teacher's notes are in the page, and shown on key N
    int longestSide = 1280; ///< pictures are shrunk to it
};

/// The lesson as one HTML file that needs nothing else: it plays every step with its quizzes by keyboard, pointer or
/// screen reader, in the lesson's language and the reader's colours. A policy forbids loading anything and running any
/// script but its own; no text of the lesson can become one.
/// @throws Error as imageOf.
std::string lessonHtml(const Lesson& lesson, const LessonPageOptions& options = {});

} // namespace vbs
