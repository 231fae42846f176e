#pragma once

#include "ui/widgets/action_table.h"

namespace vbs {

/// Every action of the review window, in the order of its menus.
QVector<ActionSpec> reviewActions();

/// Those that show and hide its panels.
QVector<ActionSpec> reviewPanelActions();

/// Takes the model's suggestion with this number, from 1 to kMostTaken.
inline constexpr int kMostTaken = 9;
QString takeActionId(int suggestion);

} // namespace vbs
