#include "ui/tasks/task_chooser.h"

#include <QApplication>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QToolButton>

namespace vbs {
namespace {

constexpr int kAroundName = 10; ///< of a button, in pixels

/// The chosen one is bold.
int boldWidth(const QString& text)
{
    QFont font = QApplication::font();
    font.setBold(true);
    return QFontMetrics(font).horizontalAdvance(text);
}

} // namespace

TaskChooser::TaskChooser(Workbench& workbench, QWidget* parent) : QFrame(parent), m_workbench(workbench)
{
    setObjectName("taskChooser");
    setAccessibleName(tr("Task"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    for (const TaskSpec& spec : taskTable()) {
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("task-button-") + spec.id());
        button->setProperty("role", "segment");
        button->setText(taskName(spec.task));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, task = spec.task] {
            m_workbench.setTask(task);
            showTasks(); // a click on the one in hand must not let it go
        });
        button->setMinimumWidth(1); // the names' lengths share out the row
        layout->addWidget(button, boldWidth(button->text()) + kAroundName);
        m_buttons.push_back(button);
    }
    watch(workbench, Change::Pack | Change::Task, this, [this] { showTasks(); });
    showTasks();
}

void TaskChooser::setKeys(const KeyText& keyOf)
{
    m_keyOf = keyOf;
    showTasks();
}

void TaskChooser::showTasks()
{
    const WorkbenchState& state = m_workbench.state();
    for (const TaskSpec& spec : taskTable()) {
        QToolButton* button = m_buttons[taskRow(spec.task)];
        const bool able = !state.pack || canDo(*state.pack, spec.task);
        button->setEnabled(able);
        button->setChecked(spec.task == state.task);
        const QString tip = taskTip(spec.task);
        const QString key = m_keyOf(QStringLiteral("task-") + spec.id());
        button->setToolTip(!able           ? tr("%1: the model pack in use has no model for this.").arg(tip)
                           : key.isEmpty() ? tip
                                           : tr("%1 (%2)").arg(tip, key));
        button->setAccessibleDescription(taskTip(spec.task));
    }
}

} // namespace vbs
