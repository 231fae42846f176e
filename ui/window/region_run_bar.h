#pragma once

#include "ui/workbench/workbench.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vbs {

/// How finding regions in all pictures goes on, with buttons that hold it, end it or put it away. Hidden while there is
/// no run.
class RegionRunBar : public QWidget {
    Q_OBJECT
public:
    explicit RegionRunBar(RegionRun& run, QWidget* parent = nullptr);

private:
    void showStatus();

    RegionRun& m_run;
    QLabel* m_text;
    QLabel* m_broken;
    QProgressBar* m_progress;
    QPushButton *m_hold, *m_end;
};

} // namespace vbs
