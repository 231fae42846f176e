#ifndef Q_MOC_RUN
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/linear.h>
#include <torch/types.h>
#endif

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/tuning/training_run.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

namespace {

struct NetImpl : torch::nn::Module {
    NetImpl()
    {
        torch::manual_seed(1);
        a = register_module("a", torch::nn::Linear(3, 8));
        norm = register_module("norm", torch::nn::BatchNorm1d(8));
        b = register_module("b", torch::nn::Linear(8, 1));
    }
    torch::Tensor forward(const torch::Tensor& x) { return b(norm(torch::tanh(a(x)))); }
    torch::nn::Linear a{nullptr}, b{nullptr};
    torch::nn::BatchNorm1d norm{nullptr};
};
TORCH_MODULE(Net);

TrainingPlan planIn(const QTemporaryDir& folder, int steps)
{
    TrainingPlan plan;
    plan.folder = folder.path().toStdString();
    plan.schedule = {.peakRate = 0.01, .warmupSteps = 2, .totalSteps = steps};
    return plan;
}

/// A regression whose batches come from the run's random numbers alone.
Measures trainOn(Net& net, Rng& rng)
{
    std::vector<float> numbers(16 * 3);
    for (float& number : numbers)
        number = float(rng.normal());
    const auto x = torch::tensor(numbers).view({16, 3});
    const auto loss = (net->forward(x) - x.prod(1, true)).square().mean();
    loss.backward();
    return {{"loss", loss.item<double>()}};
}

} // namespace

class TrainingRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resumesExactly()
    {
        QTemporaryDir whole, parts;
        Net one, two;
        {
            Rng rng(4);
            TrainingRun run(*one, planIn(whole, 12), rng);
            run.run({[&](int) { return trainOn(one, rng); }, nullptr}, {});
        }
        {
            Rng rng(4);
            std::stop_source stop;
            TrainingRun run(*two, planIn(parts, 12), rng);
            JobControl control{stop.get_token(), nullptr};
            const auto stepAndStop = [&](int step) {
                if (step == 4)
                    stop.request_stop();
                return trainOn(two, rng);
            };
            QVERIFY_EXCEPTION_THROWN(run.run({stepAndStop, nullptr}, control), Error);
        }
        Net three;
        Rng rng(99); // replaced by the checkpoint's
        TrainingPlan plan = planIn(parts, 12);
        plan.resume = true;
        TrainingRun run(*three, plan, rng);
        QCOMPARE(run.firstStep(), 5);
        run.run({[&](int) { return trainOn(three, rng); }, nullptr}, {});
        const auto a = one->named_parameters(), b = three->named_parameters();
        for (const auto& item : a)
            QVERIFY2(torch::equal(item.value(), b[item.key()]), item.key().c_str());
        for (const auto& item : one->named_buffers())
            QVERIFY2(torch::equal(item.value(), three->named_buffers()[item.key()]), item.key().c_str());
    }

    /// One bit of a checkpoint makes other weights, and nothing else would tell.
    void aDamagedCheckpointIsRefused()
    {
        QTemporaryDir folder;
        Net net;
        Rng rng(4);
        TrainingRun(*net, planIn(folder, 2), rng).run({[&](int) { return trainOn(net, rng); }, nullptr}, {});
        const std::string file = folder.filePath("checkpoint/state.safetensors").toStdString();
        std::string bytes = readTextFile(file);
        bytes[bytes.size() - 3] = char(bytes[bytes.size() - 3] ^ 1);
        writeFileAtomically(file, bytes);
        TrainingPlan plan = planIn(folder, 4);
        plan.resume = true;
        try {
            TrainingRun run(*net, plan, rng);
            QFAIL("it went on");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("is damaged: its checksum does not match"), e.what());
        }
    }

    void evaluatesInEvaluationMode()
    {
        QTemporaryDir folder;
        Net net;
        Rng rng(4);
        TrainingPlan plan = planIn(folder, 6);
        plan.evaluateEvery = 2;
        std::vector<int> steps;
        TrainingRun run(*net, plan, rng);
        run.run({[&](int) { return trainOn(net, rng); },
                 [&](int step) {
                     steps.push_back(step);
                     return Measures{{"training", double(net->is_training())},
                                     {"gradients", double(torch::GradMode::is_enabled())}};
                 }},
                {});
        QCOMPARE(steps, (std::vector<int>{2, 4, 6}));
        const auto lines = readLines(folder.filePath("log.jsonl").toStdString());
        const auto last = nlohmann::json::parse(lines.back());
        QCOMPARE(last.at("training").get<double>(), 0.0);
        QCOMPARE(last.at("gradients").get<double>(), 0.0);
        QVERIFY(net->is_training());
    }

    /// Core prints nothing: whoever starts a run decides where its lines go.
    void tellsWhoeverAsks()
    {
        QTemporaryDir folder;
        Net net;
        Rng rng(4);
        TrainingPlan plan = planIn(folder, 4);
        plan.reportEvery = 2;
        QStringList lines;
        plan.lines = [&](const std::string& line) { lines << QString::fromStdString(line); };
        TrainingRun run(*net, plan, rng);
        run.run({[&](int) { return trainOn(net, rng); }, [](int) { return Measures{{"accuracy", 0.5}}; }}, {});
        QCOMPARE(lines.size(), 3);
        QVERIFY2(QRegularExpression("^step 2/4  \\d+ s left  \\d+\\.\\d\\d s a step  gradient .*loss ")
                     .match(lines[0])
                     .hasMatch(),
                 qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith("step 4/4  0 s left"), qPrintable(lines[1]));
        QCOMPARE(lines[2], QString("evaluation after 4 steps: accuracy 0.5"));
    }

    void refusesAnotherModulesCheckpoint()
    {
        QTemporaryDir folder;
        {
            Net net;
            Rng rng(4);
            TrainingRun(*net, planIn(folder, 1), rng).run({[&](int) { return trainOn(net, rng); }, nullptr}, {});
        }
        torch::nn::Linear other(2, 2);
        Rng rng(4);
        TrainingPlan plan = planIn(folder, 1);
        plan.resume = true;
        try {
            TrainingRun run(*other, plan, rng);
            QFAIL("the checkpoint of another module was taken");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Mismatch);
            QVERIFY(std::string(e.what()).find("weight.weight") != std::string::npos);
        }
    }
};

VBS_TEST_MAIN(TrainingRunTest)
#include "training_run_test.moc"
