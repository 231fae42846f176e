#include "core/base/file_io.h"
#include "core/data/picture_names.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

class PictureNamesTest : public QObject, private TextFiles {
    Q_OBJECT

    PictureNames names(const QStringList& all) const
    {
        PictureNames names(path(""));
        for (int i = 0; i < all.size(); ++i)
            names.add(all[i].toStdString(), std::size_t(i));
        return names;
    }

private Q_SLOTS:
    void findsByAsManyFoldersAsBothHave_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("picture");
        QTest::addColumn<QList<int>>("found");
        const QStringList two{"train/1.png", "val/1.png"};
        QTest::newRow("whole path") << two << "val/1.png" << QList<int>{1};
        QTest::newRow("more folders") << two << "../data/val/1.png" << QList<int>{1};
        QTest::newRow("from the root") << two << "/x/data/train/1.png" << QList<int>{0};
        QTest::newRow("no folder: both") << two << "1.png" << QList<int>{0, 1};
        QTest::newRow("other folder: both") << two << "test/1.png" << QList<int>{0, 1};
        QTest::newRow("longest") << QStringList{"1.png", "a/1.png", "b/a/1.png"} << "x/b/a/1.png" << QList<int>{2};
        QTest::newRow("the record has no folder") << QStringList{"1.png"} << "a/b/1.png" << QList<int>{0};
        QTest::newRow("Windows") << QStringList{"images\\a.png", "masks\\a.png"} << "data/images/a.png"
                                 << QList<int>{0};
        QTest::newRow("from Windows' root") << QStringList{"C:\\me\\images\\a.png"} << "images/a.png" << QList<int>{0};
        QTest::newRow("moved") << QStringList{"..\\label\\b.png"} << "images/b.png" << QList<int>{0};
        QTest::newRow("suffix") << QStringList{"val/1.jpg", "train/1.png"} << "val/1.png" << QList<int>{0};
        QTest::newRow("file name before suffix") << QStringList{"1.jpg", "1.png"} << "1.png" << QList<int>{1};
        QTest::newRow("dots") << QStringList{"a.b.json", "a.json"} << "a.b.png" << QList<int>{0};
        QTest::newRow("number") << QStringList{"COCO_val2014_000000000042.jpg"} << "42.png" << QList<int>{0};
        QTest::newRow("two of one number") << QStringList{"001.png", "01.png"} << "n/1.png" << QList<int>{0, 1};
        QTest::newRow("accents as macOS stores them")
            << QStringList{"caf\u00e9s/\u00e9.png"} << "cafe\u0301s/e\u0301.png" << QList<int>{0};
        QTest::newRow("twice") << QStringList{"a.png", "a.png"} << "a.png" << QList<int>{0, 1};
        QTest::newRow("none") << two << "val/2.png" << QList<int>{};
    }
    void findsByAsManyFoldersAsBothHave()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, picture);
        QFETCH(QList<int>, found);
        QList<int> records;
        for (const std::size_t record : this->names(names).find(picture.toStdString()).records)
            records += int(record);
        QCOMPARE(records, found);
    }

    void whatLeadsToAnotherPictureIsThatOnes()
    {
        write("data/train/1.png", "one");
        write("data/val/1.png", "other");
        const std::string val = path("data/val/1.png").string();
        const PictureNames train = names({"train/1.png"});
        QVERIFY(train.find(val).records.empty());
        QVERIFY(names({"data/train/1.png"}).find(val).records.empty());
        QVERIFY(names({"train/1"}).find(val).records.empty()); // as feature files call it
        const PictureMatch own = train.find(path("data/train/1.png").string());
        QVERIFY(own.isOne() && !own.byNameAlone);
        write("data/train/1.png", "other"); // a copy may have them
        const PictureMatch copy = train.find(val);
        QVERIFY(copy.isOne() && copy.byNameAlone);
        QVERIFY(own.rank > copy.rank);
        fs::remove(path("data/train/1.png")); // or a folder under another name
        QVERIFY(train.find(val).byNameAlone);
    }

    void filesAreFoundWhereTheirFoldersAgree()
    {
        const PictureNames files = names({"train/1.jpg", "2.jpg", "a/3.jpg", "b/3.jpg", "m/4.json"});
        QVERIFY(files.findFile("val/1.jpg", true).records.empty());
        QVERIFY(files.findFile("lsmdc/2.jpg", false).isOne());
        QCOMPARE(files.findFile("3.jpg", false).records.size(), std::size_t(2));
        QVERIFY(files.findFile("b/3.png", true).isOne());
        QVERIFY(files.findFile("b/3.png", false).records.empty());
        QVERIFY(files.findFile("002.jpg", true).records.empty()); // numbers are no names of files
    }

    void namesAreListed()
    {
        QCOMPARE(names({"a\\b.png", "c.png"}).namesOf({0, 1}), std::string("a/b.png, c.png"));
        QCOMPARE(pictureId("a\\b.c.png"), std::string("b.c"));
    }
};

VBS_TEST_MAIN(PictureNamesTest)
#include "picture_names_test.moc"
