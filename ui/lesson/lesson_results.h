#pragma once

#include "core/lesson/lesson_answers.h"

#include <QString>

#include <map>

namespace vbs {

using LessonResults = std::map<std::size_t, LessonResult>; ///< by step

/// What a student answered to a lesson at earlier times. A folder keeps a small JSON file for each lesson, with its
/// students; answers to quizzes that the lesson does not have any more, or has otherwise, are left out.
/// @throws Error (FileUnreadable, CorruptData) naming the file.
LessonResults readLessonResults(const QString& folder, const Lesson& lesson, const QString& student);

/// Written through a temporary file and a rename; other students' answers stay. No answers: the student is forgotten.
/// @throws Error (FileUnwritable).
void keepLessonResults(const QString& folder, const Lesson& lesson, const QString& student,
                       const LessonResults& results);

} // namespace vbs
