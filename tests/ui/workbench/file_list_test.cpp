#include "ui/workbench/file_list.h"

#include "tests/support/test_main.h"
#include "tests/ui/workbench/parts.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace vbs::test {

class FileListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("place");
        QTest::newRow("first") << "a.png" << 0;
        QTest::newRow("last") << "c.png" << 2;
        QTest::newRow("none of them") << "d.png" << -1;
        QTest::newRow("pasted") << "" << -1;
    }
    void places()
    {
        QFETCH(QString, path);
        OpenFiles state;
        FileList list(state);
        QSignalSpy files(&list, &FileList::filesChanged), current(&list, &FileList::currentChanged);
        list.setFiles({"a.png", "b.png", "c.png"});
        QCOMPARE(files.size(), 1);
        QCOMPARE(state.currentFile, -1);
        list.goTo(1);
        QCOMPARE(state.currentFile, 1);
        list.goTo(path);
        QTEST(state.currentFile, "place");
        QCOMPARE(current.size(), 3);
    }

    void pastedPicturesStayBehindTheFiles()
    {
        OpenFiles state;
        FileList list(state);
        const auto pasted = [](int number) {
            return OpenPicture{{}, "Pasted picture", nullptr, QStringLiteral("pasted %1").arg(number)};
        };
        list.addPasted(pasted(1));
        QCOMPARE(state.files, QStringList("pasted 1"));
        QCOMPARE(state.currentFile, -1);
        list.goTo("pasted 1");
        list.setFiles({"a.png", "b.png"});
        QCOMPARE(state.files, QStringList({"a.png", "b.png", "pasted 1"}));
        QCOMPARE(state.paths(), QStringList({"a.png", "b.png"}));
        list.goTo("pasted 1");
        QCOMPARE(state.currentFile, 2);
        for (int number = 2; number <= int(FileList::kMostPasted) + 3; ++number)
            list.addPasted(pasted(number));
        QCOMPARE(state.pasted.size(), FileList::kMostPasted);
        QCOMPARE(state.files.value(state.currentFile), QString("pasted 1")); // on display, so it stays
        QVERIFY(!state.pastedOf("pasted 2") && !state.pastedOf("pasted 4"));
        QVERIFY(state.pastedOf("pasted 5") && !state.pastedOf("a.png"));
        QCOMPARE(state.files.size(), qsizetype(FileList::kMostPasted) + 2);
    }

    void aFoldersPicturesComeInNaturalOrder()
    {
        const QTemporaryDir folder;
        for (const char* name : {"10.png", "9.png", "notes.txt"})
            plainImage().save(folder.filePath(name), "PNG");
        OpenFiles state;
        FileList list(state);
        QSignalSpy read(&list, &FileList::folderRead), reading(&list, &FileList::readingChanged);
        list.readFolder(folder.path());
        QVERIFY(list.isReading());
        QVERIFY(read.wait());
        QVERIFY(!list.isReading());
        QCOMPARE(reading.size(), 2);
        const auto listing = read[0][1].value<FolderListing>();
        QCOMPARE(listing.files, QStringList({folder.filePath("9.png"), folder.filePath("10.png")}));
        QCOMPARE(listing.folder, folder.path());
        QVERIFY(state.files.isEmpty()); // the conductor decides
    }

    void anOnlySubfolderWithPicturesStandsForItsFolder()
    {
        const QTemporaryDir folder;
        const QDir dir(folder.path());
        for (const char* name : {"images", "labels"})
            QVERIFY(dir.mkdir(name));
        plainImage().save(folder.filePath("images/a.png"));
        OpenFiles state;
        FileList list(state);
        QSignalSpy read(&list, &FileList::folderRead);
        list.readFolder(folder.path());
        QVERIFY(read.wait());
        QCOMPARE(read[0][0].toString(), folder.path());
        QCOMPARE(read[0][1].value<FolderListing>().folder, folder.filePath("images"));
        QCOMPARE(read[0][1].value<FolderListing>().files, QStringList{folder.filePath("images/a.png")});
        QVERIFY(dir.mkdir("more"));
        plainImage().save(folder.filePath("more/b.png"));
        list.readFolder(folder.path());
        QVERIFY(read.wait());
        QVERIFY(read[1][1].value<FolderListing>().files.isEmpty()); // the user decides
        QCOMPARE(read[1][1].value<FolderListing>().subfolders,
                 QStringList({folder.filePath("images"), folder.filePath("more")}));
    }

    void whatComesAndGoesIsNoticed()
    {
        const QTemporaryDir folder;
        for (const char* name : {"a.png", "b.png", "c.png"})
            plainImage().save(folder.filePath(name));
        OpenFiles state;
        FileList list(state);
        QSignalSpy changed(&list, &FileList::folderChanged);
        list.setFiles({folder.filePath("a.png"), folder.filePath("b.png"), folder.filePath("c.png")});
        list.goTo(1);
        list.watchFolder(folder.path());
        QVERIFY(QFile::remove(folder.filePath("a.png")));
        QVERIFY(QFile::remove(folder.filePath("b.png"))); // which is on display, and stays so long
        plainImage().save(folder.filePath("d.png"));
        QVERIFY(changed.wait());
        QCOMPARE(changed.back()[0].toStringList(),
                 QStringList({folder.filePath("c.png"), folder.filePath("b.png"), folder.filePath("d.png")}));
        list.watchFolder({});
        plainImage().save(folder.filePath("e.png"));
        QVERIFY(!changed.wait(600));
    }

    void aFileThatIsOpenedAloneHasItsSiblings()
    {
        const QTemporaryDir folder;
        for (const char* name : {"a.png", "b.png", "c.png"})
            plainImage().save(folder.filePath(name));
        OpenFiles state;
        FileList list(state);
        QSignalSpy read(&list, &FileList::siblingsRead), reading(&list, &FileList::readingChanged);
        list.setFiles({folder.filePath("b.png")});
        list.findSiblings(folder.filePath("b.png"));
        QVERIFY(read.wait());
        QCOMPARE(read[0][0].toStringList().size(), 3);
        QVERIFY(reading.isEmpty()); // nothing waits for it
        list.setFiles({folder.filePath("a.png")});
        list.findSiblings(folder.filePath("a.png"));
        list.setFiles({folder.filePath("b.png"), folder.filePath("c.png")}); // the user chose others
        QVERIFY(!read.wait(200));
    }

    void aFolderThatIsNotThereIsRefused()
    {
        OpenFiles state;
        FileList list(state);
        QSignalSpy failed(&list, &FileList::folderFailed);
        list.readFolder("/no/such/folder");
        QVERIFY(failed.wait());
        QVERIFY(!list.isReading());
    }

    void whatIsCancelledOrOvertakenIsNotTold()
    {
        const QTemporaryDir first, second;
        plainImage().save(second.filePath("a.png"));
        OpenFiles state;
        FileList list(state);
        QSignalSpy read(&list, &FileList::folderRead), reading(&list, &FileList::readingChanged);
        list.cancelReading(); // nothing is being read
        QCOMPARE(reading.size(), 0);
        list.readFolder(first.path());
        list.cancelReading();
        QVERIFY(!list.isReading());
        list.readFolder(first.path());
        list.readFolder(second.path());
        QVERIFY(read.wait());
        QCoreApplication::processEvents();
        QCOMPARE(read.size(), 1);
        QCOMPARE(read[0][0].toString(), second.path());
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::FileListTest)
#include "file_list_test.moc"
