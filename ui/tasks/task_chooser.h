#pragma once

#include "ui/util/key_text.h"
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

    void setKeys(const KeyText& keyOf);

private:
    void showTasks();

    Workbench& m_workbench;
    KeyText m_keyOf = noKey;
    std::vector<QToolButton*> m_buttons; ///< in the order of taskTable()
};

} // namespace vbs
