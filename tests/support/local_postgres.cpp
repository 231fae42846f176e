#include "tests/support/local_postgres.h"

#include "tests/support/free_port.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

#include <csignal>

namespace vbs::test {

namespace {

/// Debian keeps the server's programs by version, in no path.
QString serverProgram(const QString& name)
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QString found;
    for (const QString& version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (const QString program = versions.filePath(version + "/bin/" + name); QFileInfo(program).isExecutable())
            found = program;
    return found.isEmpty() ? QStandardPaths::findExecutable(name) : found;
}

bool isRoot()
{
    return ::geteuid() == 0;
}

} // namespace

LocalPostgres::~LocalPostgres()
{
    stop();
}

QString LocalPostgres::missing()
{
    if (serverProgram("initdb").isEmpty() || serverProgram("postgres").isEmpty())
        return "PostgreSQL is not installed; it stands in .ci/packages.txt.";
    if (QStandardPaths::findExecutable("setpriv").isEmpty() || !::getpwnam("nobody"))
        return "There is no setpriv, or nobody to be instead of root.";
    return {};
}

bool LocalPostgres::launch(QProcess& process, const QString& program, const QStringList& arguments)
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    // It ends with the test, however that ends.
    QStringList options{"--pdeathsig=INT"};
    if (isRoot())
        options << "--reuid=nobody"
                << "--regid=" + QString::number(::getpwnam("nobody")->pw_gid) << "--clear-groups";
    process.start("setpriv", options + QStringList{program} + arguments);
    return process.waitForStarted();
}

bool LocalPostgres::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    if (launch(process, program, arguments) && process.waitForFinished(60'000) && process.exitCode() == 0)
        return true;
    m_failure = program + " failed: " + QString::fromUtf8(process.readAll());
    return false;
}

bool LocalPostgres::start()
{
    const QString data = m_folder.filePath("data");
    if (m_port == 0) {
        m_port = freePort();
        if (const passwd* nobody = ::getpwnam("nobody");
            isRoot() && ::chown(qPrintable(m_folder.path()), nobody->pw_uid, nobody->pw_gid) != 0) {
            m_failure = "The server's folder cannot be given away.";
            return false;
        }
        if (!run(serverProgram("initdb"),
                 {"-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"}))
            return false;
    }
    if (!launch(m_server, serverProgram("postgres"),
                {"-D", data, "-h", "127.0.0.1", "-p", QString::number(m_port), "-k", m_folder.path()})) {
        m_failure = m_server.errorString();
        return false;
    }
    QByteArray said;
    while (!said.contains("ready to accept connections")) {
        if (!m_server.waitForReadyRead(60'000)) {
            m_failure = "The server does not start: " + QString::fromUtf8(said);
            return false;
        }
        said += m_server.readAll();
    }
    return true;
}

void LocalPostgres::stop(bool asACrash)
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    goOn();
    ::kill(pid_t(m_server.processId()), asACrash ? SIGQUIT : SIGINT);
    m_server.waitForFinished(60'000);
}

void LocalPostgres::signalAll(int signal)
{
    const QString pid = QString::number(m_server.processId());
    QFile children("/proc/" + pid + "/task/" + pid + "/children");
    QList<QByteArray> pids{pid.toLatin1()};
    if (children.open(QIODevice::ReadOnly))
        pids << children.readAll().split(' ');
    for (const QByteArray& one : pids)
        if (const pid_t process = one.trimmed().toInt(); process > 0)
            ::kill(process, signal);
}

void LocalPostgres::freeze()
{
    signalAll(SIGSTOP);
}

void LocalPostgres::goOn()
{
    signalAll(SIGCONT);
}

std::string LocalPostgres::address(const std::string& project) const
{
    return "postgresql://tester@127.0.0.1:" + std::to_string(m_port) + "/postgres/" + project;
}

} // namespace vbs::test
