#include "tests/support/local_slurm.h"

#include "tests/support/free_port.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace vbs::test {

namespace {

/// Debian has daemons in folders that an ordinary user's PATH lacks.
QString daemonProgram(const QString& name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {"/usr/sbin", "/usr/local/sbin", "/sbin"}) : found;
}

QString userName()
{
    const passwd* user = ::getpwuid(::geteuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString();
}

bool write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

/// What was queued again begins after as many seconds: Slurm's credentials hold for that long, and a job that begins
/// before fails ("Job credential revoked"). Two minutes are usual; longer than KillWait, so that what ran is gone.
constexpr int kRequeueSeconds = 20;

constexpr char kConfiguration[] = R"(ClusterName=test
SlurmctldHost=%1(127.0.0.1)
SlurmUser=%2
SlurmdUser=%2
SlurmctldPort=%3
SlurmdPort=%4
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=%5/munge/socket,cred_expire=%6
StateSaveLocation=%5/state
SlurmdSpoolDir=%5/spool
SlurmctldPidFile=%5/slurmctld.pid
SlurmdPidFile=%5/slurmd.pid
SlurmctldLogFile=%5/slurmctld.log
SlurmdLogFile=%5/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
MailProg=/bin/true
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1
SlurmdParameters=config_overrides
ReturnToService=1
KillWait=5
MinJobAge=3600
NodeName=node1 NodeHostname=%1 NodeAddr=127.0.0.1 Port=%4 CPUs=2 CoresPerSocket=2
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
)";

} // namespace

LocalSlurm::LocalSlurm() = default;

LocalSlurm::~LocalSlurm()
{
    if (m_daemons.size() == 3) // what jobs started belongs to no daemon of ours
        run("scancel", {"--full", "--signal=KILL", "--user=" + userName()});
    std::ranges::reverse(m_daemons);
    for (const auto& daemon : m_daemons) {
        if (daemon->state() == QProcess::NotRunning)
            continue;
        ::kill(pid_t(daemon->processId()), SIGTERM);
        if (!daemon->waitForFinished(20'000)) {
            daemon->kill();
            daemon->waitForFinished();
        }
    }
}

QString LocalSlurm::missing()
{
    for (const char* program : {"munged", "slurmctld", "slurmd", "sbatch", "setpriv"})
        if (daemonProgram(program).isEmpty())
            return QString("%1 is not installed (Debian: slurm-wlm and munge).").arg(program);
    return {};
}

bool LocalSlurm::launch(const QString& program, const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setProcessEnvironment(environment(QProcessEnvironment::systemEnvironment()));
    process->start("setpriv", QStringList{"--pdeathsig=TERM", daemonProgram(program)} + arguments);
    const bool started = process->waitForStarted();
    m_daemons.push_back(std::move(process));
    if (!started)
        m_failure = program + " cannot be started.";
    return started;
}

QString LocalSlurm::said() const
{
    QString text;
    for (const auto& daemon : m_daemons)
        text += QString::fromUtf8(daemon->readAll()).right(400);
    for (const char* log : {"slurmctld.log", "slurmd.log"}) {
        QFile file(m_folder.filePath(log));
        if (file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll()).right(800);
    }
    return text;
}

bool LocalSlurm::start()
{
    const QDir folder(m_folder.path());
    for (const char* name : {"munge", "key", "state", "spool"})
        folder.mkdir(name);
    // munged wants its socket to be open to all, and its key to nobody else.
    const auto all = QFile::ExeGroup | QFile::ExeOther, own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QFile::setPermissions(folder.path(), own | all);
    QFile::setPermissions(folder.filePath("munge"), own | all);
    QFile::setPermissions(folder.filePath("key"), own);
    const QString configuration = QString(kConfiguration)
                                      .arg(QSysInfo::machineHostName().section('.', 0, 0), userName())
                                      .arg(freePort())
                                      .arg(freePort())
                                      .arg(folder.path())
                                      .arg(kRequeueSeconds);
    if (!write(folder.filePath("slurm.conf"), configuration.toUtf8()) ||
        !write(folder.filePath("key/key"), QByteArray(1024, 'k'))) {
        m_failure = "The cluster's folder cannot be written.";
        return false;
    }
    if (!launch("munged", {"--foreground", "--socket=" + folder.filePath("munge/socket"),
                           "--key-file=" + folder.filePath("key/key"), "--pid-file=" + folder.filePath("munge/pid"),
                           "--seed-file=" + folder.filePath("key/seed")}))
        return false;
    if (!QTest::qWaitFor([&] { return QFile::exists(folder.filePath("munge/socket")); }, 20'000)) {
        m_failure = "munged does not start: " + said();
        return false;
    }
    if (!launch("slurmctld", {"-D", "-c"}) || !launch("slurmd", {"-D", "-N", "node1"}))
        return false;
    if (!QTest::qWaitFor([&] { return run("sinfo", {"--noheader", "--format=%T"}) == "idle"; }, 60'000)) {
        m_failure = "The cluster's node does not get ready: " + said();
        return false;
    }
    return true;
}

QProcessEnvironment LocalSlurm::environment(QProcessEnvironment others) const
{
    others.insert("SLURM_CONF", m_folder.filePath("slurm.conf"));
    return others;
}

QString LocalSlurm::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment(QProcessEnvironment::systemEnvironment()));
    process.start(program, arguments);
    process.waitForFinished(60'000);
    if (const QByteArray fault = process.readAllStandardError(); !fault.isEmpty())
        qWarning("%s: %s", qPrintable(program), fault.constData());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace vbs::test
