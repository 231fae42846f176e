#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/picture_list.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

class PictureListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        for (const char* name : {"b.png", "a.jpg", "deep/er/c.JPEG", "deep/a.jpg", "notes.txt", ".hidden/x.png"})
            writeFileAtomically(folder() / name, "no matter what");
        writeImage(folder() / "real.png", RgbImage(4, 3));
        fs::rename(folder() / "real.png", folder() / "without-suffix");
    }

    void listsFolders()
    {
        QCOMPARE(idsOf({folder()}), (QStringList{"a", "b", "deep/a", "deep/er/c", "without-suffix"}));
    }

    void keepsTheOrderAndDropsRepetitions()
    {
        QCOMPARE(idsOf({folder() / "b.png", folder() / "missing.png", folder() / "./b.png", folder() / "a.jpg"}),
                 (QStringList{"b", "missing", "a"}));
    }

    void tellsSuffixesApart()
    {
        writeFileAtomically(folder() / "a.png", "x");
        QCOMPARE(idsOf({folder() / "a.png", folder() / "a.jpg", folder() / "b.png"}),
                 (QStringList{"a.png", "a.jpg", "b"}));
    }

    void refusesTwoOfOneName()
    {
        try {
            listPictures({folder() / "a.jpg", folder() / "deep/a.jpg"});
            QFAIL("two pictures with one id were taken");
        } catch (const Error& e) {
            QVERIFY(QString(e.what()).contains("deep/a.jpg have the same name"));
            QVERIFY2(
                QString(e.what()).endsWith("above both instead, " + QString::fromStdString(folder().string()) + "."),
                e.what());
        }
    }

    void foldersThatCannotBeReadAreNamed()
    {
        fs::permissions(folder() / "deep/er", fs::perms::none);
        std::error_code code;
        fs::directory_iterator(folder() / "deep/er", code);
        if (!code)
            QSKIP("This user may read everything");
        const PictureList list = listPictures({folder()});
        fs::permissions(folder() / "deep/er", fs::perms::all);
        QCOMPARE(list.unlisted.size(), std::size_t(1));
        QVERIFY(QString::fromStdString(list.unlisted[0]).contains("deep/er cannot be listed: "));
        QCOMPARE(list.pictures.size(), std::size_t(4));
    }

    void listsFromWindows()
    {
        writeFileAtomically(folder() / "list.txt", "deep\\a.jpg\n");
        QCOMPARE(readPictureList(folder() / "list.txt").at(0).string(), (folder() / "deep/a.jpg").string());
    }

    void linesThatMeanNoPictureAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("the root") << QByteArray("/");
        QTest::newRow("this folder") << QByteArray(".");
        QTest::newRow("the folder above") << QByteArray("..");
    }
    void linesThatMeanNoPictureAreRefused()
    {
        QFETCH(QByteArray, line);
        writeFileAtomically(folder() / "list.txt", "b.png\n" + line.toStdString() + "\n");
        try {
            readPictureList(folder() / "list.txt");
            QFAIL("it was taken");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("list.txt, line 2"), e.what());
        }
    }

    void readsLists()
    {
        writeFileAtomically(folder() / "list.txt", "b.png\r\n\n  \n" + (folder() / "a.jpg").string() + "\nnowhere.png");
        const auto paths = readPictureList(folder() / "list.txt");
        QCOMPARE(paths.size(), std::size_t(3));
        QCOMPARE(paths[0], folder() / "b.png"); // beside the list
        QCOMPARE(paths[1], folder() / "a.jpg");
        QCOMPARE(paths[2], fs::path("nowhere.png"));
    }

private:
    fs::path folder() const { return m_temporary->path().toStdString(); }
    static QStringList idsOf(const std::vector<fs::path>& given)
    {
        QStringList ids;
        for (const ListedPicture& picture : listPictures(given).pictures)
            ids << QString::fromStdString(picture.id);
        return ids;
    }
    std::unique_ptr<QTemporaryDir> m_temporary;
};

VBS_TEST_MAIN(PictureListTest)
#include "picture_list_test.moc"
