#include "ui/inside/inside_desk.h"

#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/question_request.h"

#include <algorithm>

namespace vbs {
InsideDesk::InsideDesk(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench)
{
    m_choice.layer = std::size_t(-1); // the last one, of whatever network
    m_choice.position = std::size_t(-1);
    connect(&workbench, &Workbench::stateChanged, this, [this](Changes changes) {
        if (changes & ~(Change::History | Change::Looked | Change::Focus | Change::Files))
            follow();
    });
    InferenceService& service = workbench.service();
    connect(&service, &InferenceService::progressed, this, [this](RequestId id, const Progress& progress) {
        if (id != m_request || m_request == 0)
            return;
        m_state.fraction = progress.fraction;
        Q_EMIT stateChanged();
    });
    connect(&service, &InferenceService::finished, this, [this](RequestId id, const ReplyBody& reply) {
        if (id == m_request && m_request != 0)
            finish(reply);
    });
}

void InsideDesk::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    if (watched)
        return follow();
    dropRequest();
    m_asked.reset();
}

/// What is to be looked into now; else why there is nothing.
std::optional<InferenceRequest> InsideDesk::wanted(InsideState::Stage* stage, QString* sentence) const
{
    const WorkbenchState& state = m_workbench.state();
    const auto nothing = [&](const QString& why) {
        *stage = InsideState::Stage::Nothing;
        *sentence = why;
        return std::nullopt;
    };
    if (!state.pack)
        return nothing(state.packOnItsWay.empty() ? tr("There is no model pack to look into. Choose one in the Model "
                                                       "menu.")
                                                  : tr("The model pack is being loaded."));
    if (!state.left.picture || (state.twoPictures() && !state.right.picture))
        return nothing(state.twoPictures() ? tr("Open two pictures and make a statement about them to see what "
                                                "happens inside the model.")
                                           : tr("Open a picture and ask a question to see what happens inside the "
                                                "model."));
    if (lostSide(state))
        return nothing(tr("The picture itself is not there any more, so the model cannot be watched looking at it."));
    if (const QString missing = missingInput(state); !missing.isEmpty())
        return nothing(missing);
    if (!state.answered || isStale(state)) {
        *stage = state.activity.text.isEmpty() && !state.answered ? InsideState::Stage::Nothing
                                                                  : InsideState::Stage::Waiting;
        *sentence = *stage == InsideState::Stage::Nothing ? tr("Ask the question to see what happens inside the model.")
                                                          : tr("Waiting for the model’s answer.");
        return std::nullopt;
    }
    InferenceRequest request = requestFor(state, questionOf(state));
    request.pack = m_workbench.service().pack();
    request.explanation = {};
    request.blindToo = request.presenceToo = false;
    return request;
}

void InsideDesk::follow()
{
    if (!m_watched)
        return;
    InsideState::Stage stage{};
    QString sentence;
    std::optional<InferenceRequest> request = wanted(&stage, &sentence);
    if (!request) {
        dropRequest();
        m_asked.reset();
        if (stage == InsideState::Stage::Nothing)
            m_state.looked.reset();
        return set(stage, sentence);
    }
    if (m_asked && sameRequest(*m_asked, *request))
        return;
    ask(std::move(*request));
}

void InsideDesk::ask(InferenceRequest request)
{
    dropRequest();
    m_asked = request;
    const auto known =
        std::ranges::find_if(m_kept, [&](const LookedPtr& kept) { return sameRequest(kept->request, request); });
    if (known != m_kept.end())
        return show(*known);
    m_request = m_workbench.service().submit(InspectRequest{std::move(request)}, RequestQueue::Priority::Background);
    m_state.fraction = -1;
    set(InsideState::Stage::Computing, tr("Looking inside the model."));
}

void InsideDesk::dropRequest()
{
    if (m_request != 0)
        m_workbench.service().cancel(m_request);
    m_request = 0;
}

/// Regions are called as on the canvas.
void InsideDesk::nameRegions(InferenceResult* result) const
{
    const auto& answered = m_workbench.state().answered;
    if (!answered)
        return;
    for (const Side side : kSides) {
        RegionSet& own = side == Side::Left ? result->regions : result->rightRegions;
        const RegionSet& named = answered->regionsOf(side);
        if (own.regions.size() == named.regions.size())
            own = named;
    }
}

void InsideDesk::finish(const ReplyBody& reply)
{
    m_request = 0;
    if (const auto* problem = std::get_if<ErrorInfo>(&reply))
        return set(InsideState::Stage::Refused, problemText(*problem));
    if (const auto* inspection = std::get_if<Inspection>(&reply)) {
        auto looked = std::make_shared<Looked>(Looked{*m_asked, *inspection});
        nameRegions(&looked->inspection.result);
        return show(std::move(looked));
    }
    set(InsideState::Stage::Cancelled, tr("Looking inside the model was cancelled."));
}

void InsideDesk::show(LookedPtr looked)
{
    const LookedPtr before = m_state.looked;
    m_state.looked = looked;
    keep(looked);
    const AttentionChoice chosen = m_choice;
    // A position means something else in another text.
    const auto pieces = [](const Looked& one) {
        std::vector<std::string> texts;
        for (const TextToken& token : one.inspection.result.tokens)
            texts.push_back(token.text);
        return texts;
    };
    if (before && before->request.image == looked->request.image && pieces(*before) == pieces(*looked))
        m_choice = withinOf(looked->inspection, m_choice);
    else
        m_choice = withinOf(looked->inspection, {m_choice.layer, m_choice.head, std::size_t(-1), m_choice.incoming});
    set(InsideState::Stage::Ready);
    if (m_choice != chosen)
        Q_EMIT choiceChanged();
}

void InsideDesk::keep(LookedPtr looked)
{
    std::erase(m_kept, looked);
    m_kept.push_front(std::move(looked));
    std::size_t bytes = 0, count = 0;
    for (const LookedPtr& kept : m_kept) {
        bytes += bytesOf(*kept);
        if (count > 0 && (bytes > kMostBytes || count >= kMostKept))
            break;
        ++count;
    }
    m_kept.resize(count);
}

void InsideDesk::set(InsideState::Stage stage, const QString& sentence)
{
    if (stage == m_state.stage && sentence == m_state.sentence && stage != InsideState::Stage::Ready)
        return;
    m_state.stage = stage;
    m_state.sentence = sentence;
    Q_EMIT stateChanged();
}

void InsideDesk::choose(const AttentionChoice& choice)
{
    if (!m_state.looked)
        return;
    const AttentionChoice fitted = withinOf(m_state.looked->inspection, choice);
    if (fitted == m_choice)
        return;
    m_choice = fitted;
    Q_EMIT choiceChanged();
}

void InsideDesk::choosePosition(std::size_t position)
{
    AttentionChoice other = m_choice;
    other.position = position;
    choose(other);
}

void InsideDesk::cancel()
{
    if (m_request == 0)
        return;
    dropRequest();
    set(InsideState::Stage::Cancelled, tr("Looking inside the model was cancelled."));
}

void InsideDesk::tryAgain()
{
    m_asked.reset();
    follow();
}

} // namespace vbs
