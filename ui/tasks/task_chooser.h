#pragma once

#include "ui/workbench/workbench.h"

#include <QFrame>

#include <array>

class QToolButton;

namespace vbs {

/// The tasks side by side. Those that the pack has no model for are greyed.
class TaskChooser : public QFrame {
    Q_OBJECT
public:
    explicit TaskChooser(Workbench& workbench, QWidget* parent = nullptr);

private:
    void showTasks();

    Workbench& m_workbench;
    std::vector<QToolButton*> m_buttons; ///< in the order of taskTable()
};

} // namespace vbs
