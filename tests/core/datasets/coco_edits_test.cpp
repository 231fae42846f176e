#include "core/datasets/coco_edits.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;
using vbs::test::messageOf;

namespace {

// In the form of COCO's own files, with keys that this program does not know, a NaN and odd spaces.
constexpr char kCoco[] = R"({
  "info": {"year": 2024,  "contributor": "someone"}, "licenses": [{"id": 1, "name": "free"}],
  "images": [
    {"id": 9, "file_name": "train/yard.jpg", "width": 100, "height": 80, "score": NaN},
    {"id": 4, "file_name": "empty.png", "width": 10, "height": 10}],
  "annotations": [
    {"id": 70, "image_id": 9, "category_id": 2, "bbox": [10, 20, 30.5, 40], "area": 600.25, "iscrowd": 0,
     "segmentation": [[10, 20, 40, 20, 40, 60]], "reviewed_by": "me"},
    {"id": 71, "image_id": 9, "category_id": 5, "bbox": [90, 70, 50, 50], "area": 2500, "iscrowd": 0},
    {"id": 72, "image_id": 9, "category_id": 5, "bbox": [0, 0, 5, 5], "area": 25, "iscrowd": 1},
    {"id": 18446744073709551616, "image_id": 33, "category_id":  5, "bbox": [0, 0, 5, 5.10]}],
  "categories": [{"id": 2, "name": "dog", "supercategory": "animal", "color": "#ff0000"}, {"id": 5, "name": "cat"}]
})";

} // namespace

class CocoEditsTest : public QObject, private TextFiles {
    Q_OBJECT

    Json written() const { return readJsonFile(path("written.json")); }

private Q_SLOTS:
    void withoutAChangeEveryByteStays()
    {
        const CocoBoxes file = CocoBoxes::read(write("instances.json", kCoco));
        CocoEdits edits(file);
        edits.setBoxes(0, file.boxesOf(0));
        edits.write(path("written.json"));
        QCOMPARE(readTextFile(path("written.json")), std::string(kCoco));
    }

    void onlyWhatIsChangedChanges()
    {
        const CocoBoxes file = CocoBoxes::read(write("instances.json", kCoco));
        std::vector<LabelledBox> boxes = file.boxesOf(0);
        boxes[0].box.x1 = 12; // with an outline: the area stays the outline's
        boxes[1].label = "dog";
        boxes[1].box = {80, 60, 100, 80};
        boxes.pop_back();
        boxes.push_back({{1, 1, 4, 5}, "bird", -1});
        CocoEdits edits(file);
        edits.setBoxes(0, boxes);
        edits.setBoxes(1, {{{0, 0, 2, 2}, "dog", -1}});
        edits.write(path("written.json"));
        const Json after = written(), list = after["annotations"];
        QCOMPARE(list.size(), std::size_t(5));
        QCOMPARE(list[0]["bbox"].dump(), std::string("[12.0,20,28.5,40]"));
        QCOMPARE(list[0]["area"].get<double>(), 600.25);
        QCOMPARE(list[0]["reviewed_by"].get<std::string>(), std::string("me"));
        QCOMPARE(list[1]["category_id"].get<int>(), 2);
        QCOMPARE(list[1]["area"].get<double>(), 400.);
        QCOMPARE(list[3]["id"].get<int>(), 73);
        QCOMPARE(list[3]["category_id"].get<int>(), 6);
        QCOMPARE(list[3]["bbox"].dump(), std::string("[1.0,1.0,3.0,4.0]"));
        QCOMPARE(list[4]["image_id"].get<int>(), 4);
        QCOMPARE(list[4]["category_id"].get<int>(), 2);
        QCOMPARE(after["categories"][2]["name"].get<std::string>(), std::string("bird"));
        // Another picture's record, a NaN and what this program does not know.
        const QByteArray text = QByteArray::fromStdString(readTextFile(path("written.json")));
        constexpr const char* kOther = R"({"id": 18446744073709551616, "image_id": 33, "category_id":  5, )";
        for (const char* kept :
             {kOther, "\"score\": NaN}", "\"info\": {\"year\": 2024,  \"contributor\"", "#ff0000\"}"})
            QVERIFY2(text.contains(kept), kept);
        QCOMPARE(CocoBoxes::read(path("written.json")).boxesOf(0).size(), std::size_t(3));
    }

    /// Commas are right whichever records go.
    void anyRecordsMayGo_data()
    {
        QTest::addColumn<int>("kept");
        QTest::addColumn<bool>("added");
        for (int kept = 0; kept < 16; ++kept)
            for (const bool added : {false, true})
                QTest::addRow("%d%s", kept, added ? " and a new one" : "") << kept << added;
    }
    void anyRecordsMayGo()
    {
        QFETCH(int, kept);
        QFETCH(bool, added);
        std::string records;
        for (int i = 0; i < 4; ++i)
            records += std::string(i > 0 ? " ,\n" : "") + R"({"image_id":1,"category_id":1,"bbox":[1,1,2,)" +
                       std::to_string(i + 1) + "]}";
        const CocoBoxes file = CocoBoxes::read(
            write("four.json", R"({"annotations": [ )" + records + R"( ], "images":[{"id":1,"file_name":"a.png"}]})"));
        std::vector<LabelledBox> boxes = file.boxesOf(0);
        std::erase_if(boxes, [&](const LabelledBox& box) { return (kept >> box.record & 1) == 0; });
        std::vector<float> heights;
        for (const LabelledBox& box : boxes)
            heights.push_back(box.box.height());
        if (added) {
            boxes.push_back({{0, 0, 1, 9}, "", -1});
            heights.push_back(9);
        }
        CocoEdits edits(file);
        edits.setBoxes(0, boxes);
        edits.write(path("four.json"));
        std::vector<float> now;
        for (const LabelledBox& box : CocoBoxes::read(path("four.json")).boxesOf(0))
            now.push_back(box.box.height());
        QVERIFY2(now == heights, readTextFile(path("four.json")).c_str());
    }

    void idsMayBeTexts()
    {
        const CocoBoxes file = CocoBoxes::read(write("ids.json", R"({"images":[{"id":"x","file_name":"a.png"}],
            "annotations":[{"id":"n","image_id":"x","category_id":"c","bbox":[1,2,3,4]}],
            "categories":[{"id":"c","name":"cat"}]})"));
        CocoEdits edits(file);
        edits.setBoxes(0, {{{1, 1, 2, 2}, "cat", -1}, {{1, 1, 2, 2}, "dog", -1}});
        edits.write(path("written.json"));
        const Json list = written()["annotations"];
        QCOMPARE(list[0]["image_id"].dump() + list[0]["category_id"].dump(), std::string(R"("x""c")"));
        QCOMPARE(CocoBoxes::read(path("written.json")).boxesOf(0).at(1).label, std::string("dog"));
    }

    /// A file without categories and annotations gets both, and a picture that it lacks is put in.
    void listsAndPicturesAreMade_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("missing") << QByteArray(R"({"images":[]})");
        QTest::newRow("null") << QByteArray(R"({"annotations":null,"images":[], "categories":null})");
        QTest::newRow("empty") << QByteArray(
            R"({"annotations":[ ],"images":[{"id":"x","file_name":"b.png"}],"categories":[]})");
    }
    void listsAndPicturesAreMade()
    {
        QFETCH(QByteArray, text);
        const CocoBoxes file = CocoBoxes::read(write("bare.json", text.toStdString()));
        CocoEdits edits(file);
        const std::size_t image = edits.addImage("a.png", 30, 20);
        edits.setBoxes(image, {{{1, 1, 2, 2}, "cat", -1}, {{1, 1, 3, 3}, "dog", -1}, {{1, 1, 2, 2}, "cat", -1}});
        edits.write(path("bare.json"));
        const CocoBoxes back = CocoBoxes::read(path("bare.json"));
        QCOMPARE(back.images().at(image).fileName, std::string("a.png"));
        QCOMPARE(back.images().at(image).width, 30);
        QCOMPARE(back.boxesOf(image).size(), std::size_t(3));
        QCOMPARE(back.boxesOf(image).at(1).label, std::string("dog"));
        QCOMPARE(readJsonFile(path("bare.json"))["categories"].size(), std::size_t(2));
    }

    /// Records that are damaged or missing are referred to all the same, and numbers may be written as texts.
    void newIdsAreNobodys()
    {
        const CocoBoxes file = CocoBoxes::read(write("ids.json", R"({"images":[{"id":"3","file_name":"b.png"},{"id":4}],
            "annotations":[{"id":9,"image_id":5,"category_id":7,"bbox":[1,2,3,4]},{"id":9223372036854775807}],
            "categories":[{"id":6}]})"));
        CocoEdits edits(file);
        edits.setBoxes(edits.addImage("a.png", 30, 20), {{{1, 1, 2, 2}, "cat", -1}});
        edits.write(path("written.json"));
        const Json after = written();
        QCOMPARE(after["images"][2]["id"].get<int>(), 6);
        QCOMPARE(after["categories"][1]["id"].get<int>(), 8);
        QCOMPARE(after["annotations"][2]["id"].get<int>(), 10);
    }

    void aFileThatWasChangedMeanwhileIsLeftAlone()
    {
        const CocoBoxes file = CocoBoxes::read(write("instances.json", kCoco));
        CocoEdits edits(file);
        edits.setBoxes(0, {});
        write("instances.json", R"({"images":[]})");
        QVERIFY(messageOf([&] { edits.write(path("instances.json")); }).contains("has changed since it was read"));
        QCOMPARE(readTextFile(path("instances.json")), std::string(R"({"images":[]})"));
        QVERIFY(messageOf([&] { CocoEdits again(file); }).contains("has changed"));
    }
};

VBS_TEST_MAIN(CocoEditsTest)
#include "coco_edits_test.moc"
