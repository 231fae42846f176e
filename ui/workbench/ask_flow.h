#pragma once

#include "ui/services/inference_service.h"
#include "ui/workbench/workbench_state.h"

#include <QObject>
#include <QTimer>

namespace vbs {

/// The way from the wish for an answer to the answer. It knows when to ask, not what: the conductor sends the question
/// when everything is there that it needs.
///
///   Resting       nothing is wanted, and nothing under way is waited for
///   Pausing       the user is typing or editing; after a short rest pauseOver() follows
///   Waiting       an answer is wanted: for the pack, a picture or its regions are waited for
///   AskingBefore  the engine answers the question without the hidden regions; the wanted one follows
///   Asking        the engine answers
///
/// While Pausing or Waiting, an earlier question may still be under way; its answer is told like any other, until a
/// later question takes its place.
class AskFlow : public QObject {
    Q_OBJECT
public:
    enum class State { Resting, Pausing, Waiting, AskingBefore, Asking };
    /// A question that was sent to the engine.
    struct Sent : Question {
        bool keep = false; ///< in the history
    };

    explicit AskFlow(InferenceService& service, QObject* parent = nullptr);

    State state() const { return m_state; }
    bool isWaiting() const { return m_state == State::Waiting; }
    /// Whether the answer that is wanted or under way now is to be kept in the history.
    bool keeps() const;
    /// The question that is under way, also one that was overtaken by a wish; null: none.
    const Sent* underWay() const { return m_request ? &m_sent : nullptr; }
    bool isAskingBefore() const { return m_request && m_before; } ///< what is under way is the answer from before

    void pause();         ///< the user is typing or editing
    void want(bool keep); ///< an answer, as soon as it can be asked for
    void giveUp();        ///< nothing is wanted any more; what is under way is told when it comes
    void drop();          ///< nothing is wanted any more, nor what is under way
    void leavePicture();  ///< what is under way is dropped; a wish that waits holds for the next picture
    void keepAnswer();    ///< what is under way is what the user wants to keep. @pre underWay()
    /// @pre isWaiting(). @param before this is not yet the wanted question; the flow waits again after its answer.
    void send(const Question& question, bool before, InferenceRequest request);
    void cancelRequest(); ///< by the user: its reply tells
    bool owns(RequestId id) const { return id != 0 && id == m_request; }
    void finish(const ReplyBody& reply); ///< @pre owns() its request

Q_SIGNALS:
    void pauseOver();
    void answered(const vbs::AskFlow::Sent& sent, const vbs::InferenceResult& result);
    void beforeAnswered(const vbs::AskFlow::Sent& sent, const vbs::InferenceResult& result);
    void refused(const vbs::AskFlow::Sent& sent, const QString& problem); ///< problem empty: cancelled

private:
    enum class Event { Typed, PauseOver, Wished, GivenUp, PictureLeft, SentBefore, Sent, GotBefore, Got, Refused };
    static State next(State state, Event event);
    void enter(Event event);
    void dropRequest();

    InferenceService& m_service;
    QTimer m_pause;
    State m_state = State::Resting;
    bool m_keep = false;     ///< what is waited for
    RequestId m_request = 0; ///< 0: none
    Sent m_sent;
    bool m_before = false;
};

} // namespace vbs
