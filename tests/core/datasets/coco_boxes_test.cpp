#include "core/datasets/coco_boxes.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;
using vbs::test::messageOf;

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
        QVERIFY2(said[0].contains("images[1] has no \"file_name\"") &&
                     said[3].contains("annotations[1].image_id should be a whole"),
                 qPrintable(said.join("\n")));
    }

    void idsMayBeTexts()
    {
        const CocoBoxes file = CocoBoxes::read(write("ids.json", R"({"images":[{"id":"x","file_name":"a.png"},
            {"id":7,"file_name":"b.png"}],"annotations":[{"id":"n","image_id":"x","category_id":"c","bbox":[1,2,3,4]},
            {"id":2,"image_id":"7","category_id":"c","bbox":[1,2,3,4]}],"categories":[{"id":"c","name":"cat"}]})"));
        QCOMPARE(file.boxesOf(0).at(0).label, std::string("cat"));
        QCOMPARE(file.boxesOf(1).size(), std::size_t(1));
    }

    /// The arrays may come in any order, and be null or missing.
    void arraysInAnyOrder()
    {
        const CocoBoxes file = CocoBoxes::read(write("order.json", R"({"categories":[{"id":1,"name":"cat"}],
            "annotations":[{"image_id":1,"category_id":1,"bbox":[1,2,3,4]}],"images":[{"id":1,"file_name":"a.png"}]})"));
        QCOMPARE(file.boxesOf(0).at(0).label, std::string("cat"));
        QVERIFY(CocoBoxes::read(write("null.json", R"({"annotations":null,"images":[{"id":1,"file_name":"a.png"}]})"))
                    .boxesOf(0)
                    .empty());
    }

    void filesThatAreNotCocos_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("no images") << QByteArray(R"({"annotations":[]})") << "has no \"images\": is it COCO's?";
        QTest::newRow("null images") << QByteArray(R"({"images":null})") << "has no \"images\": is it COCO's?";
        QTest::newRow("no list") << QByteArray(R"({"images":[],"annotations":{}})") << "annotations should be an array";
        QTest::newRow("twice") << QByteArray(R"({"images":[],"images":[]})") << "has \"images\" twice";
        QTest::newRow("cut off") << QByteArray(R"({"images":[{"id":1,"file_name":"a.png"}],"annotations":[{"id":)")
                                 << "annotations[0] is not valid JSON";
        QTest::newRow("something follows") << QByteArray(R"({"images":[]} 5)") << "something follows the object's end";
        QTest::newRow("another value") << QByteArray("[1]") << "should be a JSON object";
    }
    void filesThatAreNotCocos()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const auto file = write("other.json", text.toStdString());
        const QString message = messageOf([&] { CocoBoxes::read(file); });
        QVERIFY2(message.contains(said) && message.contains("other.json"), qPrintable(message));
    }
};

VBS_TEST_MAIN(CocoBoxesTest)
#include "coco_boxes_test.moc"
