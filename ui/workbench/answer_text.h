#pragma once

#include "ui/workbench/workbench_state.h"

#include <QString>

namespace vbs {

/// The answer on display in a line or a few, to be pasted elsewhere: what was asked, the answer with its per cent; of
/// Find a line for each phrase. @pre there is one.
QString answerText(const WorkbenchState& state);

} // namespace vbs
