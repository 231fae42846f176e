#pragma once

#include "ui/workbench/workbench_state.h"

#include <QString>

namespace vbs {

/// "This picture is unlike everything that Picture-book scenes knows: its answers mean little."; empty where the
/// pictures of the answer on display are like those that the pack was taught, or it cannot tell.
QString strangePictureText(const WorkbenchState& state);

/// "This pack never learned a question of this kind: the answer is a guess."; empty as above, for the text, and for the
/// answer of an earlier text.
QString strangeTextText(const WorkbenchState& state);

} // namespace vbs
