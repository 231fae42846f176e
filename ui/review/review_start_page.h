#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace vbs {

class BackgroundJob;
class JobBar;

/// What the review window shows without a review: the ways to one.
class ReviewStartPage : public QWidget {
    Q_OBJECT
public:
    /// @param job makes the sample; its progress is shown, and it can be cancelled.
    explicit ReviewStartPage(BackgroundJob& job, QWidget* parent = nullptr);

    void setRecent(const QStringList& reviews); ///< files and addresses, the latest first
    void setSampleOffered(bool offered);
    void setBusy(const QString& text);    ///< what is under way; empty: nothing
    void setProblem(const QString& text); ///< a sentence; empty: none

Q_SIGNALS:
    void actionRequested(const QString& actionId);
    void openWanted(const QString& where);

private:
    QWidget* m_buttons;
    QWidget* m_sample;
    JobBar* m_progress;
    QWidget* m_busy;
    QLabel* m_problem;
    QWidget* m_recent;
    QVBoxLayout* m_recentRows;
};

} // namespace vbs
