#include "core/base/json.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace vbs::test {

/// A prefix as `cmake --install` makes it, moved to another place afterwards.
class InstalledPrefixTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString prefix() const { return m_folder.filePath("moved"); }

    /// A user without anything of their own, so that only the prefix is left.
    QProcessEnvironment stranger() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"VBS_PACKS", "VBS_LESSONS", "VBS_CATALOG"})
            environment.remove(name);
        for (const char* name : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
            environment.insert(name, m_folder.filePath(QString(name).toLower()));
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        return environment;
    }

    QByteArray run(const QStringList& arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(stranger());
        process.start(prefix() + "/bin/visualbert", arguments);
        const bool ended = process.waitForFinished(120000) && process.exitCode() == 0;
        return ended ? process.readAllStandardOutput() : QByteArray("failed: ") + process.readAllStandardError();
    }

    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString cmake = QStandardPaths::findExecutable("cmake");
        if (cmake.isEmpty())
            QSKIP("cmake is not on the path, so nothing can be installed.");
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(cmake, {"--install", QString(programFolder()) + "/..", "--prefix", m_folder.filePath("first")});
        QVERIFY(process.waitForFinished(60000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
        QVERIFY(QDir().rename(m_folder.filePath("first"), prefix()));
    }

    void everythingIsThere_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* path :
             {"bin/visualbert", "bin/visualbert-studio", "libexec/visualbert-studio/visualbert-engine",
              "share/applications/visualbert-studio.desktop", "share/bash-completion/completions/visualbert",
              "share/bash-completion/completions/visualbert-studio", "share/doc/visualbert-studio/copyright",
              "share/doc/visualbert-studio/help/window.md", "share/icons/hicolor/scalable/apps/visualbert-studio.svg",
              "share/man/man1/visualbert.1.gz", "share/man/man1/visualbert-studio.1.gz",
              "share/mime/packages/visualbert-studio.xml",
              "share/visualbert-studio/lessons/de/3-look-or-guess/lesson.json",
              "share/visualbert-studio/lessons/en/3-look-or-guess/pictures/sea.jpg",
              "share/visualbert-studio/models/catalog.json", "share/visualbert-studio/models/picture-book/pack.json",
              "share/visualbert-studio/models/picture-book/vqa/model.safetensors",
              "share/visualbert-studio/selftest/reference-cases.json"})
            QTest::newRow(path) << QString(path);
    }
    void everythingIsThere()
    {
        QFETCH(QString, path);
        QVERIFY(QFileInfo(prefix() + '/' + path).size() > 0);
    }

    void iconsHaveTheirSizes()
    {
        int count = 0;
        QDirIterator files(prefix() + "/share/icons/hicolor", {"*.png"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QByteArray bytes = bytesOf(files.next());
            const int size = files.filePath().section("/hicolor/", 1).section('x', 0, 0).toInt();
            const auto number = [&](int at) { return uchar(bytes[at]) << 8 | uchar(bytes[at + 1]); }; // of PNG's head
            QCOMPARE(number(18), size);
            QCOMPARE(number(22), size);
            ++count;
        }
        QCOMPARE(count, 8);
    }

    void helpShowsItsPictures()
    {
        const QString help = prefix() + "/share/doc/visualbert-studio/help";
        static const QRegularExpression picture(R"(!\[[^\]]*\]\(([^)]+)\))");
        int count = 0;
        for (const QString& page : QDir(help).entryList({"*.md"})) {
            auto matches = picture.globalMatch(bytesOf(help + '/' + page));
            for (; matches.hasNext(); ++count) {
                const QString path = matches.next().captured(1);
                QVERIFY2(QFileInfo::exists(help + '/' + path), qPrintable(page + ": " + path));
            }
        }
        QVERIFY(count > 0);
    }

    void nothingSpeaksOfTheSources_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("command line") << "bin/visualbert";
        QTest::newRow("engine") << "libexec/visualbert-studio/visualbert-engine";
        QTest::newRow("window") << "bin/visualbert-studio";
    }
    void nothingSpeaksOfTheSources()
    {
        QFETCH(QString, program);
        const QByteArray bytes = bytesOf(prefix() + "/" + program);
        QVERIFY(!bytes.isEmpty());
        const qsizetype at = bytes.indexOf(sourceFolder());
        QVERIFY2(at < 0, bytes.mid(at, 200).constData());
    }

    void theCommandLineFindsThePack()
    {
        const QByteArray listed = run({"packs", "list", "--json"});
        QVERIFY2(listed.startsWith('{'), listed.constData());
        const Json packs = Json::parse(listed.toStdString())["packs"];
        QCOMPARE(packs.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(packs[0]["folder"]),
                 QDir(prefix()).canonicalPath() + "/share/visualbert-studio/models/picture-book");
        const QString sample = prefix() + "/share/visualbert-studio/models/picture-book/samples/picture-book.png";
        const QByteArray answer = run({"ask", sample, "What color is the ball?", "--top", "1"});
        QVERIFY2(answer.startsWith("orange "), answer.constData());
        QVERIFY(run({"packs", "available"}).contains("photo-questions")); // the catalog
    }

    /// It asks the pack's sample at its first start; the regions that it finds then are kept.
    /// A job's script outlives this run, so it names what people start, not the engine.
    void theClusterStartsWhatPeopleStart()
    {
        const QByteArray scripts =
            run({"cluster", "predict", "--task", "vqa", "--dataset", "q.json", "--images", "i", "--output",
                 m_folder.filePath("run"), "--shards", "2", "--time", "30", "--dry-run"});
        QVERIFY2(scripts.contains((prefix() + "/bin/visualbert predict").toUtf8()), scripts.constData());
        QVERIFY2(!scripts.contains("visualbert-engine"), scripts.constData());
    }

    void theWindowFindsThePack()
    {
        QProcess process;
        process.setProcessEnvironment(stranger());
        process.start(prefix() + "/bin/visualbert-studio", QStringList());
        QVERIFY(process.waitForStarted());
        const QString cache = m_folder.filePath("xdg_cache_home");
        const auto kept = [&] {
            return QDirIterator(cache, {"*"}, QDir::Files, QDirIterator::Subdirectories).hasNext();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(kept(), process.readAllStandardError().constData(), 60000);
        process.terminate();
        QVERIFY(process.waitForFinished());
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::InstalledPrefixTest)
#include "installed_prefix_test.moc"
