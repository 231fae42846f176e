#include "ui/review/review_start_page.h"

#include "ui/services/background_job.h"
#include "ui/util/labels.h"
#include "ui/widgets/job_bar.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kWidth = 560, kMostRecent = 6;

} // namespace

ReviewStartPage::ReviewStartPage(BackgroundJob& job, QWidget* parent)
    : QWidget(parent), m_buttons(new QWidget), m_progress(new JobBar(job)), m_busy(new QWidget),
      m_problem(plainLabel()), m_recent(new QWidget), m_recentRows(new QVBoxLayout)
{
    setObjectName("reviewStart");
    QLabel* title = plainLabel(tr("Review annotations"));
    title->setProperty("role", "title");
    QLabel* text = mutedLabel("reviewStartText");
    text->setText(
        tr("A review goes through a data set with the items first that most likely are wrong. The model answers "
           "each in the background; one key decides and goes on. Your data set's own files are never changed: "
           "what you decide is kept apart, and exported when you want it."));
    QLabel* kinds = mutedLabel("reviewStartKinds");
    kinds->setText(tr("VQA v2, LXMERT's VQA, NLVR2, VCR, Flickr30k Entities, boxes of COCO and labelme."));
    const auto button = [this](const QString& label, const char* action, const char* role) {
        auto* one = new QPushButton(label);
        one->setObjectName(QString("start-") + action);
        if (*role)
            one->setProperty("role", role);
        connect(one, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
        return one;
    };
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(button(tr("New Review…"), "review.new", "primary"));
    row->addWidget(button(tr("Open a Review…"), "review.open", ""));
    m_sample = button(tr("Try a Review"), "review.sample", "");
    m_sample->setToolTip(tr("A small data set of drawn scenes, a tenth of whose annotations is wrong on purpose"));
    row->addWidget(m_sample);
    row->addStretch(1);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName("cancelSample");
    connect(cancel, &QPushButton::clicked, &job, &BackgroundJob::cancel);
    auto* busy = new QHBoxLayout(m_busy);
    busy->setContentsMargins(0, 0, 0, 0);
    busy->setSpacing(12);
    busy->addWidget(m_progress, 1);
    busy->addWidget(cancel);
    auto* recent = new QVBoxLayout(m_recent);
    recent->setContentsMargins(0, 0, 0, 0);
    recent->setSpacing(6);
    recent->addWidget(headingLabel(tr("Recent reviews")));
    recent->addLayout(m_recentRows);

    auto* column = new QWidget;
    column->setMaximumWidth(kWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(kinds);
    layout->addSpacing(8);
    layout->addWidget(m_buttons);
    layout->addWidget(m_busy);
    layout->addWidget(m_problem);
    layout->addSpacing(8);
    layout->addWidget(m_recent);
    layout->addStretch(2);
    auto* across = new QHBoxLayout(this);
    across->addStretch(1);
    across->addWidget(column, 10);
    across->addStretch(1);
    m_problem->setObjectName("reviewProblem");
    m_problem->setProperty("role", "warning");
    m_problem->setWordWrap(true);
    setRecent({});
    setBusy({});
    setProblem({});
}

void ReviewStartPage::setRecent(const QStringList& reviews)
{
    while (QLayoutItem* old = m_recentRows->takeAt(0)) {
        old->widget()->deleteLater();
        delete old;
    }
    for (const QString& where : reviews.mid(0, kMostRecent)) {
        const bool isFile = !where.contains("://");
        const QFileInfo file(where);
        auto* link = new QPushButton(plainButtonText(
            isFile ? tr("%1 – %2").arg(file.completeBaseName(), QDir::toNativeSeparators(file.path())) : where));
        link->setProperty("role", "link");
        link->setToolTip(plainToolTip(where));
        link->setCursor(Qt::PointingHandCursor);
        connect(link, &QPushButton::clicked, this, [this, where] { Q_EMIT openWanted(where); });
        m_recentRows->addWidget(link, 0, Qt::AlignLeft);
    }
    m_recent->setVisible(!reviews.isEmpty());
}

void ReviewStartPage::setSampleOffered(bool offered)
{
    m_sample->setVisible(offered);
}

void ReviewStartPage::setProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void ReviewStartPage::setBusy(const QString& text)
{
    if (text.isEmpty())
        m_progress->end();
    else
        m_progress->begin(text);
    m_busy->setVisible(!text.isEmpty());
    m_buttons->setEnabled(text.isEmpty());
}

} // namespace vbs
