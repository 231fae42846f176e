#pragma once

#include "ui/widgets/action_table.h"

namespace vbs {

/// Every action of the window, in the order of the menus and of the shortcuts page.
QVector<ActionSpec> windowActions();

} // namespace vbs
