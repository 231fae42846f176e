#pragma once

#include "ui/workbench/workbench_state.h"

namespace vbs {

/// How the engine is asked a question about the pictures and the regions of the state. @pre the pictures are open that
/// its task is about.
InferenceRequest requestFor(const WorkbenchState& state, const Question& question);

} // namespace vbs
