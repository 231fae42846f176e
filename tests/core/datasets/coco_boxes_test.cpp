#include "core/datasets/coco_boxes.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;

/// Odd records of a COCO file, each of which concerns no more than itself.
class CocoBoxesTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    /// Records that cannot be told to be a picture's are passed over, and it is said.
    void recordsWithoutAPictureArePassedOver()
    {
        const CocoBoxes file = CocoBoxes::read(write("odd.json", R"({"images":[{"id":1,"file_name":"a.png"},{"id":2},5],
            "annotations":[{"category_id":1,"bbox":[1,2,3,4]},{"image_id":1.5,"category_id":1,"bbox":[1,2,3,4]},
                           {"image_id":1,"category_id":1,"bbox":[1,2,3,4]}],"categories":[{"id":1}]})"));
        QCOMPARE(file.boxesOf(0).size(), std::size_t(1));
        QStringList said;
        for (const std::string& remark : file.remarks())
            said += QString::fromStdString(remark);
        QCOMPARE(said.size(), qsizetype(5));
        QVERIFY2(said[0].contains("images[1].file_name") &&
                     said[4].contains("annotations[1].image_id should be a whole"),
                 qPrintable(said.join("\n")));
    }

    void idsMayBeTexts()
    {
        CocoBoxes file = CocoBoxes::read(write("ids.json", R"({"images":[{"id":"x","file_name":"a.png"},
            {"id":7,"file_name":"b.png"}],"annotations":[{"id":"n","image_id":"x","category_id":"c","bbox":[1,2,3,4]},
            {"id":2,"image_id":"7","category_id":"c","bbox":[1,2,3,4]}],"categories":[{"id":"c","name":"cat"}]})"));
        QCOMPARE(file.boxesOf(0).at(0).label, std::string("cat"));
        QCOMPARE(file.boxesOf(1).size(), std::size_t(1));
        file.setBoxes(0, {{{1, 1, 2, 2}, "cat", -1}, {{1, 1, 2, 2}, "dog", -1}});
        QCOMPARE(file.json()["annotations"][1]["image_id"].dump(), std::string("\"x\""));
        QCOMPARE(file.json()["annotations"][1]["category_id"].dump(), std::string("\"c\""));
        QCOMPARE(file.boxesOf(0).at(1).label, std::string("dog"));
    }

    /// A file without categories and annotations gets both.
    void aFileWithoutListsIsWritten()
    {
        CocoBoxes file = CocoBoxes::read(write("bare.json", R"({"images":[{"id":1,"file_name":"a.png"}]})"));
        file.setBoxes(0, {{{1, 1, 2, 2}, "cat", -1}, {{1, 1, 3, 3}, "dog", -1}});
        QCOMPARE(file.json()["categories"].size(), std::size_t(2));
        QCOMPARE(file.boxesOf(0).at(1).label, std::string("dog"));
    }
};

VBS_TEST_MAIN(CocoBoxesTest)
#include "coco_boxes_test.moc"
