#include "ui/workbench/ask_flow.h"

#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <utility>

namespace vbs {
namespace {

constexpr int kPauseMs = 150; ///< between the last key or edit and the question: short enough to seem instant

} // namespace

AskFlow::AskFlow(InferenceService& service, QObject* parent) : QObject(parent), m_service(service), m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        enter(Event::PauseOver);
        Q_EMIT pauseOver();
    });
}

/// Every transition there is. A reply moves only the state that waits for it.
AskFlow::State AskFlow::next(State state, Event event)
{
    const bool asking = state == State::Asking || state == State::AskingBefore;
    switch (event) {
    case Event::Typed:
        return State::Pausing;
    case Event::Wished:
        return State::Waiting;
    case Event::GivenUp:
        return State::Resting;
    case Event::PauseOver:
        return state == State::Pausing ? State::Resting : state;
    case Event::PictureLeft:
        return state == State::Waiting ? state : State::Resting;
    case Event::SentBefore:
        return State::AskingBefore;
    case Event::Sent:
        return State::Asking;
    case Event::GotBefore:
        return state == State::AskingBefore ? State::Waiting : state;
    case Event::Got:
    case Event::Refused:
        return asking ? State::Resting : state;
    }
    return state;
}

void AskFlow::enter(Event event)
{
    m_state = next(m_state, event);
    if (m_state == State::Pausing)
        m_pause.start();
    else
        m_pause.stop();
}

bool AskFlow::keeps() const
{
    if (m_state == State::Waiting)
        return m_keep;
    return (m_state == State::Asking || m_state == State::AskingBefore) && m_sent.keep;
}

void AskFlow::pause()
{
    enter(Event::Typed);
}

void AskFlow::want(bool keep)
{
    m_keep = keep;
    enter(Event::Wished);
}

void AskFlow::giveUp()
{
    enter(Event::GivenUp);
}

void AskFlow::drop()
{
    dropRequest();
    enter(Event::GivenUp);
}

void AskFlow::leavePicture()
{
    dropRequest();
    enter(Event::PictureLeft);
}

void AskFlow::keepAnswer()
{
    m_sent.keep = true;
    enter(m_before ? Event::SentBefore : Event::Sent);
}

void AskFlow::send(const Question& question, bool before, InferenceRequest request)
{
    static_cast<Question&>(m_sent) = question;
    m_sent.keep = m_keep;
    m_before = before;
    m_request = m_service.submit(std::move(request), RequestQueue::Priority::Interactive);
    enter(before ? Event::SentBefore : Event::Sent);
}

void AskFlow::dropRequest()
{
    if (m_request)
        m_service.cancel(std::exchange(m_request, 0));
}

void AskFlow::cancelRequest()
{
    if (m_request)
        m_service.cancel(m_request);
}

void AskFlow::finish(const ReplyBody& reply)
{
    m_request = 0;
    const Sent sent = m_sent;
    if (const auto* result = std::get_if<InferenceResult>(&reply)) {
        if (m_before) {
            m_keep = m_state == State::AskingBefore ? sent.keep : m_keep;
            enter(Event::GotBefore);
            Q_EMIT beforeAnswered(sent, *result);
        } else {
            enter(Event::Got);
            Q_EMIT answered(sent, *result);
        }
        return;
    }
    enter(Event::Refused);
    const auto* error = std::get_if<ErrorInfo>(&reply);
    Q_EMIT refused(sent, error ? problemText(*error) : QString());
}

} // namespace vbs
