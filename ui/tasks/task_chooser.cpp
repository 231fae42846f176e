#include "ui/tasks/task_chooser.h"

#include <QApplication>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kAroundName = 10, kMargin = 2; ///< of a button and of all, in pixels

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
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(0);
    for (QHBoxLayout*& row : m_rows) {
        row = new QHBoxLayout;
        layout->addLayout(row);
    }
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
        m_buttons.push_back(button);
    }
    arrange();
    watch(workbench, Change::Pack | Change::Task, this, [this] { showTasks(); });
    showTasks();
}

/// Names are read whole: with large texts the second row takes the rest of them.
void TaskChooser::arrange()
{
    int needed = 2 * kMargin;
    for (const QToolButton* button : m_buttons)
        needed += boldWidth(button->text()) + kAroundName;
    const std::size_t first = needed <= width() ? m_buttons.size() : (m_buttons.size() + 1) / 2;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        for (QHBoxLayout* row : m_rows)
            row->removeWidget(m_buttons[i]);
        m_rows[i < first ? 0 : 1]->addWidget(m_buttons[i], boldWidth(m_buttons[i]->text()) + kAroundName);
    }
}

void TaskChooser::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

void TaskChooser::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
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
