#pragma once

#include "ui/workbench/workbench.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QProgressBar;
class QToolButton;

namespace vbs {

/// The lowest line: where we are, what computes, how long it took, and what is under way.
class StatusPanel : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusPanel(Workbench& workbench, QWidget* parent = nullptr);

    void showPixel(const QPoint& pixel); ///< (-1, -1): none

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void showPlace();
    void showRegion();
    void showEngine();
    void showTimes();
    void showActivity();

    Workbench& m_workbench;
    QLabel* m_place;
    QLabel* m_pixel;
    QLabel* m_region;
    QLabel* m_times;
    QLabel* m_engine;
    QLabel* m_activity;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QTimer m_patience; ///< what is done at once is not worth a flash
};

} // namespace vbs
