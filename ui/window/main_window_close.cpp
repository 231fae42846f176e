// MainWindow's part that ends, and asks before anything is lost.

#include "ui/diff/two_models_window.h"
#include "ui/help/help_window.h"
#include "ui/lesson/lesson_player.h"
#include "ui/lesson/recorder/lesson_recorder.h"
#include "ui/window/main_window.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>

namespace vbs {

void MainWindow::closeEvent(QCloseEvent* event)
{
    setPresenting(false); // the layout to come back to is the one before
    m_settings.setWindow(saveGeometry(), saveState());
    m_settings.question.set(m_workbench->state().question);
    m_settings.sync();
    if (m_recorder && m_recorder->draft().isDirty()) { // asked first: what comes of it may be saved
        event->ignore();
        return m_recorder->leaveThen([this, restarting = m_restarting] { restarting ? restart() : void(close()); });
    }
    const QString lost = m_quitAnyway ? QString() : unsavedText();
    event->setAccepted(lost.isEmpty());
    if (!lost.isEmpty())
        return askToQuit(lost);
    // One that stayed open would keep the program running.
    const std::initializer_list<QWidget*> others = {m_review.get(), m_twoModels.get(), m_recorder.get(),
                                                    m_lessons.get(), m_manual.get()};
    for (QWidget* other : others)
        if (other)
            other->close();
}

/// What would be lost now, as a sentence; empty: nothing.
QString MainWindow::unsavedText() const
{
    const HistoryTrouble& cards = m_workbench->history().trouble();
    if (!cards.unsaved.isEmpty())
        return tr("%n card(s) of the history are not saved. %1", nullptr, int(cards.unsaved.size())).arg(cards.reason);
    const QString& boxes = m_workbench->state().unsavedBoxes;
    return boxes.isEmpty() ? QString() : tr("Boxes that you made are not saved. %1").arg(boxes);
}

void MainWindow::askToQuit(const QString& lost)
{
    auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Quit"), lost, QMessageBox::Cancel, this);
    question->setObjectName("quitQuestion");
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* again = question->addButton(tr("&Try Again"), QMessageBox::AcceptRole);
    QPushButton* quit = question->addButton(tr("&Quit without Saving"), QMessageBox::DestructiveRole);
    question->setDefaultButton(again);
    connect(again, &QPushButton::clicked, this, [this] {
        m_workbench->history().tryAgain();
        m_workbench->keepBoxesAgain();
    });
    connect(quit, &QPushButton::clicked, this, [this, restarting = m_restarting] {
        m_quitAnyway = true;
        restarting ? restart() : void(close());
    });
    question->open();
}

} // namespace vbs
