#include "ui/review/prediction_runner.h"

#include "tests/support/scripted_backend.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"
#include "ui/services/background_job.h"

#include <QSignalSpy>

#include <algorithm>
#include <map>

using namespace vbs;
using namespace vbs::test;

using Wait = BackendScript::Step::Wait;

namespace {

constexpr int kItems = 30; ///< of which the first three and three later ones have pictures: 0, 1, 2, 6, 7, 8
constexpr int kAsked = 6, kFirstBatch = 8, kAskedInIt = 5;

} // namespace

class PredictionRunnerTest : public QObject, private DialogParts {
    Q_OBJECT

    std::shared_ptr<BackendScript> m_script;
    std::unique_ptr<InferenceService> m_service;
    std::unique_ptr<PredictionRunner> m_runner;
    std::unique_ptr<QSignalSpy> m_ended;
    std::map<std::uint32_t, Prediction> m_told;
    std::string m_where;

    void start(const std::string& where = {})
    {
        m_runner->start(QString::fromStdString(where.empty() ? m_where : where), "model", 0);
    }
    std::map<std::uint32_t, Prediction> stored() const
    {
        std::map<std::uint32_t, Prediction> all;
        openReviewProject(m_where)->forEachPrediction(
            "model", [&](const Prediction& prediction) { all[prediction.item] = prediction; });
        return all;
    }
    /// The first batch is answered at once, and the next one waits.
    void holdSecondBatch()
    {
        for (int i = 0; i < kAskedInIt; ++i)
            m_script->push({});
        m_script->push({Wait::UntilReleased, {}, {}, {}});
        start();
        QTRY_COMPARE(m_script->started(), kAskedInIt + 1);
        QTRY_COMPARE(int(m_told.size()), kFirstBatch);
    }
    int timesAsked(const std::string& text) const { return int(std::ranges::count(m_script->texts(), text)); }

private Q_SLOTS:
    void init()
    {
        QVERIFY(waitForBackground(std::chrono::seconds(30))); // on the files that go now
        std::filesystem::remove(path("p.vbsreview"));
        m_where = project(kItems);
        m_script = std::make_shared<BackendScript>();
        m_service = std::make_unique<InferenceService>(std::make_unique<ScriptedBackend>(m_script));
        m_runner = std::make_unique<PredictionRunner>(*m_service);
        m_ended = std::make_unique<QSignalSpy>(m_runner.get(), &PredictionRunner::ended);
        m_told.clear();
        connect(m_runner.get(), &PredictionRunner::predicted, this, [this](const std::vector<Prediction>& predictions) {
            for (const Prediction& prediction : predictions)
                m_told[prediction.item] = prediction;
        });
    }
    void cleanup()
    {
        m_runner.reset();
        m_service.reset();
    }

    void everyItemIsAnswered()
    {
        std::vector<double> fractions;
        connect(m_runner.get(), &PredictionRunner::progressed, this, [&](const PredictionProgress& progress) {
            fractions.push_back(progress.fraction);
            QCOMPARE(progress.secondsLeft < 0, fractions.size() == 1); // from the second batch on
        });
        start();
        QVERIFY(m_runner->isRunning());
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(m_ended->first().at(0).toString(), QString());
        QVERIFY(!m_runner->isRunning());
        QCOMPARE(int(m_told.size()), kItems);
        QVERIFY(m_told == stored());
        QCOMPARE(openReviewProject(m_where)->project().model, std::string("model"));
        for (const auto& [item, prediction] : m_told) {
            const bool hasPicture = item / 3 == 0 || item / 3 == 2;
            QCOMPARE(prediction.guess, std::string(hasPicture ? "red 90 %" : ""));
            QCOMPARE(prediction.fault.empty(), hasPicture);
        }
        QCOMPARE(m_script->started(), kAsked);
        QVERIFY(std::ranges::is_sorted(fractions));
        QCOMPARE(fractions.front(), 0.);
        QCOMPARE(fractions.back(), 1.);
    }

    void goesOnWhereItWasStopped()
    {
        holdSecondBatch();
        m_runner->stop();
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(m_ended->first().at(0).toString(), QString()); // that is no problem
        QCOMPARE(int(stored().size()), kFirstBatch);
        start();
        QTRY_COMPARE(m_ended->count(), 2);
        QCOMPARE(int(m_told.size()), kItems);
        QVERIFY(m_told == stored());
        QCOMPARE(timesAsked("What is number 0?"), 1);
        QCOMPARE(timesAsked("What is number 8?"), 2);
        start(); // nothing is left
        QTRY_COMPARE(m_ended->count(), 3);
        QCOMPARE(m_script->started(), kAsked + 1);
    }

    void theUserGoesFirst()
    {
        holdSecondBatch();
        InferenceRequest request;
        request.text = "The user's";
        m_service->submit(request);
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(int(stored().size()), kItems);
        const std::vector<std::string> texts = m_script->texts();
        QCOMPARE(texts.at(kAskedInIt + 1), std::string("The user's"));
        QCOMPARE(texts.at(kAskedInIt + 2), std::string("What is number 8?"));
    }

    void aFailingEngineIsSaid()
    {
        m_script->setOtherwise({Wait::No, {}, ErrorInfo{ErrorCode::Internal, "The engine broke."}, {}});
        start();
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(m_ended->first().at(0).toString(), QString("The engine broke."));
        QVERIFY(stored().empty() && m_told.empty());
        m_script->setOtherwise({}); // it was mended
        start();
        QTRY_COMPARE(m_ended->count(), 2);
        QCOMPARE(m_ended->last().at(0).toString(), QString());
        QCOMPARE(int(stored().size()), kItems);
    }

    /// What concerns one item is its own.
    void anItemThatFailsCostsItselfAlone()
    {
        const ErrorInfo tooLarge{ErrorCode::TooLarge, "The picture is too large."};
        m_script->push({Wait::No, {}, tooLarge, {}}); // the batch, then the item alone
        m_script->push({Wait::No, {}, tooLarge, {}});
        start();
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(m_ended->first().at(0).toString(), QString());
        QCOMPARE(stored().at(0).fault, std::string("The picture is too large."));
        QCOMPARE(stored().at(1).guess, std::string("red 90 %"));
        QCOMPARE(int(stored().size()), kItems);
    }

    void aProjectThatIsNotThereIsSaid()
    {
        start(path("gone.vbsreview").string());
        QTRY_COMPARE(m_ended->count(), 1);
        QVERIFY2(m_ended->first().at(0).toString().contains("gone.vbsreview"),
                 qPrintable(m_ended->first().at(0).toString()));
    }

    void goesInTheMiddle()
    {
        holdSecondBatch();
        m_runner.reset();
        QCOMPARE(int(stored().size()), kFirstBatch);
        const QSignalSpy finished(m_service.get(), &InferenceService::finished);
        const RequestId user = m_service->submit(InferenceRequest());
        // The engine is free, whatever it is told of first.
        QTRY_VERIFY(std::ranges::any_of(
            finished, [user](const QList<QVariant>& told) { return told.at(0).value<RequestId>() == user; }));
    }

    /// Items of a project that was closed are not the next one's. The last batches need no engine, so that what is
    /// said of them may be on its way.
    void whatIsForgottenIsNotHeardOf()
    {
        std::filesystem::remove(path("q.vbsreview"));
        const std::string other = path("q.vbsreview").string();
        makeReviewProject(other, draftOf(dataset(kItems), {}, "q"));
        const auto forgetting = connect(m_runner.get(), &PredictionRunner::predicted, this, [this] {
            if (int(m_told.size()) == 2 * kFirstBatch)
                m_runner->forget();
        });
        start();
        QTRY_COMPARE(int(m_told.size()), 2 * kFirstBatch);
        QVERIFY(!m_runner->isRunning());
        disconnect(forgetting);
        const int asked = m_script->started();
        start(other);
        QCOMPARE(int(m_told.size()), 2 * kFirstBatch);
        QTRY_COMPARE(m_ended->count(), 1); // of this one
        QCOMPARE(m_ended->first().at(0).toString(), QString());
        QCOMPARE(int(m_told.size()), kItems);
        QCOMPARE(m_script->started(), asked + kAsked);
        QVERIFY(int(stored().size()) >= 2 * kFirstBatch);
    }
};

VBS_TEST_MAIN(PredictionRunnerTest)
#include "prediction_runner_test.moc"
