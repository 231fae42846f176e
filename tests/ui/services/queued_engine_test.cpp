#include "ui/services/queued_engine.h"

#include "core/base/error.h"
#include "tests/support/scripted_backend.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"

#include <QSignalSpy>

#include <future>

using namespace vbs;
using namespace vbs::test;

using Wait = BackendScript::Step::Wait;

class QueuedEngineTest : public QObject {
    Q_OBJECT

    std::shared_ptr<BackendScript> m_script;
    std::unique_ptr<InferenceService> m_service;
    std::unique_ptr<QueuedEngine> m_engine;
    std::stop_source m_stop;

    static InferenceRequest asking(const std::string& text)
    {
        InferenceRequest request;
        request.text = text;
        return request;
    }
    static BackendScript::Step step(Wait wait, std::optional<ReplyBody> reply = {})
    {
        return {wait, {}, std::move(reply), {}};
    }

    /// Does it on a thread of its own, and says what came of it.
    template <typename Work> std::future<QString> aside(Work work)
    {
        return std::async(std::launch::async, [this, work]() -> QString {
            try {
                return work(*m_engine, JobControl{m_stop.get_token(), {}});
            } catch (const Error& e) {
                return (e.code() == ErrorCode::Cancelled ? "cancelled: " : "error: ") + QString(e.what());
            }
        });
    }
    std::future<QString> ask(const std::string& text)
    {
        return aside([text](QueuedEngine& engine, const JobControl& control) {
            return QString::fromStdString(engine.run(asking(text), control).answers.at(0).text);
        });
    }
    static bool isDone(const std::future<QString>& future)
    {
        return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }

private Q_SLOTS:
    void init()
    {
        m_script = std::make_shared<BackendScript>();
        m_service = std::make_unique<InferenceService>(std::make_unique<ScriptedBackend>(m_script));
        m_engine = std::make_unique<QueuedEngine>(*m_service);
        m_stop = {};
    }
    void cleanup()
    {
        m_engine.reset();
        m_service.reset();
    }

    void answers()
    {
        auto answer = ask("what");
        QTRY_VERIFY(isDone(answer));
        QCOMPARE(answer.get(), QString("red"));
        auto pack = aside([](QueuedEngine& engine, const JobControl& control) {
            return QString::fromStdString(engine.loadPack({"/packs/small"}, control).pack.name);
        });
        QTRY_VERIFY(isDone(pack));
        QCOMPARE(pack.get(), QString("small"));
    }

    void answersBatchesInOrder()
    {
        for (const char* answer : {"one", "two", "three"})
            m_script->push(step(Wait::No, cannedResult(320, 240, answer)));
        auto answers = aside([](QueuedEngine& engine, const JobControl& control) {
            QStringList texts;
            for (const InferenceResult& result : engine.runBatch({asking("a"), asking("b"), asking("c")}, control))
                texts << QString::fromStdString(result.answers.at(0).text);
            return texts.join(' ');
        });
        QTRY_VERIFY(isDone(answers));
        QCOMPARE(answers.get(), QString("one two three"));
        QCOMPARE(m_script->texts(), (std::vector<std::string>{"a", "b", "c"}));
        auto none = aside([](QueuedEngine& engine, const JobControl& control) {
            return QString::number(engine.runBatch({}, control).size());
        });
        QTRY_VERIFY(isDone(none));
        QCOMPARE(none.get(), QString("0"));
        QCOMPARE(m_script->started(), 3);
    }

    void looksInside()
    {
        auto layers = aside([](QueuedEngine& engine, const JobControl& control) {
            return QString::number(engine.inspect({asking("what")}, control).answersByLayer.size());
        });
        QTRY_VERIFY(isDone(layers));
        QCOMPARE(layers.get(), QString("4")); // three layers, and what goes into them
        QCOMPARE(m_script->texts(), (std::vector<std::string>{"inspect what"}));
    }

    /// A question of the user's takes the engine away, and the other is asked again.
    void theUserGoesFirst()
    {
        m_script->push(step(Wait::UntilReleased));
        auto answer = ask("background");
        QTRY_COMPARE(m_script->started(), 1);
        const QSignalSpy finished(m_service.get(), &InferenceService::finished);
        const RequestId user = m_service->submit(asking("user"));
        QTRY_VERIFY(isDone(answer));
        QCOMPARE(answer.get(), QString("red"));
        QCOMPARE(finished.first().at(0).value<RequestId>(), user);
        QCOMPARE(m_script->texts(), (std::vector<std::string>{"background", "user", "background"}));
        QCOMPARE(m_script->mostAtOnce(), 1);
    }

    /// All that the user asks, while one of their questions is answered.
    void waitsUntilTheUserHasNoMore()
    {
        m_script->push(step(Wait::UntilReleased));
        m_service->submit(asking("user 1"));
        QTRY_COMPARE(m_script->started(), 1);
        auto answer = ask("background");
        m_service->submit(asking("user 2"));
        m_service->submit(asking("user 3"));
        QVERIFY(!isDone(answer));
        m_script->release();
        QTRY_VERIFY(isDone(answer));
        QCOMPARE(m_script->texts(), (std::vector<std::string>{"user 1", "user 2", "user 3", "background"}));
    }

    void stops()
    {
        m_script->push(step(Wait::UntilReleased));
        auto answer = ask("background");
        QTRY_COMPARE(m_script->started(), 1);
        m_stop.request_stop();
        QTRY_VERIFY(isDone(answer));
        QVERIFY(answer.get().startsWith("cancelled"));
        m_stop = {}; // the engine is free again
        auto next = ask("next");
        QTRY_VERIFY(isDone(next));
        QCOMPARE(next.get(), QString("red"));
        QCOMPARE(m_script->texts(), (std::vector<std::string>{"background", "next"}));
    }

    /// Nobody has to answer for that, neither the engine nor the window's thread.
    void stopsBeforeItIsSent()
    {
        m_stop.request_stop();
        auto answer = ask("background");
        QCOMPARE(answer.wait_for(std::chrono::minutes(1)), std::future_status::ready); // no event was handled
        QVERIFY(answer.get().startsWith("cancelled"));
        m_stop = {};
        auto next = ask("next");
        QTRY_VERIFY(isDone(next));
        QCOMPARE(m_script->texts(), (std::vector<std::string>{"next"}));
    }

    void failuresArePassedOn()
    {
        m_script->push(step(Wait::No, ErrorInfo{ErrorCode::UnsupportedFormat, "This pack answers nothing."}));
        auto answer = ask("background");
        QTRY_VERIFY(isDone(answer));
        QCOMPARE(answer.get(), QString("error: This pack answers nothing."));
        auto next = ask("next");
        QTRY_VERIFY(isDone(next));
        QCOMPARE(next.get(), QString("red"));
    }

    /// What nobody waits for any more ends with it.
    void goesInTheMiddle()
    {
        m_script->push(step(Wait::UntilReleased));
        auto answer = ask("background");
        QTRY_COMPARE(m_script->started(), 1);
        m_stop.request_stop();
        QVERIFY(answer.get().startsWith("cancelled"));
        m_engine.reset();
        const QSignalSpy finished(m_service.get(), &InferenceService::finished);
        const RequestId user = m_service->submit(asking("user"));
        QTRY_COMPARE(finished.count(), 2); // the other one as cancelled
        QCOMPARE(finished.last().at(0).value<RequestId>(), user);
    }
};

VBS_TEST_MAIN(QueuedEngineTest)
#include "queued_engine_test.moc"
