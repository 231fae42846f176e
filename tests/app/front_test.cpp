#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using vbs::test::programFolder;

/// `visualbert` does some things by itself and becomes the engine for the others; nobody can tell which.
class FrontTest : public QObject {
    Q_OBJECT

    struct Outcome {
        int exitCode = -1;
        QByteArray out, err;
        bool operator==(const Outcome&) const = default;
    };

    static Outcome run(const QString& program, const QStringList& arguments, const QStringList& variables = {})
    {
        QProcess process;
        QStringList environment = QProcess::systemEnvironment() + variables;
        process.setEnvironment(environment);
        process.start(program, arguments);
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QString front() { return QString(programFolder()) + "/visualbert"; }
    static QString engine() { return QString(programFolder()) + "/visualbert-engine"; }

private Q_SLOTS:
    void saysWhatTheEngineSays_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const std::pair<QStringList, int> calls[] = {{{"--help"}, 0},
                                                     {{"--version"}, 0},
                                                     {{}, 2},
                                                     {{"nonsense"}, 2},
                                                     {{"ask", "--help"}, 0},
                                                     {{"ask", "none.png", "What is it?", "--pack", "none"}, 1},
                                                     {{"tokenize", "--help"}, 0},
                                                     {{"tokenize", "a b", "--pack", "none"}, 1},
                                                     {{"tokenize", "--nonsense"}, 2},
                                                     {{"metrics"}, 1},
                                                     {{"packs"}, 2},
                                                     {{"packs", "--help"}, 0},
                                                     {{"packs", "list", "--help"}, 0},
                                                     {{"packs", "list", "nonsense"}, 2},
                                                     {{"packs", "show", "--help"}, 0},
                                                     {{"packs", "show", "none"}, 1},
                                                     {{"packs", "remove", "--help"}, 0},
                                                     {{"packs", "add", "--help"}, 0}};
        for (const auto& [arguments, exitCode] : calls)
            QTest::newRow(qPrintable(arguments.join(' '))) << arguments << exitCode;
    }
    void saysWhatTheEngineSays()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Outcome own = run(front(), arguments);
        QCOMPARE(own.exitCode, exitCode);
        QVERIFY(own == run(engine(), arguments));
        QVERIFY(!(own.out + own.err).isEmpty());
    }

    /// Also help and version count only once they are written.
    void aFullDiskIsTold_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("argument");
        for (const QString& program : {front(), engine()})
            for (const char* argument : {"--help", "--version"})
                QTest::addRow("%s %s", qPrintable(program.section('/', -1)), argument) << program << argument;
    }
    void aFullDiskIsTold()
    {
        QFETCH(QString, program);
        QFETCH(QString, argument);
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(program, {argument});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 1);
        const QByteArray reason = process.readAllStandardError();
        QVERIFY2(reason.startsWith("visualbert: error: Standard output cannot be written"), reason);
        QCOMPARE(reason.count('\n'), 1);
    }

    /// Loading either takes many times as long as what it does by itself.
    void loadsNeitherLibTorchNorOpenCv()
    {
        const Outcome list = run(front(), {}, {"LD_TRACE_LOADED_OBJECTS=1"});
        QVERIFY2(list.out.contains("libc.so"), list.out);
        for (const char* heavy : {"torch", "opencv", "gdal", "Qt6"})
            QVERIFY2(!list.out.contains(heavy), list.out);
    }

    void theEngineIsMissed()
    {
        const QTemporaryDir folder;
        const QString alone = folder.filePath("visualbert");
        QVERIFY(QFile::copy(front(), alone));
        QCOMPARE(run(alone, {"--version"}).exitCode, 0);
        const Outcome missed = run(alone, {"ask"});
        QCOMPARE(missed.exitCode, 1);
        QVERIFY2(missed.err.startsWith("visualbert: error: visualbert-engine") && missed.err.contains("is missing"),
                 missed.err);
        QCOMPARE(missed.err.count('\n'), 1);
    }
};

VBS_TEST_MAIN(FrontTest)
#include "front_test.moc"
