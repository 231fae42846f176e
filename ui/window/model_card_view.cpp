#include "ui/window/model_card_view.h"

#include "core/base/duration_text.h"
#include "core/engine/task_table.h"
#include "ui/util/flow_layout.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/task_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

using State = ModelCard::State;
using JobState = ModelService::Job::State;

QString sizeText(std::uintmax_t bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 0, QLocale::DataSizeSIFormat);
}

QString exactSizeText(std::uintmax_t bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

QString stateText(const ModelCard& card)
{
    switch (card.state) {
    case State::Absent:
        return ModelCardView::tr("not on disk");
    case State::Partly:
        return ModelCardView::tr("partly on disk: %1").arg(sizeText(card.bytesOnDisk));
    case State::Present:
        return ModelCardView::tr("files are on disk");
    case State::Installed:
        return ModelCardView::tr("ready for use");
    case State::Damaged:
        return ModelCardView::tr("damaged");
    }
    return {};
}

/// What one can do with it, as the window calls that.
QString tasksText(const QStringList& keys)
{
    QStringList names;
    for (const TaskSpec& spec : taskTable())
        if (keys.contains(toQString(std::string(taskInfo(spec.task).packKey))))
            names << taskName(spec.task);
    return names.join(", ");
}

QString transferText(const ModelTransfer& transfer)
{
    QStringList parts;
    if (transfer.total > 0)
        parts << ModelCardView::tr("%1 of %2").arg(exactSizeText(transfer.done), exactSizeText(transfer.total));
    if (transfer.bytesPerSecond > 0)
        parts << ModelCardView::tr("%1/s").arg(exactSizeText(std::uintmax_t(transfer.bytesPerSecond)));
    if (transfer.secondsLeft >= 0)
        parts << ModelCardView::tr("%1 left").arg(toQString(durationText(std::max(1., transfer.secondsLeft))));
    if (!transfer.stage.isEmpty())
        parts << transfer.stage;
    return parts.join("  ·  ");
}

QLabel* wrapped(const char* name, bool muted = false)
{
    QLabel* label = muted ? mutedLabel(name) : plainLabel();
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton* button(const QString& text, const char* name)
{
    auto* result = new QPushButton(text);
    result->setObjectName(name);
    result->setAutoDefault(false);
    return result;
}

} // namespace

ModelCardView::ModelCardView(ModelService& service, QWidget* parent)
    : QFrame(parent), m_service(service), m_title(headingLabel({})), m_state(mutedLabel("modelCardState")),
      m_description(wrapped("modelCardDescription")), m_facts(wrapped("modelCardFacts", true)),
      m_license(wrapped("modelCardLicense", true)), m_weakness(wrapped("modelCardWeakness", true)),
      m_progressText(wrapped("modelCardProgressText", true)), m_problem(wrapped("modelCardProblem")),
      m_progress(new QProgressBar), m_get(button({}, "modelCardGet")), m_pause(button(tr("Pause"), "modelCardPause")),
      m_cancel(button(tr("Cancel"), "modelCardCancel")), m_use(button(tr("Use It"), "modelCardUse")),
      m_remove(button(tr("Remove…"), "modelCardRemove")), m_address(button(tr("Copy Address"), "modelCardAddress"))
{
    setProperty("role", "card");
    setFrameShape(QFrame::StyledPanel);
    m_title->setProperty("role", "panelTitle");
    m_title->setWordWrap(true);
    m_state->setWordWrap(false);
    m_get->setProperty("role", "primary");
    m_cancel->setToolTip(tr("Stop, and throw away what was downloaded of it"));
    m_address->setToolTip(
        tr("Copies the plain addresses of its files, for a download by hand. Add Files… takes what you "
           "downloaded, whatever it is called."));
    m_progress->setObjectName("modelCardProgress");
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setRange(0, 1000);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    auto* row = new FlowLayout;
    for (QPushButton* each : {m_get, m_use, m_pause, m_cancel, m_remove, m_address})
        row->addWidget(each);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    layout->addLayout(head);
    for (QWidget* each :
         {static_cast<QWidget*>(m_description), static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_license),
          static_cast<QWidget*>(m_weakness), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_progressText),
          static_cast<QWidget*>(m_problem)})
        layout->addWidget(each);
    layout->addLayout(row);
    connect(m_get, &QPushButton::clicked, this, [this] { m_service.get(m_card.name); });
    connect(m_pause, &QPushButton::clicked, this, [this] { m_service.pause(m_card.name); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_service.cancel(m_card.name); });
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT useWanted(m_card.folder); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(m_card.name); });
    connect(m_address, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_card.addresses.join('\n')); });
}

void ModelCardView::setCard(const ModelCard& card)
{
    m_card = card;
    setObjectName("modelCard-" + card.name);
    m_title->setText(card.title);
    m_description->setText(card.description);
    showFacts();
    showJob();
}

void ModelCardView::showFacts()
{
    QStringList facts;
    if (const QString tasks = tasksText(m_card.tasks); !tasks.isEmpty())
        facts << tasks;
    facts << sizeText(m_card.bytes);
    if (m_card.memoryBytes > 0)
        facts << tr("needs about %1 of memory").arg(sizeText(m_card.memoryBytes));
    if (m_card.secondsPerPicture > 0)
        facts << tr("about %1 s a picture on a processor").arg(QLocale().toString(m_card.secondsPerPicture, 'g', 2));
    m_facts->setText(facts.join("  ·  "));
    QStringList terms{tr("Licence: %1").arg(m_card.license.isEmpty() ? tr("none stated") : m_card.license)};
    if (!m_card.accuracy.isEmpty())
        terms << tr("As published: %1").arg(m_card.accuracy);
    m_license->setText(terms.join('\n'));
    m_weakness->setVisible(!m_card.weaknesses.isEmpty());
    m_weakness->setText(tr("Known weakness: %1").arg(m_card.weaknesses.join(' ')));
}

void ModelCardView::showJob()
{
    const ModelService::Job job = m_service.job(m_card.name);
    const bool moving = job.state == JobState::Running || job.state == JobState::Waiting;
    const bool begun = moving || job.state == JobState::Paused || m_card.state == State::Partly;
    m_state->setText(job.state == JobState::Running   ? tr("downloading")
                     : job.state == JobState::Waiting ? tr("waiting")
                     : job.state == JobState::Paused  ? tr("paused")
                                                      : stateText(m_card));
    // Once a download has failed, what lies on the disk counts: a damaged part was thrown away.
    const bool told = job.transfer.total > 0 && (moving || job.state == JobState::Paused);
    const std::uintmax_t total = told ? job.transfer.total : m_card.bytes;
    const std::uintmax_t done = told ? job.transfer.done : m_card.bytesOnDisk;
    m_progress->setVisible(begun);
    m_progress->setValue(total > 0 ? int(std::lround(1000 * double(done) / double(total))) : 0);
    QString transfer = job.state == JobState::Running ? transferText(job.transfer) : QString();
    if (job.state == JobState::Paused && total > 0)
        transfer = tr("%1 of %2").arg(exactSizeText(done), exactSizeText(total));
    const QString text = (transfer + '\n' + job.note).trimmed();
    m_progressText->setVisible(job.state == JobState::Running || !text.isEmpty());
    m_progressText->setText(text);
    const QString problem = !job.problem.isEmpty() ? job.problem : m_card.state == State::Damaged ? m_card.message : "";
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setText(problem);
    showButtons(job);
}

void ModelCardView::showButtons(const ModelService::Job& job)
{
    const bool moving = job.state == JobState::Running || job.state == JobState::Waiting;
    const bool isThere = m_card.state == State::Installed;
    const bool partly = m_card.state == State::Partly || job.state == JobState::Paused;
    const QList<QPushButton*> main{m_get, m_pause, m_use};
    const bool focused = std::ranges::any_of(main, [](const QPushButton* each) { return each->hasFocus(); });
    const std::uintmax_t missing = m_card.bytes - std::min(m_card.bytes, m_card.bytesOnDisk);
    m_get->setVisible(!moving && !isThere);
    m_get->setText(job.state == JobState::Failed    ? tr("Try Again")
                   : m_card.state == State::Damaged ? tr("Mend")
                   : m_card.state == State::Present ? tr("Make Ready")
                   : job.state == JobState::Paused  ? tr("Resume")
                                                    : tr("Download %1").arg(sizeText(missing)));
    m_pause->setVisible(moving);
    m_cancel->setVisible(moving || partly);
    m_use->setVisible(isThere && m_card.isPack);
    m_remove->setVisible(!moving && (isThere || m_card.state == State::Damaged));
    m_address->setVisible(!isThere && !m_card.addresses.isEmpty());
    // Qt would hand a vanished button's focus to Cancel, and the next key would throw the download away.
    const auto now = std::ranges::find_if(main, [](const QPushButton* each) { return !each->isHidden(); });
    if (focused && now != main.end())
        (*now)->setFocus();
}

} // namespace vbs
