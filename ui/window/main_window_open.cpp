// MainWindow's part that takes pictures and folders: from dialogs, the clipboard, and dropped ones.

#include "core/lesson/lesson_catalog.h"
#include "ui/canvas/canvas_panel.h"
#include "ui/store/review_project_file.h"
#include "ui/store/server_address.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace vbs {
namespace {

bool isReview(const QString& path)
{
    return path.endsWith(QLatin1String(kReviewSuffix)) || namesServer(path.toStdString());
}

} // namespace

void MainWindow::openPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (isReview(paths.first())) {
        showReview();
        return reviewWindow().open(paths.first());
    }
    if (isLesson(toPath(paths.first())))
        return playLesson(paths.first());
    const QFileInfo first(paths.first());
    m_settings.lastFolder.set(first.isDir() ? first.absoluteFilePath() : first.absolutePath());
    m_sampleWanted = false;
    m_workbench->open(paths);
}

void MainWindow::fulfil(const Wish& wish)
{
    if (!wish.token.isEmpty()) // Qt's Wayland reads it there
        qputenv("XDG_ACTIVATION_TOKEN", wish.token.toUtf8());
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    openPaths(wish.paths); // a review or a lesson comes to the front of this window
    triggerLater(wish.action);
}

/// Once the window is there: the action may open a dialog that waits for the user.
void MainWindow::triggerLater(const QString& action)
{
    if (QAction* known = action.isEmpty() ? nullptr : m_actions->action(action))
        QMetaObject::invokeMethod(known, &QAction::trigger, Qt::QueuedConnection);
}

void MainWindow::openByDialog()
{
    openPaths(m_chooser->choosePictures(this, m_settings.lastFolder()));
}

void MainWindow::openFolderByDialog()
{
    const QString folder = m_chooser->chooseFolder(this, m_settings.lastFolder());
    if (!folder.isEmpty())
        openPaths({folder});
}

/// The pack's sample picture, with its question where the pack can answer questions.
void MainWindow::openSample()
{
    const auto& pack = m_workbench->state().pack;
    if (!pack || pack->samplePicture.empty())
        return;
    const PackExample sample{packQuestionTask().task, pack->samplePicture, {}, pack->sampleQuestion, {}};
    if (canDo(*pack, sample.task) && !sample.text.empty())
        return m_workbench->tryExample(sample);
    m_workbench->setTask(sample.task);
    m_workbench->open({fromPath(sample.picture)});
}

void MainWindow::paste()
{
    openMime(QApplication::clipboard()->mimeData(), tr("Pasted picture"),
             tr("There is no picture in the clipboard. Copy one, or open a file."));
}

void MainWindow::openRightByDialog()
{
    const QString path = m_chooser->chooseSecondPicture(this, m_settings.lastFolder());
    if (path.isEmpty())
        return;
    m_settings.lastFolder.set(QFileInfo(path).absolutePath());
    m_workbench->setTask(twoPictureTask().task);
    m_workbench->open({path}, Side::Right);
}

/// The recalled card's picture, which is not where it was.
void MainWindow::locateByDialog()
{
    const auto side = lostSide(m_workbench->state());
    if (!side)
        return;
    const QString name = m_workbench->state().side(*side).picture->name;
    const QString path = m_chooser->locatePicture(this, name, m_settings.lastFolder());
    if (path.isEmpty())
        return;
    m_settings.lastFolder.set(QFileInfo(path).absolutePath());
    m_workbench->locate(path);
}

void MainWindow::askAboutAnother(const QString& difference)
{
    auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Locate the Picture"),
                                     tr("This is another picture. %1").arg(difference), QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* use = question->addButton(tr("&Use It Anyway"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(use, &QPushButton::clicked, m_workbench, &Workbench::useLocated);
    question->open();
}

void MainWindow::openMime(const QMimeData* mime, const QString& imageName, const QString& nothing, Side side)
{
    QStringList paths;
    for (const QUrl& url : mime ? mime->urls() : QList<QUrl>()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    const QImage image = paths.isEmpty() && mime ? qvariant_cast<QImage>(mime->imageData()) : QImage();
    m_sampleWanted = false;
    if (!paths.isEmpty() && side == Side::Right)
        m_workbench->open(paths, side);
    else if (!paths.isEmpty())
        openPaths(paths);
    else if (!image.isNull())
        m_workbench->open(image, imageName, side);
    else
        m_canvas->messages().show({Message::Kind::Info, nothing, "open"},
                                  m_actions->action("open")->text().remove('&'));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void MainWindow::dragMoveEvent(QDragMoveEvent* event)
{
    m_canvas->setDropTarget(m_canvas->sideAt(mapToGlobal(event->position().toPoint())));
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_canvas->setDropTarget(std::nullopt);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_canvas->setDropTarget(std::nullopt);
    openMime(event->mimeData(), tr("Dropped picture"),
             tr("That is not a picture file on this computer. Save it first, then open the file."),
             m_canvas->sideAt(mapToGlobal(event->position().toPoint())));
    event->acceptProposedAction();
    activateWindow();
}

} // namespace vbs
