#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <unistd.h>

namespace {

struct Outcome {
    int code = -1;
    QByteArray output, errors;
};

Outcome run(const QStringList& arguments)
{
    QProcess process;
    process.start(QString(vbs::test::programFolder()) + "/visualbert", arguments);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QMap<QString, QByteArray> filesOf(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            files[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
    }
    return files;
}

} // namespace

class ScenesCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void sameSeedSameBytes()
    {
        const QString a = m_folder.filePath("a"), b = m_folder.filePath("b"), c = m_folder.filePath("c");
        const Outcome outcome = run({"scenes", "--count", "6", "--seed", "3", "--output", a, "--json"});
        QVERIFY2(outcome.code == 0, outcome.errors);
        QCOMPARE(run({"scenes", "--count", "6", "--seed", "3", "--output", b}).code, 0);
        QCOMPARE(run({"scenes", "--count", "6", "--seed", "4", "--output", c}).code, 0);
        const auto files = filesOf(a);
        QCOMPARE(files.size(), 6 + 3);
        QVERIFY(files.contains("images/picture_book_seed3_000000000005.png"));
        QVERIFY(files == filesOf(b));
        QVERIFY(files["questions.json"] != filesOf(c)["questions.json"]);

        const QJsonObject summary = QJsonDocument::fromJson(outcome.output).object();
        QCOMPARE(summary["scenes"].toInt(), 6);
        QCOMPARE(summary["objects"].toInt(),
                 QJsonDocument::fromJson(files["instances.json"]).object()["annotations"].toArray().size());
        QCOMPARE(summary["questions"].toInt(),
                 QJsonDocument::fromJson(files["questions.json"]).object()["questions"].toArray().size());
        QVERIFY(outcome.errors.contains('%')); // progress
    }

    void keepsAwayFromFilledFoldersUnlessForced()
    {
        const QString folder = m_folder.filePath("filled");
        QVERIFY(QDir().mkpath(folder));
        QFile mine(folder + "/mine.txt");
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("keep");
        mine.close();
        const Outcome refused = run({"scenes", "--count", "1", "--output", folder});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains("not empty") && refused.errors.contains("--force"), refused.errors);
        QCOMPARE(filesOf(folder).size(), 1);
        QCOMPARE(run({"scenes", "--count", "1", "--output", folder, "--force"}).code, 0);
        QCOMPARE(filesOf(folder).size(), 1 + 1 + 3);
        QCOMPARE(filesOf(folder)["mine.txt"], QByteArray("keep"));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString out = m_folder.filePath("never");
        QTest::newRow("nothing") << QStringList{"scenes"};
        QTest::newRow("no output") << QStringList{"scenes", "--count", "3"};
        QTest::newRow("no count") << QStringList{"scenes", "--output", out};
        QTest::newRow("zero") << QStringList{"scenes", "--count", "0", "--output", out};
        QTest::newRow("negative") << QStringList{"scenes", "--count", "-1", "--output", out};
        QTest::newRow("word") << QStringList{"scenes", "--count", "many", "--output", out};
        QTest::newRow("seed") << QStringList{"scenes", "--count", "1", "--seed", "x", "--output", out};
        QTest::newRow("unknown") << QStringList{"scenes", "--count", "1", "--output", out, "--colour"};
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.errors.isEmpty());
        QVERIFY(!QFile::exists(m_folder.filePath("never")));
    }

    void anUnwritableFolderIsOneLine()
    {
        // A file where the folder should be: refused for everyone, root included.
        QFile file(m_folder.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        for (const QString& folder :
             {m_folder.filePath("file"), m_folder.filePath("file/below"), QStringLiteral("/proc/none")}) {
            const Outcome outcome = run({"scenes", "--count", "1", "--output", folder});
            QCOMPARE(outcome.code, 1);
            QCOMPARE(outcome.errors.count('\n'), 1);
            QVERIFY2(outcome.errors.startsWith("visualbert: error: ") && outcome.errors.contains(folder.toUtf8()),
                     outcome.errors);
            QVERIFY(outcome.output.isEmpty());
        }
    }

    void aReadOnlyFolderIsOneLine()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        const QString folder = m_folder.filePath("locked");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const Outcome outcome = run({"scenes", "--count", "1", "--output", folder});
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.errors.count('\n'), 1);
    }

    void helpNamesTheOptions()
    {
        const Outcome outcome = run({"scenes", "--help"});
        QCOMPARE(outcome.code, 0);
        for (const char* option : {"--count", "--seed", "--output", "--force", "--json"})
            QVERIFY2(outcome.output.contains(option), option);
    }
};

VBS_TEST_MAIN(ScenesCommandTest)
#include "scenes_command_test.moc"
