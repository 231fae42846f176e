// MainWindow's part that writes answers to files and the clipboard, and clears the history.

#include "ui/canvas/canvas_panel.h"
#include "ui/services/export_service.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"
#include "ui/workbench/answer_text.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

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
    m_actions->on("show-exported", this, [this] { m_chooser->showInFolder(m_exported); });
    m_actions->on("copy-answer", this, [this] { copyAnswer(); });
    m_actions->on("copy-picture", this, [this] { copyPicture(); });
    connect(m_export, &ExportService::written, this, [this](const QString& path) {
        m_exported = path;
        updateActions();
        m_canvas->messages().show(
            {Message::Kind::Info, tr("Saved %1.").arg(QDir::toNativeSeparators(path)), "show-exported"},
            tr("Show in Folder"));
    });
    connect(m_export, &ExportService::failed, this, [this](const ErrorInfo& error) {
        m_canvas->messages().show({Message::Kind::Error, problemText(error), {}}, {});
    });
}

void MainWindow::clearHistory()
{
    const bool starred = std::ranges::any_of(m_workbench->state().history, &HistoryEntry::starred);
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("Clear the History"),
                        starred ? tr("Remove every card that has no star from the history? This cannot be undone.")
                                : tr("Remove every card from the history? This cannot be undone."),
                        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = question->addButton(tr("&Remove All"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this] { m_workbench->history().clear(); });
    question->open();
}

void MainWindow::copyAnswer()
{
    if (m_workbench->state().answered)
        QApplication::clipboard()->setText(answerText(m_workbench->state()));
}

/// The picture in hand with what the canvas shows over it.
void MainWindow::copyPicture()
{
    if (m_workbench->state().inHand().picture)
        QApplication::clipboard()->setImage(pictureInHand(m_workbench->state(), exportLook()));
}

ExportLook MainWindow::exportLook()
{
    return {m_actions->action("boxes")->isChecked(), m_actions->action("heatmap")->isChecked(), m_settings.heatLook()};
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
    const QString title = (kind == ExportKind::Picture  ? tr("Export the Picture with the Answer as %1")
                           : kind == ExportKind::Result ? tr("Export the Answer as %1")
                                                        : tr("Export the History as %1"))
                              .arg(exportNames(kind).join(tr(" or ")));
    const QString path =
        m_chooser->chooseTarget(this, title, QDir(m_settings.lastFolder()).filePath(name), exportFilters(kind));
    // While the dialog was open, the answer may have gone.
    if (path.isEmpty() || (kind == ExportKind::History ? state.history.empty() : !state.answered))
        return;
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir())
        return m_canvas->messages().show(
            {Message::Kind::Error,
             tr("There is no folder “%1”. Make it first, or choose another one.").arg(QDir::toNativeSeparators(folder)),
             {}},
            {});
    std::vector<Exchange> exchanges =
        kind == ExportKind::History ? historyOf(state) : std::vector<Exchange>{exchangeOf(state)};
    m_export->start(path, exportJob(kind, path, std::move(exchanges), exportLook()));
}

} // namespace vbs
