#include "ui/workbench/ask_flow.h"

#include "tests/support/scripted_backend.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

namespace vbs::test {
namespace {

using State = AskFlow::State;
enum class Event { Pause, PauseOver, Want, GiveUp, Drop, LeavePicture, Keep, SendBefore, Send, Answer, Refusal };

/// A flow over an engine that never answers by itself: replies are the test's.
struct Flow {
    Flow()
    {
        script->setOtherwise({BackendScript::Step::Wait::UntilReleased, {}, {}, {}});
        flow.findChild<QTimer*>()->setInterval(0);
    }

    void apply(Event event)
    {
        switch (event) {
        case Event::Pause:
            return flow.pause();
        case Event::PauseOver:
            QSignalSpy(&flow, &AskFlow::pauseOver).wait(5000);
            return;
        case Event::Want:
            return flow.want(false);
        case Event::GiveUp:
            return flow.giveUp();
        case Event::Drop:
            return flow.drop();
        case Event::LeavePicture:
            return flow.leavePicture();
        case Event::Keep:
            return flow.keepAnswer();
        case Event::SendBefore:
            return flow.send({}, true, {});
        case Event::Send:
            return flow.send({}, false, {});
        case Event::Answer:
            return flow.finish(InferenceResult{});
        case Event::Refusal:
            return flow.finish(Cancelled{});
        }
    }

    std::shared_ptr<BackendScript> script = std::make_shared<BackendScript>();
    InferenceService service{std::make_unique<ScriptedBackend>(script)};
    AskFlow flow{service};
};

/// The ways into the states, also with an earlier question still under way.
struct Start {
    const char* name;
    std::vector<Event> way;
};
const Start kStarts[] = {{"resting", {}},
                         {"pausing", {Event::Pause}},
                         {"waiting", {Event::Want}},
                         {"asking before", {Event::Want, Event::SendBefore}},
                         {"asking", {Event::Want, Event::Send}},
                         {"resting, under way", {Event::Want, Event::Send, Event::GiveUp}},
                         {"pausing, under way", {Event::Want, Event::Send, Event::Pause}},
                         {"waiting, under way", {Event::Want, Event::Send, Event::Want}}};

} // namespace

class AskFlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTransition_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("event");
        QTest::addColumn<int>("next");
        QTest::addColumn<bool>("underWay");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* start, const char* name, Event event, State next, bool underWay,
                            const char* told = "") {
            QTest::addRow("%s: %s", start, name) << start << int(event) << int(next) << underWay << told;
        };
        for (const Start& start : kStarts) {
            const QString from = start.name;
            const bool underWay = from.contains("asking") || from.contains("under way");
            const State same = from.startsWith("resting")   ? State::Resting
                               : from.startsWith("pausing") ? State::Pausing
                               : from.startsWith("waiting") ? State::Waiting
                               : from == "asking"           ? State::Asking
                                                            : State::AskingBefore;
            row(start.name, "typed", Event::Pause, State::Pausing, underWay);
            row(start.name, "wished", Event::Want, State::Waiting, underWay);
            row(start.name, "given up", Event::GiveUp, State::Resting, underWay);
            row(start.name, "dropped", Event::Drop, State::Resting, false);
            row(start.name, "picture left", Event::LeavePicture,
                same == State::Waiting ? State::Waiting : State::Resting, false);
            if (same == State::Pausing)
                row(start.name, "pause over", Event::PauseOver, State::Resting, underWay, "pause over");
            if (same == State::Waiting) {
                row(start.name, "sent", Event::Send, State::Asking, true);
                row(start.name, "sent before", Event::SendBefore, State::AskingBefore, true);
            }
            if (!underWay)
                continue;
            const bool before = same == State::AskingBefore;
            const bool asking = before || same == State::Asking;
            row(start.name, "answered", Event::Answer,
                before   ? State::Waiting
                : asking ? State::Resting
                         : same,
                false, before ? "before answered" : "answered");
            row(start.name, "refused", Event::Refusal, asking ? State::Resting : same, false, "refused");
            row(start.name, "kept", Event::Keep, before ? State::AskingBefore : State::Asking, true);
        }
    }
    void everyTransition()
    {
        QFETCH(QString, start);
        QFETCH(int, event);
        Flow flow;
        const auto from =
            std::find_if(std::begin(kStarts), std::end(kStarts), [&](const Start& s) { return start == s.name; });
        for (const Event step : from->way)
            flow.apply(step);
        QStringList told;
        connect(&flow.flow, &AskFlow::pauseOver, this, [&] { told << "pause over"; });
        connect(&flow.flow, &AskFlow::answered, this, [&] { told << "answered"; });
        connect(&flow.flow, &AskFlow::beforeAnswered, this, [&] { told << "before answered"; });
        connect(&flow.flow, &AskFlow::refused, this, [&] { told << "refused"; });
        flow.apply(Event(event));
        QTEST(int(flow.flow.state()), "next");
        QTEST(flow.flow.underWay() != nullptr, "underWay");
        QTEST(told.join(", "), "told");
    }

    /// Whether an answer goes to the history: the latest wish decides, and survives the question from before.
    void keeping_data()
    {
        QTest::addColumn<QList<int>>("events"); // after want(keep)
        QTest::addColumn<bool>("kept");
        const auto row = [](const char* name, QList<int> events, bool kept) {
            QTest::addRow("%s", name) << events << kept;
        };
        row("waiting", {}, true);
        row("asking", {int(Event::Send)}, true);
        row("asking before", {int(Event::SendBefore)}, true);
        row("before answered", {int(Event::SendBefore), int(Event::Answer)}, true);
        row("typed on", {int(Event::Send), int(Event::Pause)}, false);
        row("wished anew", {int(Event::Send), int(Event::Want)}, false);
        row("answered", {int(Event::Send), int(Event::Answer)}, false);
    }
    void keeping()
    {
        QFETCH(QList<int>, events);
        Flow flow;
        flow.flow.want(true);
        for (const int event : events)
            flow.apply(Event(event));
        QTEST(flow.flow.keeps(), "kept");
    }

    void aReplyTellsTheQuestionThatWasSent()
    {
        Flow flow;
        QString answered, problem;
        connect(&flow.flow, &AskFlow::answered, this, [&](const AskFlow::Sent& sent) { answered = sent.question; });
        connect(&flow.flow, &AskFlow::refused, this,
                [&](const AskFlow::Sent& sent, const QString& why) { problem = sent.question + ": " + why; });
        Question question;
        question.question = "what?";
        flow.flow.want(false);
        flow.flow.send(question, false, {});
        flow.flow.pause(); // its answer is still told
        flow.flow.finish(InferenceResult{});
        QCOMPARE(answered, QString("what?"));
        flow.flow.want(false);
        flow.flow.send(question, false, {});
        flow.flow.finish(ErrorInfo{ErrorCode::Internal, "It broke."});
        QCOMPARE(problem, QString("what?: It broke."));
    }

    void aDroppedRequestIsCancelled()
    {
        Flow flow;
        flow.flow.want(false);
        flow.flow.send({}, false, {});
        QVERIFY(flow.script->waitForStarted(1));
        QSignalSpy finished(&flow.service, &InferenceService::finished);
        flow.flow.drop();
        QVERIFY(finished.wait());
        const auto reply = finished[0][1].value<ReplyBody>();
        QVERIFY(std::holds_alternative<Cancelled>(reply));
        QVERIFY(!flow.flow.owns(finished[0][0].value<RequestId>()));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::AskFlowTest)
#include "ask_flow_test.moc"
