#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/local_slurm.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace vbs;

namespace {

constexpr int kShards = 8, kPatience = 280'000; ///< milliseconds

} // namespace

/// A real slurmctld and slurmd do a run of eight shards in two slots, are disturbed in all the ways that clusters know,
/// and end with the bytes of one local run.
class ClusterSlurmSlowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    vbs::test::LocalSlurm m_slurm;
    QString m_array, m_merge;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// A name that a shell or Slurm would take apart.
    QString run() const { return path("it's a \"run\"; $(touch hacked) %j &"); }

    QProcessEnvironment environment() const
    {
        return m_slurm.environment(shippedPackEnvironment(path("cache"), path("data")));
    }
    QStringList predictOptions() const
    {
        // One question at a time and one thread: a shard takes long enough to be disturbed.
        return {"--task",        "vqa",
                "--dataset",     path("sc/questions.json"),
                "--annotations", path("sc/annotations.json"),
                "--images",      path("sc/images"),
                "--batch",       "1",
                "--threads",     "1",
                "--cache-size",  "0"};
    }
    Json status() const
    {
        const CommandOutcome outcome = runVisualBert({"cluster", "status", run(), "--json"}, environment());
        return outcome.exitCode == 0 ? Json::parse(outcome.out.toStdString()) : Json();
    }
    /// Of the shard, from 1; of merging: kShards + 1.
    std::string stateOf(int shard) const { return status().at("jobs").at(std::size_t(shard) - 1).at("state"); }
    QString slurmState(int shard) const
    {
        return m_slurm.run("squeue", {"--noheader", "--array", "--states=all", "--format=%T",
                                      "--jobs=" + m_array + "_" + QString::number(shard)});
    }
    /// Some answers are there, and the shard is still at it.
    bool isAtWork(int shard) const
    {
        const QString file = run() + QString("/shards/%1-of-%2/predictions.jsonl").arg(shard).arg(kShards);
        return QFileInfo(file).size() > 0 && slurmState(shard) == "RUNNING";
    }
    /// The first shard at work, from that one on. @returns 0 when there is none.
    int shardAtWork(int first = 1) const
    {
        for (int shard = first; shard <= kShards; ++shard)
            if (isAtWork(shard))
                return shard;
        return 0;
    }
    QString logOf(int shard) const
    {
        return QString::fromStdString(
            readTextFile((run() + QString("/cluster/shard-%1.log").arg(shard)).toStdString()));
    }
    QString shards(int first, int last) const { return QString("%1_[%2-%3]").arg(m_array).arg(first).arg(last); }
    /// Lets two more shards begin. The last two wait until all disturbances are over: merging would begin while a shard
    /// is cancelled, were no other left.
    void release(int first) const { m_slurm.run("scontrol", {"release", shards(first, first + 1)}); }
    /// All that is known of the job that merges; a failure's own message would be cut short.
    void tellOfMerging() const
    {
        const std::filesystem::path log = run().toStdString() + "/cluster/merge.log";
        qWarning("%s\n%s\n%s", qPrintable(runVisualBert({"cluster", "status", run()}, environment()).out),
                 qPrintable(m_slurm.run("scontrol", {"show", "job", m_merge})),
                 std::filesystem::exists(log) ? readTextFile(log).c_str() : "It wrote nothing.");
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = vbs::test::LocalSlurm::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        if (!m_slurm.start())
            QSKIP(qPrintable("Slurm may not start here: " + m_slurm.failure()));
        QCOMPARE(runVisualBert({"scenes", "--count", "320", "--seed", "5", "--questions", "10", "--output", path("sc")},
                               environment())
                     .exitCode,
                 0);
        const CommandOutcome outcome = runVisualBert(
            QStringList{"predict", "--output", path("local")} + predictOptions(), environment(), kPatience);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    }

    void itIsQueued()
    {
        // No shard may be over before it is disturbed.
        m_slurm.run("scontrol", {"update", "NodeName=node1", "State=drain", "Reason=test"});
        const CommandOutcome outcome =
            runVisualBert(QStringList{"cluster", "predict", "--output", run(), "--shards", QString::number(kShards),
                                      "--nodes", "2", "--time", "30", "--json"} +
                              predictOptions(),
                          environment());
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const Json submitted = Json::parse(outcome.out.toStdString());
        m_array = QString::fromStdString(submitted.at("array"));
        m_merge = QString::fromStdString(submitted.at("merge"));
        m_slurm.run("scontrol", {"hold", shards(3, kShards)});
        const Json jobs = status().at("jobs");
        QCOMPARE(jobs.size(), std::size_t(kShards + 1));
        QVERIFY(jobs.back().at("state") == "waiting");
        // Slurm gives the reason when it first thinks of the job.
        QVERIFY(QTest::qWaitFor([&] { return status().at("jobs").back().at("detail") == "Dependency"; }, kPatience));
        // A second run into the folder would meet the first.
        const CommandOutcome twice = runVisualBert(
            QStringList{"cluster", "predict", "--output", run(), "--shards", "8", "--time", "30"} + predictOptions(),
            environment());
        QCOMPARE(twice.exitCode, 1);
        QVERIFY2(twice.err.contains("cluster cancel"), qPrintable(twice.err));
    }

    /// What Slurm sends before the time limit.
    void nearItsLimitAShardIsQueuedAgain()
    {
        QVERIFY(!m_array.isEmpty());
        m_slurm.run("scontrol", {"update", "NodeName=node1", "State=undrain"});
        int shard = 0;
        QVERIFY(QTest::qWaitFor([&] { return (shard = shardAtWork()) > 0; }, kPatience));
        // Without an end it would go on sending, also to the shard that runs again.
        m_slurm.run("timeout", {"2", "scancel", "--batch", "--signal=USR1", m_array + "_" + QString::number(shard)});
        QVERIFY2(QTest::qWaitFor([&] { return slurmState(shard) == "PENDING"; }, kPatience),
                 (status().dump(1) + slurmState(shard).toStdString() + logOf(shard).toStdString()).c_str());
        QVERIFY2(logOf(shard).contains("--resume to go on"), qPrintable(logOf(shard)));
        QVERIFY(!logOf(shard).contains("time limit"));
        QCOMPARE(stateOf(shard), std::string("waiting"));
    }

    void aCancelledShardStaysSoUntilItIsQueuedAgain()
    {
        QVERIFY(!m_array.isEmpty());
        release(3);
        int shard = 0;
        QVERIFY(QTest::qWaitFor([&] { return (shard = shardAtWork(3)) > 0; }, kPatience));
        const QString task = m_array + "_" + QString::number(shard);
        m_slurm.run("scancel", {task});
        QVERIFY(QTest::qWaitFor([&] { return slurmState(shard) == "CANCELLED"; }, kPatience));
        QCOMPARE(stateOf(shard), std::string("cancelled"));
        m_slurm.run("scontrol", {"requeue", task});
        QVERIFY(QTest::qWaitFor([&] { return slurmState(shard) == "PENDING"; }, kPatience));
        QCOMPARE(stateOf(kShards + 1), std::string("waiting"));
    }

    void aNodeGoesAndComesBack()
    {
        QVERIFY(!m_array.isEmpty());
        m_slurm.run("scontrol", {"update", "NodeName=node1", "State=drain", "Reason=test"});
        QVERIFY(m_slurm.run("sinfo", {"--noheader", "--format=%T"}).startsWith("drain"));
        m_slurm.run("scontrol", {"update", "NodeName=node1", "State=undrain"});
        release(5);
        QVERIFY(QTest::qWaitFor([&] { return shardAtWork(5) > 0; }, kPatience));
        // Down: what runs there is lost and queued again.
        m_slurm.run("scontrol", {"update", "NodeName=node1", "State=down", "Reason=test"});
        QVERIFY(QTest::qWaitFor([&] { return shardAtWork() == 0; }, kPatience));
        m_slurm.run("scontrol", {"update", "NodeName=node1", "State=resume"});
    }

    void theBytesAreThoseOfOneRun()
    {
        QVERIFY(!m_array.isEmpty());
        release(7);
        std::string state;
        const bool hasEnded = QTest::qWaitFor(
            [&] {
                state = stateOf(kShards + 1);
                return state == "finished" || state == "failed";
            },
            kPatience);
        if (!hasEnded || state != "finished")
            tellOfMerging();
        QCOMPARE(state, std::string("finished"));
        for (int shard = 1; shard <= kShards; ++shard)
            QCOMPARE(stateOf(shard), std::string("finished"));
        for (const char* name : {"predictions.jsonl", "failures.jsonl", "results.json", "metrics.json"}) {
            const std::string one = readTextFile((path("local/") + name).toStdString()),
                              many = readTextFile((run() + "/" + name).toStdString());
            QVERIFY2(one == many, name);
        }
        QVERIFY(!readTextFile((path("local/predictions.jsonl")).toStdString()).empty());
        QVERIFY(!QFileInfo::exists("hacked") && !QFileInfo::exists(path("hacked")));
        QVERIFY(!QFileInfo::exists(run() + "/hacked") && !QFileInfo::exists(run() + "/cluster/hacked"));
    }

    void cancellingEndsAll()
    {
        QVERIFY(!m_array.isEmpty());
        const QString folder = path("ended");
        CommandOutcome outcome = runVisualBert(
            QStringList{"cluster", "predict", "--output", folder, "--shards", "2", "--time", "30"} + predictOptions(),
            environment());
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        outcome = runVisualBert({"cluster", "cancel", folder}, environment());
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QVERIFY(QTest::qWaitFor([&] { return m_slurm.run("squeue", {"--noheader"}).isEmpty(); }, kPatience));
        outcome = runVisualBert({"cluster", "status", folder}, environment());
        QCOMPARE(outcome.out.count("cancelled"), 3);
    }
};

VBS_TEST_MAIN(ClusterSlurmSlowTest)
#include "cluster_slurm_slow_test.moc"
