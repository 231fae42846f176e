#include "core/review/prediction_run.h"
#include "ui/review/review_desk.h"
#include "ui/services/problem_of.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>

/// What others do meanwhile: reviewers on a server, and the model.
namespace vbs {

void ReviewDesk::listen()
{
    m_claimRest.start();
    m_changesRest.start();
    // The callback comes on the store's thread, which must not touch what is here.
    m_store->run(
        [this](ReviewStore& store) {
            store.team()->whenChanged([this] {
                QMetaObject::invokeMethod(
                    this, [this] { takeChanges(); }, Qt::QueuedConnection);
            });
            return true;
        },
        [](bool) {}, tellWhy());
}

void ReviewDesk::prolongClaim()
{
    if (!m_store || !m_state.item)
        return;
    m_store->run([reviewer = m_state.reviewer.toStdString(),
                  item = m_state.item->item.number](ReviewStore& store) { return store.team()->claim(reviewer, item); },
                 [](const std::vector<std::string>&) {}, [](const ErrorInfo&) {}); // takeChanges tells of the server
}

void ReviewDesk::takeChanges()
{
    if (!m_store || !m_state.team.isTeam)
        return;
    struct News {
        TeamChanges changes;
        ReviewTeamState team;
    };
    m_store->run(
        [](ReviewStore& store) {
            ReviewTeam& team = *store.team();
            News news;
            const auto problem = problemOf([&] { news.changes = team.changes(); });
            news.team = {true, !problem && team.isConnected(), team.waiting()};
            return news;
        },
        [this](const News& news) {
            onChanges(news.changes);
            const bool lost = m_state.team.isConnected && !news.team.isConnected;
            m_state.team = news.team;
            if (lost)
                tell(
                    tr("The server cannot be reached. You can go on: what you decide is kept on this computer and sent "
                       "when the server is there again."));
            report(ReviewChange::Team);
        },
        tellWhy());
}

void ReviewDesk::onChanges(const TeamChanges& changes)
{
    if (changes.decisions.empty() && changes.sent.empty())
        return;
    bool again = false;
    const auto concerns = [&](const Decision& act) { return m_state.item && m_state.item->item.number == act.item; };
    for (const SentDecision& sent : changes.sent) {
        Decision waiting = sent.stored;
        waiting.id = sent.waitingId;
        waiting.undone = true;
        m_state.index->apply(waiting);
        m_state.index->apply(sent.stored);
        again = again || concerns(sent.stored);
        if (sent.crowded)
            tell(
                tr("Others had decided an item that you decided without the server. Where you differ it is in conflict "
                   "now."));
    }
    for (const Decision& act : changes.decisions) {
        m_state.index->apply(act);
        again = again || (concerns(act) && std::ranges::find(m_state.item->acts, act) == m_state.item->acts.end());
    }
    m_state.counts = m_state.index->counts();
    if (again && !m_coming && !m_draft)
        show(m_state.item->item.number);
    report(ReviewChange::Counts);
}

void ReviewDesk::setModel(const std::optional<PackInfo>& pack)
{
    const std::string model = pack ? reviewModelOf(*pack) : std::string();
    if (model == m_model)
        return;
    stopPredictions();
    m_model = model;
    report(ReviewChange::Prediction);
    askByItself();
}

bool ReviewDesk::isOfAnotherModel() const
{
    return m_state.index && !m_model.empty() && !m_state.project.model.empty() && m_state.project.model != m_model;
}

/// What no other model has answered is answered without being asked for.
void ReviewDesk::askByItself()
{
    if (m_state.index && !m_model.empty() && !isOfAnotherModel())
        startPredictions();
}

void ReviewDesk::startPredictions()
{
    if (!m_state.index || m_model.empty() || m_state.predicting)
        return;
    if (m_state.project.model.empty())
        m_state.project.model = m_model;
    if (m_state.project.model != m_model)
        return changeModel();
    m_state.predicting = true;
    m_state.prediction = {};
    m_runner.start(m_state.where, m_model, m_service.pack());
    report(ReviewChange::Prediction | ReviewChange::Project);
}

/// What is known of the other model's answers goes, so that no queue mixes both; they stay in the store.
void ReviewDesk::changeModel()
{
    ReviewProject project = m_state.project;
    project.model = m_model;
    m_store->run(
        [project](ReviewStore& store) {
            store.setProject(project);
            return true;
        },
        [this](bool) { open(QString(m_state.where)); }, tellWhy());
}

void ReviewDesk::stopPredictions()
{
    m_runner.stop();
}

void ReviewDesk::onPredicted(const std::vector<Prediction>& predictions)
{
    if (!m_state.index)
        return;
    bool shown = false;
    for (const Prediction& prediction : predictions) {
        m_state.index->setPrediction(prediction);
        shown = shown || (m_state.item && m_state.item->item.number == prediction.item);
        if (m_state.item && !m_state.item->item.example.task && !prediction.result.empty())
            static_cast<void>(problemOf([&] {
                for (const Region& region : predictedResultOf(prediction.result).regions)
                    m_state.knownLabels.insert(region.label);
            }));
    }
    m_state.counts = m_state.index->counts();
    if (shown && !m_coming && !m_draft)
        show(m_state.item->item.number);
    const bool byModel = m_state.order == QueueOrder::MostSurprising || m_state.order == QueueOrder::LeastCertain ||
                         m_state.filter.modelRight;
    if (byModel && !m_queueRest.isActive())
        m_queueRest.start();
    report(ReviewChange::Counts);
    Q_EMIT predicted(predictions);
}

void ReviewDesk::onPredictionsEnded(const QString& problem)
{
    m_state.predicting = false;
    if (!problem.isEmpty())
        tell(tr("The model stopped answering: %1").arg(problem), Message::Kind::Error);
    report(ReviewChange::Prediction);
}

} // namespace vbs
