#pragma once

#include "ui/widgets/action_table.h"

namespace vbs {

/// Those of the main window's menu of lessons that make them.
QVector<ActionSpec> lessonMakingActions();

/// Those of the recorder's window.
QVector<ActionSpec> recorderActions();

} // namespace vbs
