#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

/// Programs whose address space is limited (ulimit -v).
class LittleMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsInEveryCase_data()
    {
        QTest::addColumn<int>("megabytes");
        for (const int megabytes : {600, 700, 800, 900, 1100, 1300})
            QTest::addRow("%d MB", megabytes) << megabytes;
    }
    /// OpenBLAS's threads would ask for memory that they are refused for ever. How much suffices depends on the
    /// libraries; below that there is one sentence.
    void endsInEveryCase()
    {
        QFETCH(int, megabytes);
        const QTemporaryDir home;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CACHE_HOME", home.path());
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([megabytes] {
            const rlimit limit{rlim_t(megabytes) << 20, rlim_t(megabytes) << 20};
            ::setrlimit(RLIMIT_AS, &limit);
        });
        const QString pack = QString(vbs::test::sourceFolder()) + "/models/picture-book";
        process.start(QString(vbs::test::programFolder()) + "/visualbert",
                      {"ask", pack + "/samples/boats.png", "What color is the sun?", "--pack", pack});
        QVERIFY2(process.waitForFinished(120000), "it hangs");
        const QByteArray said = process.readAllStandardError();
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() > 1)
            QSKIP("Its libraries cannot be loaded in so little memory.");
        QCOMPARE(said.isEmpty(), process.exitCode() == 0);
        if (process.exitCode() != 0)
            QVERIFY2(said.startsWith("visualbert: error: ") && said.count('\n') == 1, said.constData());
    }
};

VBS_TEST_MAIN(LittleMemoryTest)
#include "little_memory_test.moc"
