#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

namespace vbs::test {

/// Real starts of the window's program with one settings file.
class OneWindowTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }

    /// A copy of a sample that no other test opens.
    QString picture(const QString& name) const
    {
        QFile::copy(QString(sourceFolder()) + "/models/picture-book/samples/toys.png", path(name));
        return path(name);
    }

    std::unique_ptr<QProcess> started(const QStringList& arguments, const QString& settings = "s.ini") const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        environment.insert("XDG_RUNTIME_DIR", m_folder->path());
        environment.insert("XDG_CACHE_HOME", path("cache"));
        environment.insert("XDG_DATA_HOME", path("data"));
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(m_folder->path());
        process->start(QString(programFolder()) + "/visualbert-studio",
                       QStringList{"--settings", path(settings)} + arguments);
        return process->waitForStarted() ? std::move(process) : nullptr;
    }

    /// The window keeps what it opened last.
    bool hasOpened(const QString& name, const QString& settings = "s.ini") const
    {
        QFile file(path(settings));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(name.toUtf8());
    }

    std::unique_ptr<QProcess> windowWith(const QString& name, const QStringList& more = {},
                                         const QString& settings = "s.ini") const
    {
        auto process = started(more + QStringList{picture(name)}, settings);
        return process && QTest::qWaitFor([&] { return hasOpened(name, settings); }, 60000) ? std::move(process)
                                                                                            : nullptr;
    }

    static bool isRunning(const QProcess& process) { return process.state() == QProcess::Running; }

    static bool endsAsGuest(QProcess& process)
    {
        return process.waitForFinished(30000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    static void end(QProcess& process)
    {
        process.kill();
        process.waitForFinished();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void pathsGoToTheOpenWindow()
    {
        const auto first = windowWith("first.png");
        QVERIFY(first);
        picture("second.png");
        const auto second = started({"second.png"}); // from its own folder
        QVERIFY(second && endsAsGuest(*second));
        QTRY_VERIFY_WITH_TIMEOUT(hasOpened("second.png"), 20000);
        QVERIFY(isRunning(*first));
        end(*first);
    }

    void aCrashedWindowIsNotAsked()
    {
        const auto crashed = windowWith("first.png");
        QVERIFY(crashed);
        end(*crashed);
        QVERIFY(!QDir(m_folder->path()).entryList({"visualbert-studio-*"}, QDir::System | QDir::Files).isEmpty());
        const auto next = windowWith("second.png");
        QVERIFY(next && isRunning(*next));
        const auto guest = started({picture("third.png")});
        QVERIFY(guest && endsAsGuest(*guest));
        QTRY_VERIFY_WITH_TIMEOUT(hasOpened("third.png"), 20000);
        end(*next);
    }

    void aWindowThatHangsIsNotWaitedFor()
    {
        const auto first = windowWith("first.png");
        QVERIFY(first);
        ::kill(pid_t(first->processId()), SIGSTOP);
        const auto second = windowWith("second.png");
        ::kill(pid_t(first->processId()), SIGCONT);
        QVERIFY(second && isRunning(*second));
        end(*second);
        end(*first);
    }

    void ownWindows_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("settings");
        QTest::newRow("wanted") << QStringList{"--new-window"} << "s.ini";
        QTest::newRow("wanted, in other words") << QStringList{"--new-instance"} << "s.ini";
        QTest::newRow("with settings of its own") << QStringList() << "t.ini";
    }
    void ownWindows()
    {
        QFETCH(QStringList, more);
        QFETCH(QString, settings);
        const auto first = windowWith("first.png");
        QVERIFY(first);
        const auto second = windowWith("second.png", more, settings);
        QVERIFY(second && isRunning(*second) && isRunning(*first));
        end(*second);
        end(*first);
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::OneWindowTest)
#include "one_window_test.moc"
