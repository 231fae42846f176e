#pragma once

#include "ui/workbench/workbench_state.h"

#include <optional>

namespace vbs {

/// That another task fits a text better.
struct TaskHint {
    QString text;   ///< a sentence
    QString button; ///< what the way there is called
    Task task;      ///< which the pack can do
};

/// Of the text as it is typed now; nothing where it fits its task, or may.
std::optional<TaskHint> taskHint(const WorkbenchState& state);

} // namespace vbs
