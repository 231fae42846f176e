#pragma once

#include "core/lesson/lesson.h"

/// lesson.json. For sources only.
namespace vbs {

/// The lesson without its pictures and what was recorded. @param recorded gets, for each step, the member that holds
/// it; empty: none. @throws Error without the file's name.
Lesson lessonOfDocument(const Json& json, std::vector<std::string>& recorded);
OrderedJson documentOf(const Lesson& lesson, const std::vector<std::string>& recorded);

/// A step alone, as it stands there.
OrderedJson stepJson(const LessonStep& step, const std::string& recorded);

/// What a step says about regions fits what was recorded, and what it names is there. @param number from 0.
/// @throws Error (CorruptData).
void requireSound(const Lesson& lesson, std::size_t number);

} // namespace vbs
