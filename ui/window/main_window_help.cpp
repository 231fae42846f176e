// MainWindow's part that opens the manual, at the page about what has the focus.

#include "ui/help/help_key.h"
#include "ui/help/help_window.h"
#include "ui/window/main_window.h"
#include "ui/window/manual_targets.h"
#include "ui/workbench/task_table.h"

#include <QDesktopServices>
#include <QUrl>

namespace vbs {

void MainWindow::connectManual()
{
    connect(new HelpKey(this), &HelpKey::pressed, this, &MainWindow::showManual);
}

void MainWindow::showManual(const QWidget* about)
{
    if (!m_manual) {
        m_manual = std::make_unique<HelpWindow>();
        connect(m_manual.get(), &HelpWindow::webPageWanted, this,
                [](const QUrl& url) { QDesktopServices::openUrl(url); });
    }
    QString target = manualTargetOf(about);
    if (target == QLatin1String("tasks.md")) { // the section of the task in hand
        const QString id = taskSpec(m_workbench->state().task).id();
        target += '#' + (id == QLatin1String("fill") ? QStringLiteral("fill-in") : id);
    }
    m_manual->show();
    m_manual->open(target); // a section's place is known once the window has its size
    m_manual->raise();
    m_manual->activateWindow();
}

} // namespace vbs
