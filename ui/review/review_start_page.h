#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace vbs {

/// What the review window shows without a review: the ways to one.
class ReviewStartPage : public QWidget {
    Q_OBJECT
public:
    explicit ReviewStartPage(QWidget* parent = nullptr);

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
    QLabel *m_busy, *m_problem;
    QWidget* m_recent;
    QVBoxLayout* m_recentRows;
};

} // namespace vbs
