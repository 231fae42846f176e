#pragma once

#include "core/lesson/lesson_html.h"

namespace vbs {

/// All that the page's script knows of a lesson, numbers in full precision. For sources only. @throws Error as imageOf.
OrderedJson lessonPageData(const Lesson& lesson, const LessonPageOptions& options);

} // namespace vbs
