#include "ui/diff/second_model.h"

#include "ui/diff/region_marks.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/question_request.h"

namespace vbs {
namespace {

QString picturesOf(const WorkbenchState& state)
{
    QString key = state.left.picture ? state.left.picture->key : QString();
    if (state.twoPictures() && state.right.picture)
        key += QChar(0) + state.right.picture->key;
    return key;
}

bool isSameFolder(const std::filesystem::path& a, const std::filesystem::path& b)
{
    return a.lexically_normal() == b.lexically_normal();
}

} // namespace

SecondModel::SecondModel(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench)
{
    InferenceService& service = workbench.service();
    connect(&service, &InferenceService::finished, this, [this](RequestId id, const ReplyBody& reply) {
        if (id != 0 && id == m_request)
            finish(reply);
    });
    connect(&service, &InferenceService::progressed, this, [this](RequestId id, const Progress& progress) {
        if (id == 0 || id != m_request)
            return;
        m_state.fraction = progress.fraction;
        Q_EMIT changed();
    });
    watch(workbench,
          Change::Answer | Change::Input | Change::Task | Change::Pack | Change::Why |
              changesOf(SideChange::Picture | SideChange::Regions | SideChange::Removed),
          this, [this] { follow(); });
}

SecondModel::~SecondModel()
{
    drop();
}

void SecondModel::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    if (!watched && m_step != Step::Loading)
        drop();
    follow();
}

void SecondModel::choose(const ModelChoice& choice)
{
    drop();
    m_state = {};
    submit(Step::Loading, LoadPackRequest{choice.folder, choice.precision});
    set(SecondState::Stage::Loading);
}

void SecondModel::cancel()
{
    if (m_request != 0)
        m_workbench.service().cancel(m_request);
}

void SecondModel::drop()
{
    if (m_request != 0)
        m_workbench.service().cancel(m_request);
    m_request = 0;
    m_step = Step::None;
    m_question.reset();
}

void SecondModel::set(SecondState::Stage stage, const QString& sentence)
{
    m_state.stage = stage;
    m_state.sentence = sentence;
    if (m_request == 0)
        m_state.fraction = -1;
    Q_EMIT changed();
}

void SecondModel::submit(Step step, RequestBody body)
{
    m_step = step;
    m_request = m_workbench.service().submit(std::move(body));
}

bool SecondModel::isSameAsFirst() const
{
    const WorkbenchState& state = m_workbench.state();
    return state.pack && m_state.pack && isSameFolder(state.pack->folder, m_state.pack->folder) &&
           state.device.precision == m_state.device.precision;
}

bool SecondModel::isAnswered(const Answered& question) const
{
    return m_state.first && m_answeredPictures == picturesOf(m_workbench.state()) &&
           sameQuestion(*m_state.first, question) && sameWhy(m_state.first->why, question.why) &&
           m_state.first->origin.packManifest == question.origin.packManifest;
}

/// Asks what the workbench has an answer to, unless that is under way, refused or answered.
void SecondModel::follow()
{
    if (!m_watched || !m_state.pack || m_step == Step::Loading)
        return;
    if (isSameAsFirst()) {
        drop();
        m_state = {}; // the engine has one of each
        return set(SecondState::Stage::NoModel, tr("This is the model in use now: choose another one beside it."));
    }
    const WorkbenchState& state = m_workbench.state();
    if (!state.answered || isStale(state) || state.answered->shortened) {
        drop();
        return set(SecondState::Stage::Waiting);
    }
    const Answered& question = *state.answered;
    if (m_question && m_pictures == picturesOf(state) && sameQuestion(*m_question, question) &&
        sameWhy(m_question->why, question.why))
        return;
    drop();
    if (isAnswered(question))
        return set(SecondState::Stage::Ready);
    if (!canDo(*m_state.pack, question.task))
        return set(SecondState::Stage::Refused,
                   tr("“%1” has no model for %2.").arg(titleOf(*m_state.pack), taskName(question.task)));
    ask(question);
}

/// Hidden regions are told by their place among the first detector's, so those of the second have to be known first.
void SecondModel::ask(const Answered& question)
{
    m_question = question;
    m_pictures = picturesOf(m_workbench.state());
    m_asked = requestFor(m_workbench.state(), question);
    m_asked.pack = m_state.id;
    m_state.hidden = m_asked.hiddenRegions;
    m_state.rightHidden = m_asked.hiddenRightRegions;
    m_state.lost = 0;
    const bool hides = (!m_asked.hiddenRegions.empty() && m_asked.boxes.empty()) ||
                       (!m_asked.hiddenRightRegions.empty() && m_asked.rightBoxes.empty());
    if (!hides)
        return askQuestion();
    InferenceRequest regions;
    regions.pack = m_state.id;
    regions.task = m_asked.task;
    regions.image = m_asked.image;
    regions.rightImage = m_asked.rightImage;
    regions.boxes = m_asked.boxes;
    regions.rightBoxes = m_asked.rightBoxes;
    regions.regionsOnly = true;
    submit(Step::Regions, std::move(regions));
    set(SecondState::Stage::Asking);
}

void SecondModel::askQuestion()
{
    submit(Step::Question, m_asked);
    set(SecondState::Stage::Asking);
}

void SecondModel::finish(const ReplyBody& reply)
{
    const Step step = m_step;
    m_request = 0;
    m_step = Step::None;
    const auto failed = m_state.pack ? SecondState::Stage::Refused : SecondState::Stage::NoModel;
    if (const auto* error = std::get_if<ErrorInfo>(&reply))
        return set(failed, problemText(*error));
    if (std::holds_alternative<Cancelled>(reply))
        return set(failed, tr("Cancelled."));
    if (const auto* loaded = std::get_if<LoadPackResult>(&reply))
        return onLoaded(*loaded);
    if (const auto* result = std::get_if<InferenceResult>(&reply))
        step == Step::Regions ? onRegions(*result) : onAnswered(*result);
}

void SecondModel::onLoaded(const LoadPackResult& loaded)
{
    m_state.pack = loaded.pack;
    m_state.device = loaded.device;
    m_state.id = loaded.id;
    set(SecondState::Stage::Waiting);
    follow();
}

void SecondModel::onRegions(const InferenceResult& result)
{
    const auto carry = [this](std::vector<bool>& marks, const std::vector<Box>& boxes, const RegionSet& from,
                              const RegionSet& to) {
        if (!boxes.empty())
            return; // both see the user's own
        CarriedMarks carried = carriedMarks(marks, from, to);
        marks = std::move(carried.marks);
        m_state.lost += carried.lost;
    };
    carry(m_asked.hiddenRegions, m_asked.boxes, m_question->result.regions, result.regions);
    carry(m_asked.hiddenRightRegions, m_asked.rightBoxes, m_question->result.rightRegions, result.rightRegions);
    m_state.hidden = m_asked.hiddenRegions;
    m_state.rightHidden = m_asked.hiddenRightRegions;
    askQuestion();
}

void SecondModel::onAnswered(const InferenceResult& result)
{
    m_state.first = std::move(m_question);
    m_question.reset();
    m_answeredPictures = m_pictures;
    Answered answered{static_cast<const Question&>(*m_state.first), result};
    for (const Side side : kSides)
        if (const auto& own = answered.choiceOf(side).own)
            answered.rename(side, std::vector<Region>(*own));
    m_state.second = std::move(answered);
    set(SecondState::Stage::Ready);
}

} // namespace vbs
