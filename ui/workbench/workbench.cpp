#include "ui/workbench/workbench.h"

#include "ui/util/qt_bridge.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr int kRestMs = 300;
constexpr QSize kHistoryThumbnail(144, 108);
constexpr std::size_t kHistoryAtMost = 500;

bool same(const ExplanationRequest& a, const ExplanationRequest& b)
{
    return a.method == b.method && a.layer == b.layer && a.head == b.head;
}

} // namespace

Workbench::Workbench(std::unique_ptr<InferenceBackend> backend, QObject* parent)
    : QObject(parent), m_service(std::move(backend))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &Workbench::onRest);
    connect(&m_loader, &ImageLoader::sizeKnown, this, &Workbench::onSizeKnown);
    connect(&m_loader, &ImageLoader::opened, this, &Workbench::onOpened);
    connect(&m_loader, &ImageLoader::folderListed, this, &Workbench::onFolderListed);
    connect(&m_loader, &ImageLoader::failed, this, &Workbench::onOpenFailed);
    connect(&m_service, &InferenceService::progressed, this, &Workbench::onProgress);
    connect(&m_service, &InferenceService::finished, this, &Workbench::onFinished);
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
    m_rest.stop();
    m_wanted.reset();
    if (!text.trimmed().isEmpty()) {
        if (m_state.picture && m_state.pack)
            m_rest.start();
        return;
    }
    cancelRequest(m_askRequest);
    m_state.answered.reset();
    Q_EMIT answerChanged();
    answerSoon(); // own regions are described without a question too
}

void Workbench::onRest()
{
    if (!m_state.question.trimmed().isEmpty())
        m_wanted = Wanted{m_state.question};
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
    if (text.trimmed().isEmpty())
        return;
    if (!m_state.picture && !m_ticket) {
        raise(Message::Kind::Info, tr("Open a picture first, then ask about it."), "open");
        return;
    }
    if (!m_state.pack && !m_packRequest) {
        raise(Message::Kind::Error, m_state.packProblem);
        return;
    }
    Q_EMIT messageOutdated();
    m_regionsRefused = false;
    if (m_askRequest && m_asked.text == text && same(m_asked.why, m_state.why)
        && sameChoice(m_asked.choice, m_state.choice)) {
        m_asked.keep = true; // the answer under way is the one that is wanted
    } else if (!m_ticket && !m_askRequest && m_state.answered && m_state.answered->question == text
               && same(m_state.answered->why, m_state.why) && answerFitsRegions(m_state)) {
        keepInHistory();
    } else {
        m_wanted = Wanted{text, true};
        proceed();
    }
}

void Workbench::setWhy(const ExplanationRequest& why)
{
    if (same(m_state.why, why))
        return;
    m_state.why = why;
    Q_EMIT whyChanged();
    if (m_state.question.trimmed().isEmpty())
        return;
    const bool keep = m_askRequest && m_asked.keep;
    m_wanted = Wanted{m_state.question, keep};
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
    if (!m_wanted && !m_state.answered && !m_state.question.trimmed().isEmpty())
        m_wanted = Wanted{m_state.question};
    m_describeWanted = m_state.choice.own && m_describedBy != m_packNumber;
    Q_EMIT messageOutdated();
    proceed();
}

bool Workbench::needsFoundRegions() const
{
    const auto& own = m_state.choice.own;
    return !m_state.found && (!own || objectCount(*own) == 0);
}

/// Takes the next step that is possible: first the regions, then the question. Describing own regions needs no
/// step of its own when a question does it along the way.
void Workbench::proceed()
{
    if (m_state.pack && m_state.picture && !m_ticket) {
        if (needsFoundRegions()) {
            if (!m_regionsRequest && !m_regionsRefused)
                submitRegions();
        } else if (m_wanted) {
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
    m_asked = *m_wanted;
    m_asked.why = m_state.why;
    m_asked.choice = m_state.choice;
    m_wanted.reset();
    m_describeWanted = false;
    if (m_describing)
        cancelRequest(m_regionsRequest);
    InferenceRequest request;
    request.image = m_state.picture->pixels->image();
    giveRegions(&request);
    request.text = m_asked.text.trimmed().toStdString();
    request.explanation = m_asked.why;
    m_askRequest = m_service.submit(std::move(request), RequestQueue::Priority::Interactive);
}

void Workbench::onProgress(RequestId id, const Progress& progress)
{
    if (id != m_packRequest && id != m_regionsRequest && id != m_askRequest)
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
        ++m_packNumber;
        if (m_state.question.trimmed().isEmpty())
            m_describeWanted = m_state.choice.own.has_value();
        else if (!m_wanted)
            m_wanted = Wanted{m_state.question};
        refreshRegions();
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
        raise(Message::Kind::Info, tr("The search for regions was cancelled. Without regions no question can be "
                                      "answered."), "find-regions");
}

void Workbench::onAnswerReply(const ReplyBody& reply)
{
    if (const auto* result = std::get_if<InferenceResult>(&reply)) {
        m_state.answered = Answered{m_asked.text, m_asked.why, m_asked.choice, *result};
        if (m_asked.choice.own && objectCount(*m_asked.choice.own) > 0) {
            if (answerFitsRegions(m_state)) {
                m_state.extraction = result->timing;
                describe(result->regions);
                m_state.answered->choice = m_state.choice;
            }
        } else {
            m_state.found = result->regions;
        }
        refreshRegions();
        Q_EMIT answerChanged();
        if (m_asked.keep)
            keepInHistory();
    } else if (const auto* error = std::get_if<ErrorInfo>(&reply)) {
        raise(Message::Kind::Error, toQString(error->message), m_asked.choice.own ? "use-found" : "");
    }
    proceed(); // a question may have come meanwhile
}

// History

void Workbench::keepInHistory()
{
    HistoryEntry entry{*m_state.picture, m_state.picture->pixels->thumbnail(kHistoryThumbnail), *m_state.answered};
    if (!entry.picture.path.isEmpty())
        entry.picture.pixels.reset();
    m_state.history.push_back(std::move(entry));
    if (m_state.history.size() > kHistoryAtMost)
        m_state.history.erase(m_state.history.begin());
    Q_EMIT historyChanged();
}

void Workbench::recall(int historyIndex)
{
    if (historyIndex < 0 || std::size_t(historyIndex) >= m_state.history.size())
        return;
    const HistoryEntry entry = m_state.history[std::size_t(historyIndex)];
    m_rest.stop();
    m_wanted.reset();
    cancelRequest(m_askRequest);
    Q_EMIT messageOutdated();
    m_state.question = entry.answered.question;
    m_state.why = entry.answered.why;
    Q_EMIT questionChanged();
    Q_EMIT whyChanged();
    const bool shown = m_state.picture && !m_ticket && m_state.picture->path == entry.picture.path
                       && (!entry.picture.pixels || m_state.picture->pixels == entry.picture.pixels);
    if (shown) {
        cancelRequest(m_regionsRequest);
        showRecalled(entry);
        refreshRegions();
        Q_EMIT answerChanged();
        updateActivity();
        return;
    }
    m_state.currentFile = int(m_state.files.indexOf(entry.picture.path));
    Q_EMIT currentFileChanged();
    m_recalled = entry;
    m_opening = entry.picture;
    m_openingText = tr("Opening %1").arg(entry.picture.name);
    m_ticket = entry.picture.pixels ? m_loader.open(entry.picture.pixels->image()) : m_loader.open(entry.picture.path);
    updateActivity();
}

/// The answer with the regions that it was given for. Nothing is computed again.
void Workbench::showRecalled(const HistoryEntry& entry)
{
    m_state.answered = entry.answered;
    const RegionChoice& choice = entry.answered.choice;
    m_state.choice.filter = choice.filter;
    if (!choice.own || objectCount(*choice.own) == 0)
        m_state.found = entry.answered.result.regions;
    if (!sameChoice({{}, choice.own}, {{}, m_state.choice.own}))
        edit(choice.own, -1, tr("Recalling Regions")); // the regions in their place can be had back
    m_state.choice.own = choice.own;
    m_describedBy = m_packNumber;
    m_describeWanted = false;
    m_rest.stop();
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
    } else if (m_regionsRequest) {
        m_service.cancel(m_regionsRequest); // its reply tells
    } else if (m_askRequest) {
        m_service.cancel(m_askRequest);
    }
}

void Workbench::updateActivity()
{
    Activity activity;
    if (m_ticket)
        activity = {m_openingText, -1, true};
    else if (m_packRequest)
        activity = {tr("Loading the model pack"), m_progress.fraction, false};
    else if (m_regionsRequest)
        activity = {m_describing ? tr("Looking at your regions") : tr("Finding regions"), m_progress.fraction, true};
    else if (m_askRequest)
        activity = {tr("Answering"), m_progress.fraction, true};
    m_state.activity = activity;
    Q_EMIT activityChanged();
}

} // namespace vbs
