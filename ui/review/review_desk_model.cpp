#include "core/review/prediction_run.h"
#include "ui/review/review_desk.h"
#include "ui/services/problem_of.h"
#include "ui/util/qt_bridge.h"

/// What the model answers meanwhile.
namespace vbs {

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
        m_shelf.forget(prediction.item);
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
