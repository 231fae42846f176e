#pragma once

#include "core/lesson/lesson.h"

#include <QString>

namespace vbs {

/// "Right is: red": what a step's quiz wants to hear.
QString solutionText(const LessonStep& step);

} // namespace vbs
