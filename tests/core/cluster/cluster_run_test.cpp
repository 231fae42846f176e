#include "core/cluster/cluster_run.h"
#include "core/cluster/slurm.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <cstdlib>
#include <sys/stat.h>

using namespace vbs;
using namespace vbs::test;

/// Programs of our own stand in the places of Slurm's: they write down what they were called with and say what a test
/// wants. The real ones are in tests/app/commands/cluster_slurm_slow_test.cpp.
class ClusterRunTest : public QObject, TextFiles {
    Q_OBJECT

    std::string m_pathBefore;

    ClusterJob job(const char* run) const
    {
        ClusterJob job;
        job.program = "/usr/bin/visualbert";
        job.workingFolder = path("");
        job.run = path(run);
        job.shards = 3;
        job.time = "10";
        return job;
    }
    void program(const std::string& name, const std::string& text) const
    {
        const auto file = write(("bin/" + name).c_str(), "#!/bin/bash\nprintf '%s ' " + name + " \"$@\" >>" +
                                                             shellWord(path("called").string()) + "\n" + text + "\n");
        ::chmod(file.c_str(), 0755);
    }
    QString called() const { return QString::fromStdString(readTextFile(path("called"))); }

private Q_SLOTS:
    void initTestCase()
    {
        m_pathBefore = std::getenv("PATH");
        ::setenv("PATH", (path("bin").string() + ":" + m_pathBefore).c_str(), 1);
    }
    void cleanupTestCase() { ::setenv("PATH", m_pathBefore.c_str(), 1); }
    void init()
    {
        write("called", "");
        program("sbatch", "[[ $* == *merge* ]] && echo 18 || echo '17;cluster'");
        program("squeue", "exit 1");
        program("sacct", "exit 1");
        program("scancel", "");
    }

    void statesAreRead()
    {
        const auto states = slurm::readSlurmStates("17_1|RUNNING|None|node 1\n17_2|PENDING|Resources|\n"
                                                   "17_2.batch|RUNNING||n\n17_3|CANCELLED by 0|None|n2\ngarbage\n");
        QCOMPARE(states.size(), std::size_t(3));
        QCOMPARE(states.at("1").state, std::string("RUNNING"));
        QCOMPARE(states.at("1").reason, std::string());
        QCOMPARE(states.at("1").node, std::string("node 1"));
        QCOMPARE(states.at("2").reason, std::string("Resources"));
        QCOMPARE(states.at("3").state, std::string("CANCELLED"));
        QCOMPARE(slurm::readSlurmStates("18|PENDING|Dependency|\n").at("").reason, std::string("Dependency"));
    }

    void bothJobsAreSubmitted()
    {
        const ClusterRun run = submitRun(job("submitted"));
        QCOMPARE(run.array, std::string("17"));
        QCOMPARE(run.merge, std::string("18"));
        const QString folder = QString::fromStdString(path("submitted").string());
        QVERIFY2(called().contains("sbatch --parsable --chdir=" + folder + " " + folder + "/cluster/predict.sh"),
                 qPrintable(called()));
        QVERIFY2(called().contains("--dependency=afterany:17 " + folder + "/cluster/merge.sh"), qPrintable(called()));
        const ClusterRun again = ClusterRun::read(path("submitted"));
        QCOMPARE(again.shards, 3);
        QCOMPARE(again.jobs(), (std::vector<std::string>{"17", "18"}));
    }

    void aRefusedMergeTakesTheArrayBack()
    {
        program("sbatch",
                "[[ $* == *merge* ]] && { echo 'sbatch: error: first' >&2; echo 'Invalid dependency' >&2; exit 1; }"
                "\necho 17");
        const QString said = messageOf([&] { submitRun(job("refused")); });
        QVERIFY2(said.contains("Slurm did not take the job: Invalid dependency"), qPrintable(said));
        QVERIFY2(called().contains("scancel 17"), qPrintable(called()));
        QVERIFY(messageOf([&] { ClusterRun::read(path("refused")); }).contains("was not given to a cluster"));
    }

    void withoutSlurmTheWayOutIsSaid()
    {
        std::filesystem::remove(path("bin/sbatch"));
        ::setenv("PATH", path("bin").c_str(), 1);
        const QString said = messageOf([&] { submitRun(job("nowhere")); });
        ::setenv("PATH", (path("bin").string() + ":" + m_pathBefore).c_str(), 1);
        QVERIFY2(said.contains("--dry-run"), qPrintable(said));
    }

    void aliveRunsAreNotSubmittedTwice()
    {
        submitRun(job("twice"));
        program("squeue", "[[ $* == *17* ]] && echo '17_2|PENDING|Resources|'");
        const QString said = messageOf([&] { submitRun(job("twice")); });
        QVERIFY2(said.contains("Job 17") && said.contains("cluster cancel"), qPrintable(said));
        program("squeue", "echo '17_2|COMPLETED|None|n'");
        submitRun(job("twice"));
    }

    void aShardIsALine_data()
    {
        QTest::addColumn<QString>("slurm");
        QTest::addColumn<QString>("progress");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("detail");
        const auto progress = [](const char* state) {
            return QString(R"({"state":"%1","items":40,"done":10,"failed":2,"items_per_second":5,"seconds_left":6})")
                .arg(state);
        };
        QTest::newRow("waiting") << "PENDING|Resources|"
                                 << ""
                                 << "waiting"
                                 << "Resources";
        QTest::newRow("running") << "RUNNING|None|node7" << progress("running") << "running"
                                 << "10 of 40 items, 2 without an answer, 5.0 a second, 6 s left; on node7";
        QTest::newRow("to go on") << "PENDING|BeginTime|" << progress("stopped") << "waiting"
                                  << "10 of 40 items, 2 without an answer; BeginTime";
        QTest::newRow("finished") << "COMPLETED|None|n" << progress("finished") << "finished"
                                  << "10 of 40 items, 2 without an answer";
        QTest::newRow("forgotten by Slurm") << "" << progress("finished") << "finished"
                                            << "10 of 40 items";
        QTest::newRow("lost") << "" << progress("running") << "unknown"
                              << "shard-2.log";
        QTest::newRow("cancelled") << "CANCELLED|None|n" << progress("stopped") << "cancelled"
                                   << "shard-2.log";
        QTest::newRow("out of time") << "TIMEOUT|None|n" << progress("running") << "failed"
                                     << "TIMEOUT; see ";
        QTest::newRow("damaged") << "FAILED|None|n"
                                 << "{"
                                 << "failed"
                                 << "FAILED; see ";
        QTest::newRow("of unlike kinds") << "RUNNING|None|"
                                         << R"({"state":3,"items":"x"})"
                                         << "running"
                                         << "0 of 0 items";
    }

    void aShardIsALine()
    {
        QFETCH(QString, slurm);
        QFETCH(QString, progress);
        QFETCH(QString, state);
        QFETCH(QString, detail);
        std::filesystem::remove_all(path("lines"));
        const ClusterRun run = submitRun(job("lines"));
        if (!progress.isEmpty())
            write("lines/shards/2-of-3/progress.json", progress.toStdString());
        program("squeue", slurm.isEmpty() ? "exit 1" : ("[[ $* == *17* ]] && echo '17_2|" + slurm + "'").toStdString());
        const auto lines = statusOf(run);
        QCOMPARE(lines.size(), std::size_t(4));
        QCOMPARE(lines[1].name, std::string("shard 2"));
        QCOMPARE(QString::fromStdString(lines[1].state), state);
        QVERIFY2(QString::fromStdString(lines[1].detail).contains(detail), lines[1].detail.c_str());
        QCOMPARE(lines[3].name, std::string("merge"));
    }

    void accountsAreAskedWhatTheQueueForgot()
    {
        const ClusterRun run = submitRun(job("accounts"));
        program("sacct", "[[ $* == *17* ]] && printf '17_1|FAILED|None|n\\n17_1.batch|FAILED||n\\n'");
        QCOMPARE(statusOf(run)[0].state, std::string("failed"));
        // The queue forgets tasks one by one, and knows better of the others.
        program("squeue", "[[ $* == *17* ]] && echo '17_2|RUNNING|None|n'");
        program("sacct", "[[ $* == *17* ]] && printf '17_1|OUT_OF_MEMORY|None|n\\n17_2|PENDING|None|\\n'");
        const auto lines = statusOf(run);
        QVERIFY2(lines[0].detail.starts_with("OUT_OF_MEMORY"), lines[0].detail.c_str());
        QCOMPARE(lines[1].state, std::string("running"));
        QCOMPARE(lines[2].state, std::string("unknown"));
    }

    void damagedRecordsAreRefused_data()
    {
        QTest::addColumn<QString>("record");
        for (const char* record :
             {"{}", "[]", R"({"shards":3,"array":"17; rm","merge":"18"})", R"({"shards":3,"array":17,"merge":"18"})",
              R"({"shards":0,"array":"17","merge":"18"})", R"({"shards":3,"array":"--all","merge":"18"})"})
            QTest::newRow(record) << record;
    }

    void damagedRecordsAreRefused()
    {
        QFETCH(QString, record);
        write("damaged/cluster/jobs.json", record.toStdString());
        const QString said = messageOf([&] { ClusterRun::read(path("damaged")); });
        QVERIFY2(said.contains("does not say which jobs"), qPrintable(said));
    }
};

VBS_TEST_MAIN(ClusterRunTest)
#include "cluster_run_test.moc"
