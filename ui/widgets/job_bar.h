#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace vbs {

class BackgroundJob;

/// How far a job is: a bar and a word on what it does. Shown between begin() and end().
class JobBar : public QWidget {
    Q_OBJECT
public:
    explicit JobBar(BackgroundJob& job, QWidget* parent = nullptr);

    void begin(const QString& stage);
    void end();

private:
    void showProgress(const QString& stage, double fraction);

    QProgressBar* m_bar;
    QLabel* m_stage;
};

} // namespace vbs
