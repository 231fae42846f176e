#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/free_port.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstring>
#include <map>
#include <memory>

using namespace vbs;

namespace {

/// Largest difference of a weight between one process and two after 20 steps in float32, as promised.
constexpr double kLargestDifference = 1e-5;

/// The softmax over keys does not see what is the same for all of them: the gradients of these biases are zero but for
/// rounding, which AdamW makes as large as any other's. No answer depends on them; they move by a step's rate at most.
bool isWithoutEffect(const std::string& name)
{
    return name.ends_with("attention.self.key.bias");
}
constexpr double kLargestMove = 20 * 5e-5;

/// The tensors of a safetensors file, which are all float32 here.
std::map<std::string, std::vector<float>> weightsIn(const QString& file)
{
    const std::string bytes = readTextFile(file.toStdString());
    std::uint64_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    std::map<std::string, std::vector<float>> weights;
    const Json header = Json::parse(bytes.substr(8, size));
    for (const auto& item : header.items()) {
        if (item.key() == "__metadata__" || item.value().at("dtype") != "F32")
            continue;
        const auto begin = item.value().at("data_offsets").at(0).get<std::size_t>(),
                   end = item.value().at("data_offsets").at(1).get<std::size_t>();
        std::vector<float>& numbers = weights[item.key()];
        numbers.resize((end - begin) / sizeof(float));
        std::memcpy(numbers.data(), bytes.data() + 8 + size + begin, end - begin);
    }
    return weights;
}

double largestDifference(const std::map<std::string, std::vector<float>>& one,
                         const std::map<std::string, std::vector<float>>& other)
{
    double largest = one.size() == other.size() ? 0 : INFINITY;
    for (const auto& [name, numbers] : one) {
        const auto found = other.find(name);
        if (found == other.end() || found->second.size() != numbers.size())
            return INFINITY;
        for (std::size_t i = 0; i < numbers.size(); ++i)
            largest = std::max(largest, std::abs(double(numbers[i]) - found->second[i]) *
                                            (isWithoutEffect(name) ? kLargestDifference / kLargestMove : 1));
    }
    return largest;
}

} // namespace

/// Real processes over loopback that train together.
class TrainTogetherSlowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// @param more options, in place of those here.
    QStringList arguments(const QString& run, const QStringList& more) const
    {
        // Five examples a step: one of two processes has two of them, the other three.
        QStringList words{"train", "finetune",   "--steps", "20",       "--batch",
                          "5",     "--held-out", "0.3",     "--output", path(run)};
        for (int i = 0; i < more.size(); ++i) {
            const auto known = words.indexOf(more[i]);
            if (known >= 0)
                words[known + 1] = more[++i];
            else
                words += more[i];
        }
        return words + QStringList{"--task",        "vqa",
                                   "--dataset",     path("sc/questions.json"),
                                   "--annotations", path("sc/annotations.json"),
                                   "--images",      path("sc/images"),
                                   "--threads",     "1",
                                   "--json"};
    }
    QProcessEnvironment environment() const { return shippedPackEnvironment(path("cache"), path("data")); }
    std::unique_ptr<QProcess> begin(const QStringList& arguments, int port, int rank, int count) const
    {
        QProcessEnvironment place = environment();
        place.insert("MASTER_ADDR", "127.0.0.1");
        place.insert("MASTER_PORT", QString::number(port));
        place.insert("RANK", QString::number(rank));
        place.insert("WORLD_SIZE", QString::number(count));
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(place);
        process->start(QString(vbs::test::programFolder()) + "/visualbert", arguments);
        return process;
    }
    using Processes = std::vector<std::unique_ptr<QProcess>>;
    Processes beginAll(const QString& run, int count, const QStringList& more = {}) const
    {
        const int port = vbs::test::freePort();
        Processes processes;
        for (int rank = 0; rank < count; ++rank)
            processes.push_back(begin(arguments(run, more), port, rank, count));
        return processes;
    }
    static CommandOutcome end(QProcess& process, int milliseconds = 120'000)
    {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(milliseconds)) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }
    QString weights(const QString& run) const { return path(run) + "/pack/vqa-tuned/model.safetensors"; }
    /// Waits for the first checkpoint.
    bool waitForCheckpoint(const QString& run) const
    {
        return QTest::qWaitFor([&] { return QFileInfo::exists(path(run) + "/checkpoint/state.safetensors"); }, 120'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(runVisualBert({"scenes", "--count", "8", "--seed", "5", "--questions", "4", "--output", path("sc")},
                               environment())
                     .exitCode,
                 0);
        const Processes probe = beginAll("probe", 1, {"--steps", "1"});
        QCOMPARE(end(*probe[0]).exitCode, 0);
        const int port = vbs::test::freePort();
        const auto alone = begin(arguments("none", {"--patience", "1"}), port, 0, 2);
        const CommandOutcome outcome = end(*alone);
        if (outcome.err.contains("was built without c10d"))
            QSKIP("This LibTorch was built without c10d.");
        QCOMPARE(outcome.exitCode, 1); // nobody else came
        QVERIFY2(outcome.err.contains("did not meet at 127.0.0.1"), qPrintable(outcome.err));
    }

    void twoLearnWhatOneDoes_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("two") << 2 << QStringList();
        QTest::newRow("a fresh head") << 2 << QStringList{"--fresh-head"};
        QTest::newRow("more than there are examples in a step") << 3 << QStringList{"--batch", "2"};
    }

    void twoLearnWhatOneDoes()
    {
        QFETCH(int, count);
        QFETCH(QStringList, more);
        const QString name = QString(QTest::currentDataTag()).replace(' ', '-');
        const CommandOutcome alone = runVisualBert(arguments(name + "-alone", more), environment());
        QVERIFY2(alone.exitCode == 0, qPrintable(alone.err));
        const Processes processes = beginAll(name, count, more);
        std::vector<CommandOutcome> outcomes;
        for (const auto& process : processes)
            outcomes.push_back(end(*process));
        for (const CommandOutcome& outcome : outcomes)
            QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        for (int rank = 1; rank < count; ++rank)
            QVERIFY2(outcomes[std::size_t(rank)].out.isEmpty(), qPrintable(outcomes[std::size_t(rank)].out));
        const Json one = Json::parse(alone.out.toStdString()), all = Json::parse(outcomes[0].out.toStdString());
        for (const char* when : {"before", "after"}) {
            for (const auto& item : one.at(when).items()) {
                const double difference =
                    std::abs(item.value().get<double>() - all.at(when).at(item.key()).get<double>());
                QVERIFY2(difference <= kLargestDifference, item.key().c_str());
            }
        }
        const double difference = largestDifference(weightsIn(weights(name)), weightsIn(weights(name + "-alone")));
        qInfo("largest difference of a weight: %.2g", difference);
        QVERIFY2(difference <= kLargestDifference, qPrintable(QString::number(difference)));
        QVERIFY(largestDifference(weightsIn(weights(name)), weightsIn(QString(vbs::test::sourceFolder()) +
                                                                      "/models/picture-book/vqa/model.safetensors")) >
                10 * kLargestDifference);
    }

    void whenOneDiesTheOthersEnd_data()
    {
        QTest::addColumn<int>("victim");
        QTest::newRow("the first") << 0;
        QTest::newRow("the last") << 1;
    }

    /// And the run goes on to the same end.
    void whenOneDiesTheOthersEnd()
    {
        QFETCH(int, victim);
        const QString run = "killed-" + QString::number(victim);
        const QStringList often{"--steps", "40", "--checkpoint-seconds", "0"};
        const Processes processes = beginAll(run, 2, often);
        QVERIFY(waitForCheckpoint(run));
        processes[std::size_t(victim)]->kill();
        const CommandOutcome other = end(*processes[std::size_t(1 - victim)], 30'000);
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.err.contains("Another of the 2 processes"), qPrintable(other.err));
        QCOMPARE(other.err.trimmed().count('\n'), 0);
        end(*processes[std::size_t(victim)]);

        for (const auto& process : beginAll(run, 2, often + QStringList{"--resume"})) {
            const CommandOutcome outcome = end(*process);
            QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        }
        const QString whole = "whole-" + QString::number(victim);
        for (const auto& process : beginAll(whole, 2, often))
            QCOMPARE(end(*process).exitCode, 0);
        QVERIFY(readTextFile(weights(run).toStdString()) == readTextFile(weights(whole).toStdString()));
    }

    void oneThatHangsIsLeft()
    {
        const Processes processes = beginAll("hangs", 2, {"--steps", "100000", "--patience", "3"});
        QVERIFY(QTest::qWaitFor([&] { return QFileInfo::exists(path("hangs/run.json")); }, 120'000));
        ::kill(pid_t(processes[1]->processId()), SIGSTOP);
        const CommandOutcome first = end(*processes[0], 60'000);
        QCOMPARE(first.exitCode, 1);
        QVERIFY2(first.err.contains("did not answer for 3 seconds"), qPrintable(first.err));
        ::kill(pid_t(processes[1]->processId()), SIGKILL);
        end(*processes[1]);
    }

    void unlikeCommandsAreRefused()
    {
        const int port = vbs::test::freePort();
        const auto first = begin(arguments("unlike", {}), port, 0, 2);
        const auto second = begin(arguments("unlike", {"--learning-rate", "1e-3"}), port, 1, 2);
        const CommandOutcome refused = end(*second), left = end(*first);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("another learning rate than the first one"), qPrintable(refused.err));
        QCOMPARE(left.exitCode, 1);
        QVERIFY2(left.err.contains("Another of the 2 processes"), qPrintable(left.err));
    }

    /// A run's folder that may not be used ends all of them at once.
    void aRefusalOfTheFirstEndsAll()
    {
        const Processes processes = beginAll("probe", 2);
        const CommandOutcome first = end(*processes[0], 60'000), second = end(*processes[1], 60'000);
        QVERIFY2(first.err.contains("already holds a training run"), qPrintable(first.err));
        QVERIFY2(second.err.contains("Another of the 2 processes"), qPrintable(second.err));
    }
};

VBS_TEST_MAIN(TrainTogetherSlowTest)
#include "train_together_slow_test.moc"
