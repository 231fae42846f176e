#pragma once

#include "ui/workbench/workbench_state.h"

#include <QStringList>

namespace vbs {

/// Texts for the task in hand about what was found in the pictures that are open, e.g. "What color is the ball?". Plain
/// questions and statements of the kind that every such model was taught. Empty while nothing is known, and for tasks
/// that need more than a text.
QStringList suggestions(const WorkbenchState& state);

} // namespace vbs
