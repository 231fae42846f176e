#include "core/base/child_program.h"
#include "core/base/file_io.h"
#include "core/cluster/batch_scripts.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr char kOddName[] = "it's $(touch hacked) \"%a\" `x` \\ & | ; *\n#SBATCH --uid=0";

} // namespace

/// The scripts run here in the shell that Slurm would give them to, with programs in the places of visualbert and
/// scontrol that write down what they were called with.
class BatchScriptsTest : public QObject, TextFiles {
    Q_OBJECT

    ClusterJob job() const
    {
        ClusterJob job;
        job.program = path("bin/visual bert");
        job.workingFolder = path("");
        job.run = path("run") / kOddName;
        job.predictArguments = {"--task", "vqa", "--dataset", kOddName, "--output", job.run.string()};
        job.shards = 8;
        job.time = "1-02:00:00";
        return job;
    }
    void program(const char* name, const std::string& text) const
    {
        const auto file = write(name, "#!/bin/bash\n" + text);
        ::chmod(file.c_str(), 0755);
    }
    /// @param script run in the array's fifth task, or as the job behind it.
    ChildOutcome runScript(const std::string& script, const std::string& argument = {}) const
    {
        const auto file = write("script.sh", script);
        return runChildProgram({"env", "PATH=" + path("bin").string() + ":/usr/bin:/bin", "SLURM_ARRAY_JOB_ID=12",
                                "SLURM_ARRAY_TASK_ID=5", "SLURM_JOB_ID=13", "bash", file.string(), argument});
    }
    std::string called() const { return QFile::exists(path("called").c_str()) ? readTextFile(path("called")) : ""; }

private Q_SLOTS:
    void init()
    {
        for (const char* name : {"called", "hacked"})
            std::filesystem::remove(path(name));
        program("bin/scontrol",
                "printf 'scontrol %s %s\\n' \"$1\" \"$2\" >>" + shellWord(path("called").string()) + "\n");
    }

    void wordsAreReadBack_data()
    {
        QTest::addColumn<QString>("word");
        for (const char* word : {"", "plain/name-1.json", "two words", "'", "''", "a'b", "$HOME", "~", "!", "\"", "\\",
                                 "\n", "\t", "*", "bytes \xff\xfe", "-x", "=x", "#x"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }

    void wordsAreReadBack()
    {
        QFETCH(QString, word);
        const std::string bytes = word.toLatin1().toStdString();
        QCOMPARE(runChildProgram({"sh", "-c", "printf '[%s]' " + shellWord(bytes)}).out, "[" + bytes + "]");
    }

    void whatIsAskedFor()
    {
        ClusterJob job = this->job();
        job.atOnce = 2;
        job.partition = "long";
        job.gpus = "a100:1";
        job.memory = "16G";
        job.account = "lab";
        job.cpus = 4;
        job.options = {"--qos=high"};
        job.warning = 60;
        const QString script = QString::fromStdString(predictScript(job));
        for (const char* line :
             {"--array=1-8%2", "--time=1-02:00:00", "--partition=long", "--gres=gpu:a100:1", "--mem=16G",
              "--account=lab", "--cpus-per-task=4", "--qos=high", "--signal=B:USR1@60", "--requeue"})
            QVERIFY2(script.contains(QString("\n#SBATCH %1\n").arg(line)), line);
        const QString merge = QString::fromStdString(mergeScript(job));
        QVERIFY(merge.contains("\n#SBATCH --partition=long\n") && !merge.contains("gpu"));
        QVERIFY(QString::fromStdString(predictScript(this->job())).contains("--array=1-8\n"));
    }

    /// Slurm replaces %a in the whole path, which belongs to RUN's name here.
    void outputsKeepTheirPlace()
    {
        ClusterJob job = this->job();
        QVERIFY(QString::fromStdString(predictScript(job)).contains("\n#SBATCH --output=/dev/null\n"));
        job.run = path("plain run");
        QVERIFY(QString::fromStdString(predictScript(job)).contains("\n#SBATCH --output=cluster/shard-%a.log\n"));
        QVERIFY(!QString::fromStdString(predictScript(job)).contains("exec >>"));
        QVERIFY(QString::fromStdString(mergeScript(job)).contains("\n#SBATCH --output=cluster/merge.log\n"));
    }

    /// Slurm reads lines that begin so, until the first that is no comment.
    void namesAreNoOptions()
    {
        const QString script = QString::fromStdString(predictScript(job()));
        for (const QString& text : {script, QString::fromStdString(mergeScript(job()))}) {
            const auto end = text.indexOf(QRegularExpression("^[^#]", QRegularExpression::MultilineOption));
            QVERIFY(text.left(end).contains("#SBATCH --job-name") && !text.left(end).contains("--uid"));
            QVERIFY(text.mid(end).contains("\n#SBATCH --uid=0"));
        }
    }

    void oddValuesAreRefused_data()
    {
        QTest::addColumn<QString>("value");
        for (const char* value : {"a b", "a\n#SBATCH --uid=0", "a;b", "$(id)", "a'b", "a\"b", "a\\b", "a#b"})
            QTest::newRow(value) << value;
    }

    void oddValuesAreRefused()
    {
        QFETCH(QString, value);
        for (auto member : {&ClusterJob::time, &ClusterJob::partition, &ClusterJob::gpus, &ClusterJob::account,
                            &ClusterJob::memory}) {
            ClusterJob job = this->job();
            job.*member = value.toStdString();
            QVERIFY(messageOf([&] { job.check(); }).contains("cannot stand in a batch script"));
        }
        ClusterJob job = this->job();
        job.options = {"--comment=" + value.toStdString()};
        QVERIFY(messageOf([&] { job.check(); }).contains("cannot stand in a batch script"));
        job.options = {"script"};
        QVERIFY(messageOf([&] { job.check(); }).contains("--name=value"));
    }

    void limitsLeaveTimeBeforeTheWarning_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<int>("seconds"); // 0: as sbatch likes
        const std::pair<const char*, int> limits[] = {
            {"2", 120},     {"2:30", 150},    {"0:02:30", 150}, {"1:00:00", 3600},
            {"1-0", 86400}, {"0-1", 3600},    {"0-0:3", 180},   {"0-0:2:30", 150},
            {"0", 0},       {"UNLIMITED", 0}, {"1:2:3:4", 0},   {"", 0},
            {"1-", 0},      {"-1", 0},        {"1::2", 0},      {"99999999999999999999", 0}};
        for (const auto& [time, seconds] : limits)
            QTest::newRow(time) << time << seconds;
    }
    void limitsLeaveTimeBeforeTheWarning()
    {
        QFETCH(QString, time);
        QFETCH(int, seconds);
        ClusterJob job = this->job();
        job.time = time.toStdString();
        job.warning = seconds > 0 ? seconds - 1 : 65535;
        QCOMPARE(messageOf([&] { job.check(); }), QString());
        if (seconds == 0)
            return;
        job.warning = seconds;
        const QString reason = messageOf([&] { job.check(); });
        QVERIFY2(reason.contains(QString("its limit of %1 is %2 seconds").arg(time).arg(seconds)), qPrintable(reason));
    }

    void theProgramGetsItsWords()
    {
        program("bin/visual bert", "printf '<%s>' \"$@\" >called\n");
        std::filesystem::create_directories(job().run / "cluster");
        QCOMPARE(runScript(predictScript(job())).exitCode, 0);
        const std::string odd = std::string("<") + kOddName + ">", run = "<" + job().run.string() + ">";
        QCOMPARE(called(),
                 "<predict><--task><vqa><--dataset>" + odd + "<--output>" + run + "<--shard><auto><--resume>");
        QCOMPARE(runScript(mergeScript(job())).exitCode, 0);
        QCOMPARE(called(), "<merge>" + run);
        QVERIFY(!std::filesystem::exists(path("hacked")));
    }

    void mergingWaitsForWhatIsQueuedAgain()
    {
        program("bin/visual bert", "printf '<%s>' \"$@\" >called\n");
        program("bin/squeue", "[ \"$2\" = --jobs=12 ] && echo '12_5 all visualbert PD'\n");
        std::filesystem::create_directories(job().run / "cluster");
        QCOMPARE(runScript(mergeScript(job()), "12").exitCode, 0);
        QCOMPARE(called(), std::string("scontrol requeue 13\n"));
        // Slurm knows nothing of it any more, or answers nothing.
        program("bin/squeue", "echo 'Invalid job id specified' >&2; exit 1\n");
        QCOMPARE(runScript(mergeScript(job()), "12").exitCode, 0);
        QVERIFY2(called().starts_with("<merge>"), called().c_str());
    }

    void exitCodesAreHandedOn_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<bool>("again");
        // The script, the program's parent, gets what Slurm sends; the program then gets its signal.
        const auto signalled = [](const char* signal, int code) {
            return QString("trap 'kill $s; exit %2' USR1; sleep 60 >/dev/null 2>&1 & s=$!; kill -%1 $PPID; wait")
                .arg(signal)
                .arg(code);
        };
        const QString answer = "mkdir -p \"$F\"; echo 1 >\"$F/predictions.jsonl\"; ";
        QTest::newRow("done") << "exit 0" << 0 << false;
        QTest::newRow("failed") << "exit 1" << 1 << false;
        QTest::newRow("stopped by somebody else") << answer + "exit 75" << 75 << false;
        QTest::newRow("near its limit") << answer + signalled("USR1", 75) << 75 << true;
        QTest::newRow("near its limit without an answer") << signalled("USR1", 75) << 75 << false;
        QTest::newRow("near its limit at its start")
            << "kill -USR1 $PPID; exec sleep 60 >/dev/null 2>&1" << 75 << false;
        QTest::newRow("done near its limit") << answer + signalled("USR1", 0) << 0 << false;
        QTest::newRow("cancelled") << answer + signalled("TERM", 75) << 75 << false;
    }

    void exitCodesAreHandedOn()
    {
        QFETCH(QString, program);
        QFETCH(int, exitCode);
        QFETCH(bool, again);
        std::filesystem::remove_all(job().run);
        const std::string folder = (job().run / "shards" / "5-of-8").string();
        this->program("bin/visual bert", "F=" + shellWord(folder) + "\n" + program.toStdString() + "\n");
        std::filesystem::create_directories(job().run / "cluster");
        const ChildOutcome outcome = runScript(predictScript(job()));
        QCOMPARE(outcome.exitCode, exitCode);
        QCOMPARE(called(), std::string(again ? "scontrol requeue 12_5\n" : ""));
        QCOMPARE(QString::fromStdString(readTextFile(job().run / "cluster" / "shard-5.log"))
                     .contains("give more with --time"),
                 QString(QTest::currentDataTag()).contains(QRegularExpression("without an answer|at its start")));
    }
};

VBS_TEST_MAIN(BatchScriptsTest)
#include "batch_scripts_test.moc"
