#pragma once

#include "ui/review/measured_review.h"
#include "ui/services/background_job.h"

#include <QWidget>

class QLabel;
class QTabWidget;
class QTreeWidget;

namespace vbs {

class MetricsTree;

/// What a project's model is worth before and after the review, what it confuses, and how far reviewers agree. Figures
/// are computed when refresh() is called; meanwhile the old ones stay, in grey.
class ReviewMetricsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReviewMetricsPanel(QWidget* parent = nullptr);
    ~ReviewMetricsPanel() override;

    void setProject(const QString& where); ///< see openReviewProject; empty: none. Without figures until refresh().
    void refresh();
    bool isComputing() const { return m_job.isRunning(); }

Q_SIGNALS:
    void typeWanted(const QString& type); ///< the user chose a group: see ReviewFilter::type
    void computed();

private:
    void showMeasured(const MeasuredReview& measured);
    void showConfusions(const MetricReport& report);
    void showAgreement(const MeasuredReview& measured);
    void setOld(bool old);

    QString m_where;
    QLabel *m_state, *m_hint;
    QTabWidget* m_pages;
    MetricsTree* m_metrics;
    QTreeWidget *m_confusions, *m_agreement;
    BackgroundJob m_job;
    bool m_hasFigures = false;
};

} // namespace vbs
