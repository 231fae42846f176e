// MainWindow's part that writes answers to files, and clears the history.

#include "ui/canvas/canvas_panel.h"
#include "ui/services/export_service.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace vbs {

void MainWindow::connectExport()
{
    m_actions->on("export-picture", this, [this] { exportAs(ExportKind::Picture); });
    m_actions->on("export-result", this, [this] { exportAs(ExportKind::Result); });
    m_actions->on("export-history", this, [this] { exportAs(ExportKind::History); });
    m_actions->on("clear-history", this, [this] { clearHistory(); });
    m_actions->on("restore-card", this, [this] {
        m_canvas->messages().hide();
        m_workbench->history().restore();
    });
    connect(&m_workbench->history(), &HistoryBook::removed, this, [this] {
        m_canvas->messages().show({Message::Kind::Info, tr("The card was removed from the history."), "restore-card"},
                                  tr("Undo"));
    });
    connect(m_export, &ExportService::written, this, [this](const QString& path) {
        m_canvas->messages().show({Message::Kind::Info, tr("Saved %1.").arg(QDir::toNativeSeparators(path)), {}}, {});
    });
    connect(m_export, &ExportService::failed, this, [this](const ErrorInfo& error) {
        m_canvas->messages().show({Message::Kind::Error, toQString(error.message), {}}, {});
    });
}

void MainWindow::clearHistory()
{
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("Clear the History"),
                        tr("Remove every card from the history? This cannot be undone."), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = question->addButton(tr("&Remove All"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this] { m_workbench->history().clear(); });
    question->open();
}

void MainWindow::exportAs(ExportKind kind)
{
    const WorkbenchState& state = m_workbench->state();
    const QString suffix = QLatin1String(exportFormats(kind).front().suffix);
    const QString base = kind == ExportKind::History ? tr("history")
                         : state.left.picture        ? QFileInfo(state.left.picture->name).completeBaseName()
                                                     : QString();
    // Never the name of the picture with another ending: beside it lies what others say of it.
    const QString name = (kind == ExportKind::Picture  ? tr("%1-answered.%2")
                          : kind == ExportKind::Result ? tr("%1-answer.%2")
                                                       : QStringLiteral("%1.%2"))
                             .arg(base, suffix);
    const QString title = kind == ExportKind::Picture  ? tr("Export the Picture with the Answer")
                          : kind == ExportKind::Result ? tr("Export the Answer")
                                                       : tr("Export the History");
    const QString path =
        m_chooser->chooseTarget(this, title, QDir(m_settings.lastFolder()).filePath(name), exportFilters(kind));
    // While the dialog was open, the answer may have gone.
    if (path.isEmpty() || (kind == ExportKind::History ? state.history.empty() : !state.answered))
        return;
    std::vector<Exchange> exchanges =
        kind == ExportKind::History ? historyOf(state) : std::vector<Exchange>{exchangeOf(state)};
    const ExportLook look{m_actions->action("boxes")->isChecked(), m_actions->action("heatmap")->isChecked(),
                          m_settings.heatLook()};
    m_export->start(path, exportJob(kind, path, std::move(exchanges), look));
}

} // namespace vbs
