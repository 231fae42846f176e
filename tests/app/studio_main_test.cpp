#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QProcess>
#include <QTest>

namespace vbs::test {

/// The program of the window as its users start it.
class StudioMainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
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
