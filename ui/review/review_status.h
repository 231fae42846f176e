#pragma once

#include "ui/review/review_desk.h"

#include <QStatusBar>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace vbs {

/// The review window's lowest line: how far the reviewer is, how far the model, and whether the server is there.
class ReviewStatus : public QStatusBar {
    Q_OBJECT
public:
    /// @param pause, goOn the actions of the button beside the model's progress.
    ReviewStatus(ReviewDesk& desk, QAction* pause, QAction* goOn, QWidget* parent = nullptr);

private:
    void showCounts();
    void showModel();
    void showTeam();

    ReviewDesk& m_desk;
    QLabel *m_counts, *m_team, *m_reviewer, *m_model;
    QProgressBar* m_progress;
    QToolButton* m_button;
    QAction *m_pause, *m_goOn;
};

/// "2 min", "1 h 20 min": about how long.
QString spanText(double seconds);

} // namespace vbs
