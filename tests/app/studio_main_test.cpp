#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace vbs::test {

/// The program of the window as its users start it.
class StudioMainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// It starts itself anew with a tuned environment, and was called "exe" from then on.
    void theProcessKeepsItsName()
    {
        QTemporaryDir folder;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        environment.remove("VBS_ENVIRONMENT_TUNED");
        environment.remove("OMP_WAIT_POLICY"); // so that there is something to tune
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QString(programFolder()) + "/visualbert-studio", {"--settings", folder.filePath("s.ini")});
        QVERIFY(process.waitForStarted());
        const auto read = [&](const char* name) {
            QFile file(QString("/proc/%1/%2").arg(process.processId()).arg(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY_WITH_TIMEOUT(read("environ").contains("VBS_ENVIRONMENT_TUNED=1"), 60000);
        QCOMPARE(read("comm").trimmed(), QByteArray("visualbert-stud")); // Linux keeps fifteen letters
        process.kill();
        QVERIFY(process.waitForFinished());
    }

    void withoutADisplayOneLineTells_data()
    {
        QTest::addColumn<QString>("display");
        QTest::newRow("none") << QString();
        QTest::newRow("none that answers") << QString(":4711");
    }
    void withoutADisplayOneLineTells()
    {
        QFETCH(QString, display);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(name);
        if (!display.isEmpty())
            environment.insert("DISPLAY", display);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QString(programFolder()) + "/visualbert-studio", QStringList());
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(said.contains("There is no display"), qPrintable(said));
        QCOMPARE(said.trimmed().count('\n'), 0);
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::StudioMainTest)
#include "studio_main_test.moc"
