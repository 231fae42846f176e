// MainWindow's part that opens the manual, at the page about what has the focus.

#include "ui/canvas/canvas_panel.h"
#include "ui/help/help_key.h"
#include "ui/help/help_window.h"
#include "ui/window/main_window.h"
#include "ui/workbench/task_table.h"

#include <QDesktopServices>
#include <QDockWidget>
#include <QUrl>

namespace vbs {
namespace {

constexpr const char* kTaskPage = "tasks.md";

/// By the name of a panel or a window.
constexpr std::pair<const char*, const char*> kHelpOf[] = {{"picturesDock", "window.md#pictures"},
                                                           {"regionsDock", "regions.md"},
                                                           {"askDock", kTaskPage},
                                                           {"historyDock", "window.md#history-and-export"},
                                                           {"insideDock", "inside.md"}};

/// Of dialogs and windows that are made when they are wanted.
constexpr std::pair<const char*, const char*> kHelpOfWindows[] = {{"getModels", "models.md"},
                                                                  {"twoModels", "inside.md#two-models-side-by-side"},
                                                                  {"lessonRecorder", "teaching.md#make-one"},
                                                                  {"lessonPlayer", "teaching.md#play-one"},
                                                                  {"shortcutsPage", "menus.md"},
                                                                  {"modelPage", "models.md"},
                                                                  {"devicePage", "libtorch.md"},
                                                                  {"packChooser", "window.md#models"},
                                                                  {"aboutPage", "troubleshooting.md#still-stuck"}};

} // namespace

void MainWindow::connectManual()
{
    for (const auto& [name, target] : kHelpOf)
        if (auto* part = findChild<QWidget*>(name))
            setHelp(part, target);
    setHelp(m_canvas, "regions.md");
    connect(new HelpKey(this), &HelpKey::pressed, this, &MainWindow::showManual);
}

/// The task's own section, where the page about tasks is meant; the page about its window where nothing is named.
QString MainWindow::manualTarget(const QWidget* about) const
{
    const QString target = helpFor(about);
    if (target == QLatin1String(kTaskPage)) {
        const QString id = taskSpec(m_workbench->state().task).id();
        return target + '#' + (id == QLatin1String("fill") ? QStringLiteral("fill-in") : id);
    }
    if (!target.isEmpty() || !about)
        return target;
    for (const auto& [name, page] : kHelpOfWindows)
        if (about->window()->objectName() == QLatin1String(name))
            return page;
    return {};
}

void MainWindow::showManual(const QWidget* about)
{
    const QString target = manualTarget(about);
    if (!m_manual) {
        m_manual = std::make_unique<HelpWindow>();
        connect(m_manual.get(), &HelpWindow::webPageWanted, this,
                [](const QUrl& url) { QDesktopServices::openUrl(url); });
    }
    m_manual->show();
    m_manual->open(target); // a section's place is known once the window has its size
    m_manual->raise();
    m_manual->activateWindow();
}

} // namespace vbs
