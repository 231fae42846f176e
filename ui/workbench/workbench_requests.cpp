// Workbench's part that sends requests to the engine and deals with what comes back.

#include "ui/util/qt_bridge.h"
#include "ui/workbench/question_request.h"
#include "ui/workbench/workbench.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>

namespace vbs {
namespace {

/// The user's own regions in it are described as the engine saw them.
Answered answeredWith(const Question& question, const InferenceResult& result)
{
    Answered answered{question, result};
    for (const Side side : kSides) {
        std::optional<std::vector<Region>>& own = answered.choiceOf(side).own;
        if (!own)
            continue;
        answered.rename(side, std::vector<Region>(*own));
        if (auto seen = described(*own, answered.regionsOf(side).regions))
            own = std::move(seen);
    }
    return answered;
}

/// "Finding regions: looking at the picture".
QString withStage(const QString& what, const std::string& stage)
{
    static constexpr std::pair<std::string_view, const char*> kStages[] = {
        {"Preparing the picture", QT_TRANSLATE_NOOP("vbs::Stage", "preparing the picture")},
        {"Looking at the picture", QT_TRANSLATE_NOOP("vbs::Stage", "looking at the picture")},
        {"Finding regions", QT_TRANSLATE_NOOP("vbs::Stage", "where things may be")},
        {"Describing regions", QT_TRANSLATE_NOOP("vbs::Stage", "what they are")},
        {"Hiding regions one by one", QT_TRANSLATE_NOOP("vbs::Stage", "hiding regions one by one")}};
    const auto known =
        std::ranges::find(kStages, std::string_view(stage), &std::pair<std::string_view, const char*>::first);
    return known == std::end(kStages) ? what
                                      : QCoreApplication::translate("vbs::Stage", "%1: %2")
                                            .arg(what, QCoreApplication::translate("vbs::Stage", known->second));
}

} // namespace

/// Takes the next step that is possible: first the regions, then the question.
void Workbench::proceed()
{
    if (lostSide(m_state) && !isOpening()) { // there is nothing to ask about
        if (m_flow.isWaiting()) {
            tellThatAskingNeedsThePicture();
            m_flow.giveUp();
        }
        return showActivity();
    }
    if (m_state.pack && m_state.left.picture && !m_left.isOpening() && !m_files.isReading() && !m_recalled &&
        !proceedWithRegions()) {
        if (m_flow.isWaiting() && (!m_state.twoPictures() || (m_state.right.picture && !m_right.isOpening())))
            sendQuestion();
    }
    if (m_flow.isWaiting() && !isOnItsWay())
        m_flow.giveUp();
    showActivity();
}

/// @return whether all that a question needs is there or will come by itself. A wish does not wait for what only the
/// user can bring: opening a picture, finding regions again and loading a pack make a wish of their own.
bool Workbench::isOnItsWay()
{
    if (!m_state.pack && !m_packRequest)
        return false;
    const auto comes = [this](Side side) {
        const RegionFinder& part = finder(side);
        return sideOf(side).isOpening() ||
               (m_state.side(side).picture && (!part.needsFound() || part.isRequesting() || part.canRequest()));
    };
    return (m_files.isReading() || comes(Side::Left)) && (!m_state.twoPictures() || comes(Side::Right));
}

/// @return whether regions are under way, or missing, that every question needs.
bool Workbench::proceedWithRegions()
{
    for (const Side side : kSides) {
        RegionFinder& part = finder(side);
        if ((side == Side::Right && !m_state.twoPictures()) || !part.needsFound())
            continue;
        if (part.canRequest() && !sideOf(side).isOpening())
            part.find();
        return true;
    }
    for (const Side side : kSides) { // a question describes them along the way
        RegionFinder& part = finder(side);
        if ((side == Side::Right && !m_state.twoPictures()) || !part.needsDescribing() || canAsk())
            continue;
        if (part.canRequest() && !sideOf(side).isOpening())
            part.describe();
    }
    return false;
}

void Workbench::sendQuestion()
{
    Question question = questionOf(m_state);
    const bool before = learnBefore(question);
    if (before) {
        question = withoutRemoved(question);
        question.why = {};
    }
    for (const Side side : kSides)
        finder(side).dropDescribing();
    InferenceRequest request = requestFor(m_state, question);
    m_flow.send(question, before, std::move(request));
}

/// @return whether the answer before hiding has to be asked for first. When the answer on display is it, it is kept as
/// such.
bool Workbench::learnBefore(const Question& question)
{
    if (!question.hasRemoved())
        return false;
    const Question bare = withoutRemoved(question);
    const auto& shown = m_state.answered;
    if (shown && !shown->shortened && sameQuestion(*shown, bare))
        keepBefore(*shown);
    return !m_state.before || m_state.before->shortened || !sameQuestion(*m_state.before, bare);
}

void Workbench::onProgress(RequestId id, const Progress& progress)
{
    if (m_run.owns(id))
        return m_run.progress(progress);
    if (id != m_packRequest && !m_left.finder().owns(id) && !m_right.finder().owns(id) && !m_flow.owns(id))
        return;
    m_progress = progress;
    showActivity();
}

void Workbench::onFinished(RequestId id, const ReplyBody& reply)
{
    if (m_run.owns(id))
        return m_run.finish(reply);
    m_progress = {};
    if (id != 0 && id == m_packRequest) {
        m_packRequest = 0;
        m_state.packOnItsWay.clear();
        onPackReply(reply);
    } else if (m_left.finder().owns(id)) {
        m_left.finder().finish(reply);
    } else if (m_right.finder().owns(id)) {
        m_right.finder().finish(reply);
    } else if (m_flow.owns(id)) {
        m_flow.finish(reply);
    } // else: overtaken
    showActivity();
}

void Workbench::onRegionsRefused(Side side, bool describing, const QString& problem)
{
    m_flow.giveUp();
    if (!problem.isEmpty())
        raise(Message::Kind::Error, problem, describing ? "use-found" : "find-regions");
    else if (describing)
        raise(Message::Kind::Info, tr("Describing your regions was cancelled."), "find-regions");
    else if (side == Side::Left)
        raise(Message::Kind::Info,
              tr("The search for regions was cancelled. Without regions no question can be answered."), "find-regions");
    else
        raise(Message::Kind::Info, tr("The search for regions was cancelled. Without regions nothing can be compared."),
              "find-regions");
}

void Workbench::keepBefore(Answered before)
{
    m_state.before = std::move(before);
    report(Change::Answer);
}

void Workbench::onBeforeAnswered(const AskFlow::Sent& sent, const InferenceResult& result)
{
    keepBefore(answeredWith(sent, result));
    proceed(); // the flow waits to ask with the regions hidden
}

void Workbench::onAnswered(const AskFlow::Sent& sent, const InferenceResult& result)
{
    m_state.answered = answeredWith(sent, result);
    m_state.answered->origin = m_origin;
    m_state.answered->origin.date = dateNow();
    for (const Side side : kSides) {
        if (side == Side::Right && !m_state.twoPictures())
            continue;
        finder(side).learn(sent.choiceOf(side), m_state.answered->regionsOf(side), result.timing);
    }
    report(Change::Answer);
    if (sent.keep)
        m_book.keep(m_state);
    proceed(); // a question may have come meanwhile
}

void Workbench::onAskRefused(const AskFlow::Sent& sent, const QString& problem)
{
    if (!problem.isEmpty()) {
        raise(Message::Kind::Error, problem, sent.choice.own || sent.rightChoice.own ? "use-found" : "");
        if (isStale(m_state)) { // it would stand under a question that has no answer
            m_desk.dropAnswer();
            report(Change::Answer);
        }
    }
    proceed();
}

// What is under way

void Workbench::cancel()
{
    for (const Side side : kSides) {
        PictureSide& part = sideOf(side);
        const bool reading = side == Side::Left && m_files.isReading();
        if (!part.isOpening() && !reading)
            continue;
        if (reading)
            m_files.cancelReading();
        else
            part.cancelOpening();
        raise(Message::Kind::Info, tr("Opening was cancelled."));
        keepPictures();
        return;
    }
    if (m_packRequest) {
        if (m_state.pack)
            m_service.cancel(m_packRequest);
        return;
    }
    for (const Side side : kSides) {
        if (finder(side).isRequesting()) {
            finder(side).cancelRequest();
            return;
        }
    }
    m_flow.cancelRequest();
}

void Workbench::showActivity()
{
    Activity activity;
    if (m_files.isReading())
        activity = {tr("Reading the folder"), -1, true};
    else if (m_left.isOpening())
        activity = {m_left.openingText(), -1, true};
    else if (m_right.isOpening())
        activity = {m_right.openingText(), -1, true};
    else if (m_packRequest)
        activity = {tr("Loading the model pack"), m_progress.fraction, m_state.pack.has_value()};
    else if (m_left.finder().isRequesting())
        activity = {m_left.finder().isDescribing() ? tr("Describing your regions")
                                                   : withStage(tr("Finding regions"), m_progress.stage),
                    m_progress.fraction, true};
    else if (m_right.finder().isRequesting())
        activity = {m_right.finder().isDescribing()
                        ? tr("Describing your regions")
                        : withStage(tr("Finding regions in the right picture"), m_progress.stage),
                    m_progress.fraction, true};
    else if (m_flow.underWay())
        activity = {withStage(tr("Answering"), m_progress.stage), m_progress.fraction, true};
    m_state.activity = activity;
    report(Change::Activity);
}

} // namespace vbs
