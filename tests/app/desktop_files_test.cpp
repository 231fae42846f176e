#include "core/base/program_version.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace vbs::test {

/// What a desktop reads of an installed program.
class DesktopFilesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_data;
    const QString m_desktop = QString(sourceFolder()) + "/resources/desktop/";
    const QString m_metainfo =
        QString(programFolder()) + "/../manual/io.github.visualbert_studio.VisualBertStudio.metainfo.xml";

    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QDir(m_data.path()).mkpath("mime/packages");
        QVERIFY(QFile::copy(m_desktop + "visualbert-studio-mime.xml", m_data.filePath("mime/packages/vbs.xml")));
        qputenv("XDG_DATA_HOME", m_data.path().toLocal8Bit()); // before the first look into the database
    }

    void judgesAccept_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("desktop") << "desktop-file-validate"
                                 << QStringList{"--warn-kde", m_desktop + "visualbert-studio.desktop"};
        QTest::newRow("metainfo") << "appstreamcli" << QStringList{"validate", "--no-net", m_metainfo};
    }
    void judgesAccept()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        const QString path = QStandardPaths::findExecutable(program);
        if (path.isEmpty())
            QSKIP(qPrintable(program + " is not installed."));
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(path, arguments);
        QVERIFY(process.waitForFinished(60000));
        const QByteArray said = process.readAll();
        QVERIFY2(process.exitCode() == 0, said.constData());
        QVERIFY2(!said.contains("error") && !said.contains("warning"), said.constData());
    }

    void typesAreKnown_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("parent");
        QByteArray review = "SQLite format 3" + QByteArray(85, '\0');
        review.replace(68, 4, "VBSR"); // where SQLite keeps an application's id
        const QString reviewType = "application/x-visualbert-review+sqlite3";
        const QString lessonType = "application/x-visualbert-lesson+zip";
        QTest::newRow("lesson") << "toys.vbslesson" << QByteArray("PK\3\4") << lessonType << "application/zip";
        QTest::newRow("review") << "a.vbsreview" << review << reviewType << "application/vnd.sqlite3";
    }
    void typesAreKnown()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, contents);
        QFETCH(QString, type);
        QFETCH(QString, parent);
        const QMimeType found = QMimeDatabase().mimeTypeForFileNameAndData(file, contents);
        QCOMPARE(found.name(), type);
        QVERIFY2(found.parentMimeTypes().contains(parent), qPrintable(found.parentMimeTypes().join(' ')));
        QVERIFY(found.comment() != type);
        QVERIFY(bytesOf(m_desktop + "visualbert-studio.desktop").contains(type.toUtf8() + ';'));
        QVERIFY(bytesOf(m_metainfo).contains("<mediatype>" + type.toUtf8() + "</mediatype>"));
    }

    /// Every kind of picture that the program opens is offered to it.
    void picturesAreOffered()
    {
        const QByteArray entry = bytesOf(m_desktop + "visualbert-studio.desktop");
        for (const char* suffix : {"png", "jpg", "jpeg", "bmp", "gif", "webp", "tif", "tiff", "ppm", "pgm", "pnm"}) {
            const QString type =
                QMimeDatabase().mimeTypeForFile("a." + QString(suffix), QMimeDatabase::MatchExtension).name();
            QVERIFY2(entry.contains(type.toUtf8() + ';'), qPrintable(type));
        }
    }

    void actionsCallTheProgram()
    {
        const QByteArray entry = bytesOf(m_desktop + "visualbert-studio.desktop");
        for (const char* shown : {"review", "lesson"})
            QVERIFY(entry.contains("Exec=visualbert-studio --show " + QByteArray(shown) + '\n'));
        QProcess help;
        help.start(QString(programFolder()) + "/visualbert-studio", {"--help"});
        QVERIFY(help.waitForFinished(60000));
        QVERIFY(help.readAllStandardOutput().contains("--show <review|lesson>"));
    }

    void theReleaseIsThisOne()
    {
        QVERIFY(
            bytesOf(m_metainfo).contains("<release version=\"" + QByteArray::fromStdString(programVersion()) + "\""));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::DesktopFilesTest)
#include "desktop_files_test.moc"
