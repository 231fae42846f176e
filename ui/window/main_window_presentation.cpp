// MainWindow's part that shows the picture, the question and the answer to a room, and nothing else.

#include "ui/canvas/canvas_panel.h"
#include "ui/canvas/picture_view.h"
#include "ui/widgets/action_table.h"
#include "ui/window/main_window.h"
#include "ui/window/presentation_banner.h"
#include "ui/window/status_panel.h"

#include <QDockWidget>
#include <QKeyEvent>
#include <QMenuBar>
#include <QToolBar>

namespace vbs {

void MainWindow::setPresenting(bool on)
{
    if (on == m_presenting)
        return;
    m_presenting = on;
    if (on) {
        m_beforePresenting = saveState();
        m_wasFullScreen = isFullScreen();
        for (auto* panel : findChildren<QDockWidget*>())
            panel->hide();
        m_toolBar->hide();
        menuBar()->hide();
        m_status->hide();
        m_presentation->show();
        setWindowState(windowState() | Qt::WindowFullScreen);
        m_presentation->focusText();
    } else {
        m_presentation->hide();
        menuBar()->show();
        m_status->show();
        restoreState(m_beforePresenting);
        if (!m_wasFullScreen)
            setWindowState(windowState() & ~Qt::WindowFullScreen);
        m_canvas->viewInHand().setFocus();
    }
    m_actions->action("present")->setChecked(on);
}

/// What nobody else wanted.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (m_presenting && event->key() == Qt::Key_Escape)
        setPresenting(false);
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace vbs
