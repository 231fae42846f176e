#pragma once

#include "ui/util/key_text.h"
#include "ui/workbench/workbench.h"

#include <QFrame>

#include <array>

class QHBoxLayout;
class QToolButton;

namespace vbs {

/// The tasks side by side, in two rows where their names need it. Those that the pack has no model for are greyed.
class TaskChooser : public QFrame {
    Q_OBJECT
public:
    explicit TaskChooser(Workbench& workbench, QWidget* parent = nullptr);

    void setKeys(const KeyText& keyOf);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showTasks();
    void arrange();

    Workbench& m_workbench;
    KeyText m_keyOf = noKey;
    std::vector<QToolButton*> m_buttons; ///< in the order of taskTable()
    std::array<QHBoxLayout*, 2> m_rows{};
};

} // namespace vbs
