#include "ui/review/review_status.h"

#include "ui/review/review_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>
#include <map>
#include <vector>

namespace vbs {

QString spanText(double seconds)
{
    if (seconds < 90)
        return ReviewStatus::tr("%1 s").arg(std::max(1, int(std::lround(seconds))));
    const double minutes = std::round(seconds / 60);
    if (minutes < 90)
        return ReviewStatus::tr("%1 min").arg(minutes);
    if (minutes < 48 * 60)
        return ReviewStatus::tr("%1 h %2 min").arg(int(minutes) / 60).arg(int(minutes) % 60);
    return ReviewStatus::tr("%n day(s)", nullptr, int(std::lround(minutes / 60 / 24)));
}

namespace {

struct Teammate {
    QString name;
    std::size_t decided = 0;
    QString open; ///< the item that they have open; empty: they are not here
    bool isSelf = false;
};

/// By name.
std::vector<Teammate> teammatesOf(const ReviewState& state)
{
    std::map<std::string, Teammate> all;
    for (const auto& [name, count] : state.counts.reviewers)
        all[name].decided = count;
    for (const OpenItem& open : state.team.open)
        all[open.reviewer].open = toQString(open.id);
    std::vector<Teammate> teammates;
    for (auto& [name, one] : all) {
        one.name = toQString(name);
        one.isSelf = one.name == state.reviewer;
        teammates.push_back(one);
    }
    return teammates;
}

QString lineOf(const Teammate& one)
{
    const QString decided = QLocale().toString(qulonglong(one.decided));
    if (one.isSelf)
        return ReviewStatus::tr("%1 (you): %2 decided").arg(one.name, decided);
    return one.open.isEmpty() ? ReviewStatus::tr("%1: %2 decided, not here now").arg(one.name, decided)
                              : ReviewStatus::tr("%1: %2 decided, has %3 open").arg(one.name, decided, one.open);
}

} // namespace

ReviewStatus::ReviewStatus(ReviewDesk& desk, QAction* pause, QAction* goOn, QWidget* parent)
    : QStatusBar(parent), m_desk(desk), m_counts(plainLabel()), m_team(plainLabel()), m_reviewer(plainLabel()),
      m_model(plainLabel()), m_progress(new QProgressBar), m_button(new QToolButton), m_pause(pause), m_goOn(goOn)
{
    setSizeGripEnabled(false);
    m_counts->setObjectName("reviewCounts");
    m_team->setObjectName("reviewTeam");
    m_model->setObjectName("reviewModel");
    m_progress->setObjectName("predictionProgress");
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_progress->setAccessibleName(tr("How far the model is"));
    m_button->setObjectName("predictionButton");
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::NoFocus);
    connect(m_button, &QToolButton::clicked, this,
            [this] { (m_desk.state().predicting ? m_pause : m_goOn)->trigger(); });
    addWidget(m_counts);
    addWidget(m_reviewer);
    addWidget(m_team);
    for (QWidget* right :
         {static_cast<QWidget*>(m_model), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_button)})
        addPermanentWidget(right);
    connect(&desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        if (what & (ReviewChange::Counts | ReviewChange::Project))
            showCounts();
        if (what & (ReviewChange::Prediction | ReviewChange::Project | ReviewChange::Counts))
            showModel();
        if (what & (ReviewChange::Team | ReviewChange::Project | ReviewChange::Counts))
            showTeam();
    });
    showCounts();
    showModel();
    showTeam();
}

void ReviewStatus::showCounts()
{
    const ReviewState& state = m_desk.state();
    m_reviewer->setText(state.index ? tr("Reviewer: %1").arg(state.reviewer) : QString());
    if (!state.index)
        return m_counts->clear();
    const QLocale locale;
    // Items that others have yet to decide count nowhere else.
    if (const auto own = state.counts.reviewers.find(state.reviewer.toStdString());
        state.project.reviewersWanted > 1 && own != state.counts.reviewers.end())
        m_reviewer->setText(
            tr("Reviewer: %1 · %2 decided").arg(state.reviewer, locale.toString(qulonglong(own->second))));
    const auto number = [&](std::size_t count) { return locale.toString(qulonglong(count)); };
    const ReviewCounts& counts = state.counts;
    QStringList parts{tr("%1 of %2 decided").arg(number(counts.total - counts.undecided), number(counts.total))};
    if (counts.corrected > 0)
        parts << tr("%1 corrected").arg(number(counts.corrected));
    if (counts.rejected > 0)
        parts << tr("%1 rejected").arg(number(counts.rejected));
    if (counts.unsure > 0)
        parts << tr("%1 unsure").arg(number(counts.unsure));
    if (counts.conflict > 0)
        parts << tr("%1 in conflict").arg(number(counts.conflict));
    m_counts->setText(parts.join(" · "));
}

void ReviewStatus::showModel()
{
    const ReviewState& state = m_desk.state();
    const bool asked = state.index && state.counts.predicted > 0;
    const bool rest = state.index && state.prediction.fraction < 1 && !m_desk.model().empty();
    m_progress->setVisible(state.predicting);
    m_progress->setValue(int(state.prediction.fraction * 1000));
    m_button->setVisible(state.predicting || rest || m_desk.isOfAnotherModel());
    m_button->setText(state.predicting ? tr("Pause") : asked ? tr("Go On") : tr("Ask the Model"));
    const QLocale locale;
    QString text;
    if (!state.index)
        text.clear();
    else if (state.predicting && state.prediction.secondsLeft >= 0)
        text = tr("Model: %1 of %2 · %3 left")
                   .arg(locale.toString(qulonglong(state.counts.predicted)),
                        locale.toString(qulonglong(state.counts.total)), spanText(state.prediction.secondsLeft));
    else if (state.predicting || rest)
        text = tr("Model: %1 of %2")
                   .arg(locale.toString(qulonglong(state.counts.predicted)),
                        locale.toString(qulonglong(state.counts.total)));
    else if (m_desk.model().empty() && !asked)
        text = tr("No model is loaded");
    else if (m_desk.model().empty())
        text = tr("Model: %1 of %2")
                   .arg(locale.toString(qulonglong(state.counts.predicted)),
                        locale.toString(qulonglong(state.counts.total)));
    else
        text = tr("The model was asked about all items");
    m_model->setText(text);
}

void ReviewStatus::showTeam()
{
    const ReviewTeamState& team = m_desk.state().team;
    m_team->setVisible(team.isTeam);
    QString text = team.isSilent      ? tr("Server does not answer")
                   : team.isConnected ? tr("Connected")
                                      : tr("Server away");
    if (team.waiting > 0)
        text = tr("%1 · %2 waiting to be sent").arg(text).arg(team.waiting);
    const std::vector<Teammate> everybody = teammatesOf(m_desk.state());
    QStringList here, lines;
    for (const Teammate& one : everybody) {
        if (!one.isSelf && !one.open.isEmpty() && team.isConnected)
            here << one.name;
        lines << lineOf(one);
    }
    if (here.size() == 1)
        text = tr("%1 · %2 is here").arg(text, here.front());
    else if (!here.isEmpty())
        text = tr("%1 · %n others are here", nullptr, int(here.size())).arg(text);
    m_team->setText(text);
    m_team->setToolTip(plainToolTip(lines.join('\n')));
    m_team->setAccessibleDescription(lines.join(". "));
}

} // namespace vbs
