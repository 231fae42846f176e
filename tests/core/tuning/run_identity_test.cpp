#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/tuning/run_identity.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

#include <functional>

using namespace vbs;

/// A resumed run goes on with the very same options, data and start, or is refused with a sentence that says what
/// differs.
class RunIdentityTest : public QObject, private TextFiles {
    Q_OBJECT

    struct Run {
        FineTuningOptions options;
        TuningStart start;
        std::vector<std::string> labels;
        std::string fingerprint = "one";
        std::size_t training = 90, heldOut = 10;
        int steps = 30;
    };

    Run run() const
    {
        Run run;
        run.options.task = "vqa";
        run.options.training = {write("questions.json", "{}"), write("answers.json", "{}"), path("")};
        run.start.name = "pack";
        run.start.vocabulary = write("vocab.txt", "a");
        run.start.tensors["w"] = torch::ones({2, 3});
        run.labels = {"red", "blue"};
        return run;
    }

    static RunIdentity identity(const Run& r)
    {
        return identityOf(r.options, r.start, r.labels, r.fingerprint, r.training, r.heldOut, r.steps);
    }

private Q_SLOTS:
    void anotherRunIsRefused_data()
    {
        QTest::addColumn<std::function<void(Run&)>>("change");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, std::function<void(Run&)> change, const char* named) {
            QTest::newRow(name) << change << QString(named);
        };
        row(
            "answers of the same length",
            [](Run& r) {
                r.labels = {"red", "green"};
            },
            "another list of answers");
        row(
            "answers in another order",
            [](Run& r) {
                r.labels = {"blue", "red"};
            },
            "another list of answers");
        row(
            "fresh head", [](Run& r) { r.options.freshHead = true; }, "fresh head false, not true");
        row(
            "reasons", [](Run& r) { r.options.vcrMode = VcrMode::Rationale; }, "\"answer\", not \"rationale\"");
        row(
            "found regions", [](Run& r) { r.options.annotatedRegions = false; }, "own boxes true, not false");
        row(
            "word pieces", [](Run& r) { r.options.maxTokens = 64; }, "limit of word pieces 128, not 64");
        row(
            "held-out share", [](Run& r) { r.options.heldOutShare = .2; }, "held-out share 0.1, not 0.2");
        row(
            "warm-up", [](Run& r) { r.options.warmupShare = .2; }, "share of warm-up");
        row(
            "new head's rate", [](Run& r) { r.options.freshRateFactor = 2; }, "rate of a new head");
        row(
            "learning rate", [](Run& r) { r.options.learningRate = 1; }, "learning rate");
        row(
            "seed", [](Run& r) { r.options.seed = 2; }, "seed 1, not 2");
        row(
            "batch", [](Run& r) { r.options.batch = 5; }, "batch 32, not 5");
        row(
            "start", [](Run& r) { r.start.name = "other"; }, "start \"pack\", not \"other\"");
        row(
            "weights of the start",
            [](Run& r) {
                r.start.tensors["w"] = torch::zeros({2, 3});
            },
            "its weights differ");
        row(
            "shapes of the start",
            [](Run& r) {
                r.start.tensors["w"] = torch::ones({3, 2});
            },
            "its weights differ");
        row(
            "extractor", [](Run& r) { r.fingerprint = "two"; }, "another region extractor");
        row(
            "steps", [](Run& r) { r.steps = 31; }, "number of steps 30, not 31");
        row(
            "held-out data", [](Run& r) { r.options.heldOut.dataset = "x"; }, "held-out data set");
    }
    void anotherRunIsRefused()
    {
        QFETCH(std::function<void(Run&)>, change);
        QFETCH(QString, named);
        const Json then = Json::parse(identity(run()).toJson().dump());
        identity(run()).requireSame(then, "folder");
        Run other = run();
        change(other);
        try {
            identity(other).requireSame(then, "folder");
            QFAIL("it went on");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(named), e.what());
            QVERIFY(QString(e.what()).contains("without --resume"));
        }
    }

    void changedFilesAreRefused()
    {
        const Json then = Json::parse(identity(run()).toJson().dump());
        Run other = run();
        write("answers.json", "{ }");
        QVERIFY_THROWS_EXCEPTION(Error, identity(other).requireSame(then, "folder"));
        other = run();
        write("vocab.txt", "b");
        QVERIFY_THROWS_EXCEPTION(Error, identity(other).requireSame(then, "folder"));
        QVERIFY_THROWS_EXCEPTION(Error, identity(run()).requireSame(Json::object(), "folder")); // of an older release
    }

    void whatDoesNotMatterMayChange()
    {
        const Json then = Json::parse(identity(run()).toJson().dump());
        Run other = run();
        other.options.lines = [](const std::string&) {};
        other.options.checkpointSeconds = 1;
        other.options.evaluateEvery = 3;
        identity(other).requireSame(then, "folder");
    }
};

VBS_TEST_MAIN(RunIdentityTest)
#include "run_identity_test.moc"
