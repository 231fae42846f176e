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

    static QProcessEnvironment withoutDisplay()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(name);
        return environment;
    }

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

    void optionsNeedNoDisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("help") << QStringList{"--help"} << 0 << "--pack <name>";
        QTest::newRow("version") << QStringList{"--version"} << 0 << "visualbert-studio ";
        QTest::newRow("unknown option") << QStringList{"--bogus"} << 2 << "error: Unknown option 'bogus'";
        QTest::newRow("no number") << QStringList{"--threads", "x"} << 2 << "error: --threads needs a number";
        QTest::newRow("Qt's option") << QStringList{"-platform", "xcb", "--threads=x"} << 2 << "--threads needs";
        QTest::newRow("Qt's option with =") << QStringList{"--style=fusion", "--version"} << 0 << "visualbert-studio ";
    }
    /// They ended in "Aborted", or in a sentence about the display.
    void optionsNeedNoDisplay()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, said);
        QProcess process;
        process.setProcessEnvironment(withoutDisplay());
        process.start(QString(programFolder()) + "/visualbert-studio", arguments);
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), code);
        const QString out = process.readAllStandardOutput(), errors = process.readAllStandardError();
        QVERIFY2((code == 0 ? out : errors).contains(said), qPrintable(out + errors));
        QVERIFY2((code == 0 ? errors : out).isEmpty(), qPrintable(out + errors));
        if (code != 0)
            QCOMPARE(errors.trimmed().count('\n'), 0);
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
        QProcessEnvironment environment = withoutDisplay();
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
