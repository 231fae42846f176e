#include "ui/review/review_metrics_panel.h"

#include "ui/review/metrics_tree.h"
#include "ui/review/review_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QLabel>
#include <QLocale>
#include <QTabWidget>
#include <QVBoxLayout>

namespace vbs {
namespace {

enum MetricsPage { MetricsPageAt, ConfusionsPageAt, AgreementPageAt };

QString agreementText(const std::optional<double>& value)
{
    return value ? QLocale().toString(*value, 'f', 3) : ReviewMetricsPanel::tr("not defined");
}

void addNumberRow(QTreeWidget* tree, const QStringList& texts)
{
    auto* row = new QTreeWidgetItem(tree, texts);
    row->setToolTip(0, plainToolTip(texts[0]));
    for (int column = 1; column < texts.size(); ++column)
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

ReviewMetricsPanel::ReviewMetricsPanel(QWidget* parent)
    : QWidget(parent), m_state(mutedLabel("metricsState")), m_hint(mutedLabel("metricsHint")), m_pages(new QTabWidget),
      m_metrics(new MetricsTree), m_confusions(new QTreeWidget), m_agreement(new QTreeWidget)
{
    setObjectName("reviewMetrics");
    m_hint->setText(tr("No model has been asked about the items yet. Once one has, its figures before and after the "
                       "review stand here."));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setContentsMargins(16, 16, 16, 16);
    m_state->setContentsMargins(8, 4, 8, 4);
    m_confusions->setObjectName("metricsConfusions");
    m_confusions->setAccessibleName(tr("Most frequent confusions"));
    setUpReviewTree(m_confusions, {tr("Annotated"), tr("The model's answer"), tr("Count")}, 2);
    m_agreement->setObjectName("metricsAgreement");
    m_agreement->setAccessibleName(tr("Agreement of the reviewers"));
    setUpReviewTree(m_agreement, {tr("Measure"), tr("Value"), tr("Items")});
    for (QTreeWidget* tree : {m_confusions, m_agreement})
        tree->setRootIsDecorated(false);
    m_pages->setObjectName("metricsPages");
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_metrics, tr("Metrics"));
    m_pages->addTab(m_confusions, tr("Confusions"));
    m_pages->addTab(m_agreement, tr("Agreement"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_state);
    layout->addWidget(m_hint);
    layout->addWidget(m_pages, 1);
    layout->addStretch();
    connect(m_metrics, &MetricsTree::typeWanted, this, &ReviewMetricsPanel::typeWanted);
    connect(&m_job, &BackgroundJob::progressed, this, [this](const QString& stage, double fraction) {
        m_state->setText(fraction < 0 ? stage + QChar(0x2026) : tr("%1: %2").arg(stage, percentText(fraction)));
    });
    connect(&m_job, &BackgroundJob::failed, this, [this](const QString& sentence) {
        m_state->setText(sentence);
        m_state->show();
    });
    setProject({});
}

ReviewMetricsPanel::~ReviewMetricsPanel() = default;

void ReviewMetricsPanel::setProject(const QString& where)
{
    m_job.forget();
    m_where = where;
    m_hasFigures = false;
    m_state->hide();
    m_hint->hide();
    m_pages->hide();
}

void ReviewMetricsPanel::refresh()
{
    if (m_where.isEmpty())
        return;
    m_state->setText(m_hasFigures ? tr("Computing new figures…") : tr("Computing the figures…"));
    m_state->show();
    setOld(true);
    m_job.start([this, where = m_where.toStdString()](const JobControl& control) -> BackgroundJob::Reply {
        const auto measured = std::make_shared<const MeasuredReview>(measureReview(where, {}, control));
        return [this, measured] {
            showMeasured(*measured);
            Q_EMIT computed();
        };
    });
}

void ReviewMetricsPanel::showMeasured(const MeasuredReview& measured)
{
    const bool asked = measured.metrics.has_value(), several = measured.reviewers > 1;
    m_hasFigures = asked || several;
    m_hint->setVisible(!asked);
    m_pages->setVisible(m_hasFigures);
    if (asked && !m_pages->isTabVisible(MetricsPageAt))
        m_pages->setCurrentIndex(MetricsPageAt); // the first figures
    m_pages->setTabVisible(MetricsPageAt, asked);
    m_pages->setTabVisible(ConfusionsPageAt, asked && !measured.metrics->after.confusions.empty());
    m_pages->setTabVisible(AgreementPageAt, several);
    QStringList sentences;
    if (asked) {
        m_metrics->showMetrics(*measured.metrics, measured.types);
        showConfusions(measured.metrics->after);
        sentences << tr("%1 was asked about %2.")
                         .arg(toQString(measured.model.substr(0, measured.model.find('@'))),
                              itemsText(measured.metrics->items));
        for (const std::string& remark : measured.metrics->before.remarks)
            sentences << toQString(remark);
    }
    showAgreement(measured);
    m_state->setText(sentences.join(' '));
    m_state->setVisible(!sentences.isEmpty());
    setOld(false);
}

void ReviewMetricsPanel::showConfusions(const MetricReport& report)
{
    m_confusions->clear();
    for (const MetricReport::Confusion& confusion : report.confusions) {
        auto* row = new QTreeWidgetItem(m_confusions, {toQString(confusion.truth), toQString(confusion.answer),
                                                       QLocale().toString(qulonglong(confusion.count))});
        row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        for (const int column : {0, 1})
            row->setToolTip(column, plainToolTip(row->text(column)));
    }
}

void ReviewMetricsPanel::showAgreement(const MeasuredReview& measured)
{
    m_agreement->clear();
    if (measured.reviewers < 2)
        return;
    addNumberRow(m_agreement, {tr("Krippendorff's alpha"), agreementText(measured.krippendorff), {}});
    addNumberRow(m_agreement, {tr("Fleiss' kappa"), agreementText(measured.fleiss), {}});
    for (const MeasuredReview::Pair& pair : measured.pairs)
        addNumberRow(m_agreement, {tr("Cohen's kappa: %1 and %2").arg(toQString(pair.one), toQString(pair.other)),
                                   agreementText(pair.kappa), QLocale().toString(qulonglong(pair.items))});
}

/// Figures that are no longer those of the project as it is.
void ReviewMetricsPanel::setOld(bool old)
{
    for (QTreeWidget* tree : {static_cast<QTreeWidget*>(m_metrics), m_confusions, m_agreement}) {
        QPalette palette;
        if (old)
            palette.setColor(QPalette::Text, palette.color(QPalette::Disabled, QPalette::Text));
        tree->setPalette(palette);
    }
}

} // namespace vbs
