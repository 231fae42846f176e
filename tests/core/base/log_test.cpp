#include "core/base/log.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void levelComesFromTheEnvironment_data();
    void levelComesFromTheEnvironment();
};

namespace {

/// What a process with this VBS_LOG writes to standard error; the level is read once, so each needs its own.
std::string linesWith(const char* level)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDERR_FILENO);
        level != nullptr ? ::setenv("VBS_LOG", level, 1) : ::unsetenv("VBS_LOG");
        vbs::logDebug("a debug line {}");
        vbs::logInfo("an info line");
        vbs::logWarning("a warning line");
        vbs::logError("an error line");
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string text;
    char buffer[256];
    for (ssize_t count; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        text.append(buffer, std::size_t(count));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return text;
}

} // namespace

void LogTest::levelComesFromTheEnvironment_data()
{
    QTest::addColumn<QString>("level");
    QTest::addColumn<int>("lines");
    QTest::newRow("unset") << QString() << 2;
    QTest::newRow("debug") << "debug" << 4;
    QTest::newRow("info") << "info" << 3;
    QTest::newRow("error") << "error" << 1;
    QTest::newRow("off") << "off" << 0;
    QTest::newRow("nonsense means the usual") << "loud" << 2;
}

void LogTest::levelComesFromTheEnvironment()
{
    QFETCH(QString, level);
    QFETCH(int, lines);
    const QByteArray bytes = level.toUtf8();
    const QString text = QString::fromStdString(linesWith(level.isNull() ? nullptr : bytes.constData()));
    QCOMPARE(text.count("line"), lines);
    QCOMPARE(text.contains("an error line"), lines >= 1);
    QCOMPARE(text.contains("a debug line {}"), lines == 4); // braces are no placeholders
}

VBS_TEST_MAIN(LogTest)
#include "log_test.moc"
