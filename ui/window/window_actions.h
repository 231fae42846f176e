#pragma once

#include "ui/widgets/action_table.h"

namespace vbs {

/// Every action of the window, in the order of the menus and of the shortcuts page.
QVector<ActionSpec> windowActions();

/// Those that show and hide the window's panels, which bring their own QActions.
QVector<ActionSpec> panelActions();

} // namespace vbs
