#pragma once

#include "ui/widgets/action_table.h"

class QDockWidget;
class QMainWindow;

namespace vbs {

/// The action that shows and hides a panel, for a table of all actions.
ActionSpec panelSpec(const char* id, const char* text, const char* key);

/// A panel of a window, which can be moved and closed; the table looks after the keys of its action.
QDockWidget* panelDock(QMainWindow* window, ActionTable& actions, const ActionSpec& spec, const char* objectName,
                       QWidget* content);

} // namespace vbs
