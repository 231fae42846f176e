#pragma once

#include "core/lesson/lesson.h"

namespace vbs::test {

/// A lesson with everything that a step may hold, made up; its picture is drawn.
Lesson wholeLesson();

} // namespace vbs::test
