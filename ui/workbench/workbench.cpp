#include "ui/workbench/workbench.h"

#include "ui/util/qt_bridge.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr int kRestMs = 300;

} // namespace

Workbench::Workbench(std::unique_ptr<InferenceBackend> backend, const QString& historyFolder, QObject* parent)
    : QObject(parent), m_service(std::move(backend)), m_historyStore(historyFolder)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &Workbench::onRest);
    connect(&m_loader, &ImageLoader::sizeKnown, this, &Workbench::onSizeKnown);
    connect(&m_loader, &ImageLoader::opened, this, &Workbench::onOpened);
    connect(&m_loader, &ImageLoader::folderListed, this, &Workbench::onFolderListed);
    connect(&m_loader, &ImageLoader::failed, this, &Workbench::onOpenFailed);
    connect(&m_rightLoader, &ImageLoader::opened, this, &Workbench::onRightOpened);
    connect(&m_rightLoader, &ImageLoader::failed, this, &Workbench::onRightFailed);
    connect(&m_service, &InferenceService::progressed, this, &Workbench::onProgress);
    connect(&m_service, &InferenceService::finished, this, &Workbench::onFinished);
    readHistory();
}

Workbench::~Workbench()
{
    m_undo.blockSignals(true); // whoever listens may be half gone already
}

void Workbench::raise(Message::Kind kind, const QString& text, const QString& actionId)
{
    Q_EMIT messageRaised({kind, text, actionId});
}

void Workbench::loadPack(const std::filesystem::path& folder)
{
    cancelRequest(m_packRequest);
    m_packRequest = m_service.submit(LoadPackRequest{folder});
    updateActivity();
}

void Workbench::reportNoPack(const QString& problem)
{
    m_state.packProblem = problem;
    raise(Message::Kind::Error, problem);
    Q_EMIT packChanged();
}

// Questions

void Workbench::typeQuestion(const QString& text)
{
    if (m_state.question == text)
        return;
    m_state.question = text;
    askAgain();
}

/// After a short rest; what cannot be asked any more loses its answer at once.
void Workbench::askAgain()
{
    m_rest.stop();
    m_wanted.reset();
    Q_EMIT questionChanged();
    if (canAsk()) {
        if (m_state.picture && m_state.pack)
            m_rest.start();
        return;
    }
    cancelRequest(m_askRequest);
    m_state.answered.reset();
    m_state.before.reset();
    Q_EMIT answerChanged();
    answerSoon(); // own regions are described without a question too
}

QString Workbench::missing() const
{
    return taskSpec(m_state.task).missing(input());
}

Question Workbench::currentQuestion() const
{
    Question question{m_state.task, m_state.question, {}, m_state.why, m_state.choice};
    if (taskSpec(m_state.task).choices)
        question.choices = m_state.choices;
    if (taskSpec(m_state.task).whatIf)
        question.removed = m_state.removed;
    if (twoPictures()) {
        question.rightRemoved = m_state.rightRemoved;
        question.rightOwn = m_state.rightOwn;
    }
    if (!taskSpec(m_state.task).explained)
        question.why = {};
    return question;
}

void Workbench::onRest()
{
    if (canAsk())
        m_wanted = Wanted{};
    else
        m_describeWanted = m_state.choice.own && m_describedBy != m_packNumber;
    proceed();
}

void Workbench::ask(const QString& text)
{
    m_rest.stop();
    if (m_state.question != text) {
        m_state.question = text;
        Q_EMIT questionChanged();
    }
    if (!canAsk() || !readyToAsk())
        return;
    Q_EMIT messageOutdated();
    m_regionsRefused = false;
    m_rightRefused = false;
    const Question wanted = currentQuestion();
    if (!m_ticket && !m_rightTicket && m_askRequest && sameQuestion(m_asked, wanted) &&
        sameWhy(m_asked.why, wanted.why)) {
        m_asked.keep = true; // the answer under way is the one that is wanted
    } else if (!m_ticket && !m_rightTicket && !m_askRequest && m_state.answered &&
               sameQuestion(*m_state.answered, wanted) && sameWhy(m_state.answered->why, wanted.why) &&
               answerFitsRegions(m_state)) {
        keepInHistory();
    } else {
        m_wanted = Wanted{true};
        proceed();
    }
}

/// Else tells the way there.
bool Workbench::readyToAsk()
{
    if (!m_state.picture && !m_ticket)
        raise(Message::Kind::Info, tr("Open a picture first, then ask about it."), "open");
    else if (!m_state.pack && !m_packRequest)
        raise(Message::Kind::Error, m_state.packProblem);
    else if (twoPictures() && !m_state.rightPicture && !m_rightTicket)
        raise(Message::Kind::Info, tr("Open a second picture to compare with."), "open-right");
    else
        return true;
    return false;
}

void Workbench::setWhy(const ExplanationRequest& why)
{
    if (sameWhy(m_state.why, why))
        return;
    m_state.why = why;
    Q_EMIT whyChanged();
    if (!canAsk() || !taskSpec(m_state.task).explained)
        return;
    m_wanted = Wanted{m_askRequest && m_asked.keep};
    proceed();
}

void Workbench::stepLayer(int by)
{
    const int layers = m_state.answered ? m_state.answered->result.explanation.layers : 0;
    ExplanationRequest why = m_state.why;
    why.layer = std::clamp(why.layer + by, -1, layers - 1);
    setWhy(why);
}

void Workbench::stepHead(int by)
{
    const int heads = m_state.answered ? m_state.answered->result.explanation.heads : 0;
    ExplanationRequest why = m_state.why;
    why.head = std::clamp(why.head + by, -1, heads - 1);
    setWhy(why);
}

void Workbench::findRegions()
{
    m_regionsRefused = false;
    m_rightRefused = false;
    if (!m_wanted && !m_state.answered && canAsk())
        m_wanted = Wanted{};
    m_describeWanted = m_state.choice.own && m_describedBy != m_packNumber;
    Q_EMIT messageOutdated();
    proceed();
}

bool Workbench::needsFoundRegions() const
{
    return !m_state.found && !hasObjects(m_state.choice.own);
}

/// Takes the next step that is possible: first the regions, then the question. Describing own regions needs no
/// step of its own when a question does it along the way.
void Workbench::proceed()
{
    if (m_state.pack && m_state.picture && !m_ticket && !m_recalled) {
        if (needsFoundRegions()) {
            if (!m_regionsRequest && !m_regionsRefused)
                submitRegions();
        } else if (needsRightRegions()) {
            if (!m_rightRequest && !m_rightRefused && !m_rightTicket)
                submitRightRegions();
        } else if (m_wanted && !m_rightTicket && (!twoPictures() || m_state.rightPicture)) {
            submitQuestion();
        } else if (m_describeWanted && !m_regionsRequest && !m_askRequest) {
            submitRegions();
        }
    }
    updateActivity();
}

void Workbench::submitRegions()
{
    InferenceRequest request;
    request.image = m_state.picture->pixels->image();
    request.regionsOnly = true;
    m_describing = !needsFoundRegions();
    if (m_describing) {
        request.boxes = objectBoxes(*m_state.choice.own);
        m_describeWanted = false;
    }
    if (m_describing && request.boxes.empty())
        return; // there is nothing to describe
    m_regionsRequest = m_service.submit(std::move(request));
}

void Workbench::submitQuestion()
{
    static_cast<Question&>(m_asked) = currentQuestion();
    m_asked.keep = m_wanted->keep;
    m_asked.before = askBeforeFirst(m_asked);
    if (m_asked.before) {
        m_asked.removed.clear();
        m_asked.rightRemoved.clear();
        m_asked.why = {};
    }
    m_wanted.reset();
    m_describeWanted = false;
    if (m_describing)
        cancelRequest(m_regionsRequest);
    InferenceRequest request;
    request.image = m_state.picture->pixels->image();
    giveRegions(&request);
    giveRemoved(m_asked, &request);
    request.explanation = m_asked.why;
    taskSpec(m_asked.task).fill(input(), &request);
    m_askRequest = m_service.submit(std::move(request), RequestQueue::Priority::Interactive);
}

void Workbench::onProgress(RequestId id, const Progress& progress)
{
    if (id != m_packRequest && id != m_regionsRequest && id != m_rightRequest && id != m_askRequest)
        return;
    m_progress = progress;
    updateActivity();
}

void Workbench::onFinished(RequestId id, const ReplyBody& reply)
{
    if (id == 0)
        return;
    m_progress = {};
    if (id == m_packRequest) {
        m_packRequest = 0;
        onPackReply(reply);
    } else if (id == m_regionsRequest) {
        m_regionsRequest = 0;
        onRegionsReply(reply);
    } else if (id == m_rightRequest) {
        m_rightRequest = 0;
        onRightRegionsReply(reply);
    } else if (id == m_askRequest) {
        m_askRequest = 0;
        onAnswerReply(reply);
    } // else: overtaken
    updateActivity();
}

void Workbench::onPackReply(const ReplyBody& reply)
{
    if (const auto* loaded = std::get_if<LoadPackResult>(&reply)) {
        m_state.pack = loaded->pack;
        m_state.device = loaded->device;
        m_state.packProblem.clear();
        m_state.found.reset();
        m_rightFound.reset();
        dropAnswers();
        ++m_packNumber;
        const auto able = std::find_if(taskTable().begin(), taskTable().end(),
                                       [this](const TaskSpec& spec) { return canDo(*m_state.pack, spec.task); });
        if (!canDo(*m_state.pack, m_state.task) && able != taskTable().end())
            swapTask(able->task);
        if (!canAsk())
            m_describeWanted = m_state.choice.own.has_value();
        else if (!m_wanted)
            m_wanted = Wanted{};
        refreshRegions();
        refreshRightRegions();
        Q_EMIT answerChanged();
        Q_EMIT packChanged();
        proceed();
    } else if (const auto* error = std::get_if<ErrorInfo>(&reply)) {
        reportNoPack(toQString(error->message));
    }
}

void Workbench::onRegionsReply(const ReplyBody& reply)
{
    if (const auto* result = std::get_if<InferenceResult>(&reply)) {
        m_state.extraction = result->timing;
        if (m_describing)
            describe(result->regions);
        else
            m_state.found = result->regions;
        refreshRegions();
        proceed();
        return;
    }
    m_regionsRefused = !m_describing;
    m_wanted.reset();
    if (const auto* error = std::get_if<ErrorInfo>(&reply))
        raise(Message::Kind::Error, toQString(error->message), m_describing ? "use-found" : "find-regions");
    else if (m_describing)
        raise(Message::Kind::Info, tr("Looking at your regions was cancelled."), "find-regions");
    else
        raise(Message::Kind::Info,
              tr("The search for regions was cancelled. Without regions no question can be "
                 "answered."),
              "find-regions");
}

void Workbench::onAnswerReply(const ReplyBody& reply)
{
    if (const auto* result = std::get_if<InferenceResult>(&reply)) {
        Answered answered{static_cast<const Question&>(m_asked), *result};
        if (m_asked.before) {
            m_state.before = std::move(answered);
            if (!m_wanted)
                m_wanted = Wanted{m_asked.keep};
            proceed();
            return;
        }
        m_state.answered = std::move(answered);
        if (hasObjects(m_asked.choice.own)) {
            if (answerFitsRegions(m_state)) {
                m_state.extraction = result->timing;
                describe(result->regions);
                m_state.answered->choice = m_state.choice;
            }
        } else {
            m_state.found = result->regions;
        }
        if (twoPictures() && !hasObjects(m_asked.rightOwn))
            m_rightFound = result->rightRegions;
        else if (twoPictures() && sameChoice({{}, m_asked.rightOwn}, {{}, m_state.rightOwn}))
            describeRight(result->rightRegions);
        refreshRegions();
        refreshRightRegions();
        Q_EMIT answerChanged();
        if (m_asked.keep)
            keepInHistory();
    } else if (const auto* error = std::get_if<ErrorInfo>(&reply)) {
        raise(Message::Kind::Error, toQString(error->message), m_asked.choice.own ? "use-found" : "");
    }
    proceed(); // a question may have come meanwhile
}

void Workbench::pickRegion(int region)
{
    if (region >= 0 && !isShown(m_state, std::size_t(region)))
        region = -1;
    if (m_state.pickedRegion == region)
        return;
    m_state.pickedRegion = region;
    Q_EMIT pickedRegionChanged();
}

// What is under way

void Workbench::cancelRequest(RequestId& id)
{
    if (id)
        m_service.cancel(id);
    id = 0;
}

void Workbench::cancel()
{
    if (m_ticket) {
        m_loader.cancel();
        m_ticket = 0;
        m_recalled.reset();
        m_wanted.reset();
        raise(Message::Kind::Info, tr("Opening was cancelled."));
        proceed();
    } else if (m_rightTicket) {
        m_rightLoader.cancel();
        m_rightTicket = 0;
        m_recalled.reset();
        m_wanted.reset();
        raise(Message::Kind::Info, tr("Opening was cancelled."));
        proceed();
    } else if (m_regionsRequest) {
        m_service.cancel(m_regionsRequest); // its reply tells
    } else if (m_rightRequest) {
        m_service.cancel(m_rightRequest);
    } else if (m_askRequest) {
        m_service.cancel(m_askRequest);
    }
}

void Workbench::updateActivity()
{
    Activity activity;
    if (m_ticket)
        activity = {m_openingText, -1, true};
    else if (m_rightTicket)
        activity = {tr("Opening %1").arg(m_rightOpening.name), -1, true};
    else if (m_packRequest)
        activity = {tr("Loading the model pack"), m_progress.fraction, false};
    else if (m_regionsRequest)
        activity = {m_describing ? tr("Looking at your regions") : tr("Finding regions"), m_progress.fraction, true};
    else if (m_rightRequest)
        activity = {tr("Finding regions in the right picture"), m_progress.fraction, true};
    else if (m_askRequest)
        activity = {tr("Answering"), m_progress.fraction, true};
    m_state.activity = activity;
    Q_EMIT activityChanged();
}

} // namespace vbs
