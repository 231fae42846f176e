#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/datasets/box_file.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include "core/datasets/coco_boxes.h"
#include "core/datasets/labelme.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace vbs;
using vbs::test::messageOf;
namespace fs = std::filesystem;

namespace {

// As labelme 5 writes it, with a polygon, and with keys that this program does not know.
constexpr char kLabelme[] = R"({
  "version": "5.2.1", "flags": {"checked": true},
  "shapes": [
    {"label": "dog", "points": [[30.123456789, 40], [10, 20.5]], "group_id": 7, "description": "brown",
     "shape_type": "rectangle", "flags": {"hard": false}, "mask": null, "score": 0.5},
    {"label": "outline", "points": [[1, 1], [5, 1], [3, 4]], "group_id": null, "shape_type": "polygon", "flags": {}},
    {"label": "cat", "points": [[50, 5], [90, 5], [90, 60], [50, 60]], "group_id": null, "shape_type": "rectangle",
     "flags": {}, "difficult": true}
  ],
  "imagePath": "..\/pictures\/yard.jpg", "imageData": null, "imageHeight": 80, "imageWidth": 100, "text": "kept"
})";

constexpr char kCoco[] = R"({
  "info": {"year": 2024, "contributor": "someone"}, "licenses": [{"id": 1, "name": "free"}],
  "images": [
    {"id": 9, "file_name": "train/COCO_train2014_000000000123.jpg", "width": 100, "height": 80, "coco_url": "x"},
    {"id": 4, "file_name": "empty.png", "width": 10, "height": 10}],
  "annotations": [
    {"id": 70, "image_id": 9, "category_id": 2, "bbox": [10, 20, 30.5, 40], "area": 600.25, "iscrowd": 0,
     "segmentation": [[10, 20, 40, 20, 40, 60]], "reviewed_by": "me"},
    {"id": 71, "image_id": 9, "category_id": 5, "bbox": [90, 70, 50, 50], "area": 2500, "iscrowd": 0},
    {"id": 72, "image_id": 9, "category_id": 5, "bbox": [0, 0, 5, 5], "area": 25, "iscrowd": 1}],
  "categories": [{"id": 2, "name": "dog", "supercategory": "animal", "color": "#ff0000"}, {"id": 5, "name": "cat"}]
})";

} // namespace

class BoxFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }
    void readsLabelme();
    void labelmeKeepsWhatItDoesNotKnow();
    void labelmeFaults_data();
    void labelmeFaults();
    void makesALabelmeFile();
    void readsCoco();
    void cocoFaults_data();
    void cocoFaults();
    void clipsToThePicture();
    void namesEveryEmptyBox();
    void tellsPicturesOfOneNameApart();
    void twoPicturesWithOneIdAreRefused();
    void labelmeDescribesItsOwnPicture();
    void tooManyBoxesAreRefused();
    void findsAPicturesBoxes();
    void refusesWhatDoesNotFit();

private:
    fs::path folder() const { return m_temporary->path().toStdString(); }
    fs::path write(const std::string& name, const std::string& contents) const
    {
        writeFileAtomically(folder() / name, contents);
        return folder() / name;
    }
    std::unique_ptr<QTemporaryDir> m_temporary;
};

void BoxFileTest::readsLabelme()
{
    const LabelmeFile file = LabelmeFile::read(write("yard.json", kLabelme));
    QCOMPARE(file.imagePath(), std::string("../pictures/yard.jpg"));
    QCOMPARE(file.width(), 100);
    QCOMPARE(file.height(), 80);
    const std::vector<LabelledBox> wanted{{{10, 20.5f, 30.123456789f, 40}, "dog", 0}, {{50, 5, 90, 60}, "cat", 2}};
    QVERIFY(file.boxes() == wanted);
    QCOMPARE(file.otherShapes(), (std::map<std::string, int>{{"polygon", 1}}));
}

void BoxFileTest::labelmeKeepsWhatItDoesNotKnow()
{
    LabelmeFile file = LabelmeFile::read(write("yard.json", kLabelme));
    const OrderedJson before = file.json();
    file.write(folder() / "same.json");
    OrderedJson same = readOrderedJsonFile(folder() / "same.json");
    // Nothing changed but the four points, which become two.
    QCOMPARE(same["shapes"][2]["points"].dump(), std::string("[[50.0,5.0],[90.0,60.0]]"));
    OrderedJson expected = before;
    expected["shapes"][2]["points"] = same["shapes"][2]["points"];
    QCOMPARE(same.dump(), expected.dump());

    std::vector<LabelledBox> boxes = file.boxes();
    boxes.erase(boxes.begin() + 1);              // the cat goes
    boxes.push_back({{1, 2, 3, 4}, "bird", -1}); // a bird comes
    boxes[0].label = "hound";                    // the dog is renamed only
    file.setBoxes(boxes);
    file.write(folder() / "edited.json");
    const OrderedJson edited = readOrderedJsonFile(folder() / "edited.json");
    QCOMPARE(edited["shapes"].size(), std::size_t(3));
    QCOMPARE(edited["text"].get<std::string>(), std::string("kept"));
    QCOMPARE(edited["flags"].dump(), before["flags"].dump());
    QCOMPARE(edited["shapes"][1].dump(), before["shapes"][1].dump());
    OrderedJson dog = before["shapes"][0];
    dog["label"] = "hound";
    QCOMPARE(edited["shapes"][0].dump(), dog.dump()); // its exact coordinates, and score 0.5
    QCOMPARE(edited["shapes"][2]["points"].dump(), std::string("[[1.0,2.0],[3.0,4.0]]"));
    QCOMPARE(edited["shapes"][2]["shape_type"].get<std::string>(), std::string("rectangle"));
    QCOMPARE(LabelmeFile::read(folder() / "edited.json").boxes().size(), std::size_t(2));

    boxes = file.boxes();
    boxes[0].box.x2 = 33;
    file.setBoxes(boxes);
    QCOMPARE(file.json()["shapes"][0]["points"].dump(), std::string("[[10.0,20.5],[33.0,40.0]]"));
    QCOMPARE(file.json()["shapes"][0]["group_id"].get<int>(), 7);
}

void BoxFileTest::labelmeFaults_data()
{
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<QString>("message");
    QTest::newRow("three points") << QByteArray(R"({"shape_type":"rectangle","points":[[1,2],[3,4],[5,6]]})")
                                  << "shapes[0]";
    QTest::newRow("no points") << QByteArray(R"({"shape_type":"rectangle"})") << "shapes[0] is a rectangle";
    QTest::newRow("texts") << QByteArray(R"({"shape_type":"rectangle","points":[["1",2],[3,4]]})")
                           << "should be two numbers";
    QTest::newRow("far away") << QByteArray(R"({"shape_type":"rectangle","points":[[1e30,2],[3,4]]})")
                              << "shapes[0].points holds a number beyond every picture";
    QTest::newRow("NaN") << QByteArray(R"({"shape_type":"rectangle","points":[[1,2],[3,NaN]]})")
                         << "shapes[0].points holds NaN instead of a number";
    QTest::newRow("label") << QByteArray(R"({"shape_type":"rectangle","label":5,"points":[[1,2],[3,4]]})")
                           << "shapes[0].label";
    QTest::newRow("no object") << QByteArray("5") << "shapes[0] should be a JSON object";
}

void BoxFileTest::labelmeFaults()
{
    QFETCH(QByteArray, shape);
    QFETCH(QString, message);
    const fs::path file = write("bad.json", "{\"shapes\": [" + shape.toStdString() + "]}");
    const QString said = messageOf([&] { LabelmeFile::read(file); });
    QVERIFY2(said.contains(message) && said.contains("bad.json"), qPrintable(said));
}

void BoxFileTest::makesALabelmeFile()
{
    LabelmeFile file = LabelmeFile::forPicture("a.png", 30, 20);
    file.setBoxes({{{1, 2, 3.5f, 4}, "x", -1}});
    file.write(folder() / "a.json");
    const LabelmeFile read = LabelmeFile::read(folder() / "a.json");
    QCOMPARE(read.imagePath(), std::string("a.png"));
    QCOMPARE(read.width(), 30);
    QCOMPARE(read.boxes().size(), std::size_t(1));
    QVERIFY((read.boxes()[0].box == Box{1, 2, 3.5f, 4}));
}

void BoxFileTest::readsCoco()
{
    const CocoBoxes file = CocoBoxes::read(write("instances.json", kCoco));
    const auto source = openBoxSource(folder() / "instances.json");
    for (const char* name :
         {"COCO_train2014_000000000123.jpg", "/x/000000000123.png", "123", "train/COCO_train2014_000000000123.jpg"})
        QCOMPARE(source->names().find(name).records, (std::vector<std::size_t>{0}));
    QVERIFY(source->names().find("124.jpg").records.empty());
    const std::vector<LabelledBox> wanted{
        {{10, 20, 40.5f, 60}, "dog", 0}, {{90, 70, 140, 120}, "cat", 1}, {{0, 0, 5, 5}, "cat", 2}};
    QVERIFY(file.boxesOf(0) == wanted);
    QVERIFY(file.boxesOf(1).empty());
}

void BoxFileTest::cocoFaults_data()
{
    QTest::addColumn<QByteArray>("annotation");
    QTest::addColumn<QString>("message");
    QTest::newRow("no box") << QByteArray(R"({"image_id":1,"category_id":1})") << "annotations[0] has no \"bbox\"";
    QTest::newRow("negative") << QByteArray(R"({"image_id":1,"category_id":1,"bbox":[1,2,-3,4]})") << "negative width";
    QTest::newRow("three numbers") << QByteArray(R"({"image_id":1,"category_id":1,"bbox":[1,2,3]})") << "four numbers";
    QTest::newRow("NaN") << QByteArray(R"({"image_id":1,"category_id":1,"bbox":[1,NaN,3,4]})")
                         << "annotations[0].bbox holds NaN";
    QTest::newRow("huge") << QByteArray(R"({"image_id":1,"category_id":1,"bbox":[1,2,3,1e300]})")
                          << "beyond every picture";
}

void BoxFileTest::cocoFaults()
{
    QFETCH(QByteArray, annotation);
    QFETCH(QString, message);
    const CocoBoxes file = CocoBoxes::read(
        write("bad.json", R"({"images":[{"id":1,"file_name":"a.png"},{"id":2,"file_name":"b.png"}],"annotations":[)" +
                              annotation.toStdString() +
                              R"(,{"image_id":2,"category_id":1,"bbox":[1,2,3,4]}],"categories":[]})"));
    const QString said = messageOf([&] { file.boxesOf(0); });
    QVERIFY2(said.contains(message) && said.contains("bad.json"), qPrintable(said));
    QCOMPARE(file.boxesOf(1).size(), std::size_t(1)); // the other picture is whole
}

void BoxFileTest::clipsToThePicture()
{
    const BoxFile file = BoxFile::open(write("instances.json", kCoco));
    const std::vector<LabelledBox> boxes = file.boxesOf("000000000123.jpg", 100, 80).boxes;
    QCOMPARE(boxes.size(), std::size_t(3));
    QVERIFY((boxes[1].box == Box{90, 70, 100, 80}));
    QCOMPARE(boxes[1].label, std::string("cat"));
}

void BoxFileTest::namesEveryEmptyBox()
{
    OrderedJson json = OrderedJson::parse(kLabelme);
    json["shapes"][0]["points"] = OrderedJson::parse("[[200, 10], [300, 20]]"); // beside the picture
    json["shapes"][2]["points"] = OrderedJson::parse("[[5, 5], [5, 9]]");       // a line
    const BoxFile file = BoxFile::open(write("yard.json", json.dump()));
    const QString said = messageOf([&] { file.boxesOf("yard.jpg", 100, 80); });
    QVERIFY2(said.contains("shapes[0] (\"dog\") and shapes[2] (\"cat\") have no area inside the "
                           "picture of 100 x 80"),
             qPrintable(said));
    json["shapes"][0]["points"] = OrderedJson::parse("[[10, 10], [30, 20]]"); // with a good one they are left out
    const PictureBoxes some = BoxFile::open(write("yard.json", json.dump())).boxesOf("yard.jpg", 100, 80);
    QCOMPARE(some.boxes.size(), std::size_t(1));
    QCOMPARE(some.left, (std::map<std::string, int>{{"box without area inside the picture", 1}, {"polygon", 1}}));
    QCOMPARE(countInWords("box without area", 2), std::string("2 boxes without area"));
    QCOMPARE(countInWords("polygon", 3) + countInWords("point", 1), std::string("3 polygons1 point"));
    QVERIFY(QString::fromStdString(some.where).endsWith("yard.json: shapes[2] (\"cat\")"));
}

void BoxFileTest::tellsPicturesOfOneNameApart()
{
    for (const char* picture : {"data/train/1.png", "data/val/1.png", "data/test/1.png"})
        write(picture, picture);
    const std::string train = (folder() / "data/train/1.png").string(), val = (folder() / "data/val/1.png").string(),
                      test = (folder() / "data/test/1.png").string();
    write("boxes.json",
          R"({"images":[{"id":1,"file_name":"train/1.png"},{"id":2,"file_name":"val\\1.png"}],"annotations":[
        {"image_id":1,"category_id":1,"bbox":[1,1,2,2]},{"image_id":2,"category_id":1,"bbox":[5,5,2,2]}]})");
    BoxFile coco = BoxFile::open(folder() / "boxes.json");
    coco.expect({train, val, test});
    QCOMPARE(coco.boxesOf(train, 10, 10).boxes.at(0).box.x1, 1.f);
    QCOMPARE(coco.boxesOf(val, 10, 10).boxes.at(0).box.x1, 5.f);
    QVERIFY(messageOf([&] { coco.boxesOf(test, 10, 10); }).contains("no boxes for a picture named"));
    const QString either = messageOf([&] { coco.boxesOf("1.png", 10, 10); });
    QVERIFY2(either.contains("(train/1.png, val/1.png)"), qPrintable(either));

    // One record cannot be two pictures.
    BoxFile one = BoxFile::open(write("one.json", R"({"images":[{"id":1,"file_name":"1.png"}],"annotations":[
        {"image_id":1,"category_id":1,"bbox":[1,1,2,2]}]})"));
    one.expect({train, val});
    const QString both = messageOf([&] { one.boxesOf(train, 10, 10); });
    QVERIFY2(both.contains("has one 1.png, which may be " + QString::fromStdString(train + " and " + val)),
             qPrintable(both));
    one.expect({val});
    QCOMPARE(one.boxesOf(val, 10, 10).boxes.size(), std::size_t(1));
}

void BoxFileTest::twoPicturesWithOneIdAreRefused()
{
    const BoxFile coco = BoxFile::open(write("ids.json", R"({"images":[{"id":1,"file_name":"a.png"},{"id":1,
        "file_name":"b.png"},{"id":2,"file_name":"c.png"},{"id":2,"file_name":"c.png"}],"annotations":[
        {"image_id":1,"category_id":1,"bbox":[1,1,2,2]},{"image_id":2,"category_id":1,"bbox":[1,1,2,2]}]})"));
    for (const char* picture : {"a.png", "b.png"}) {
        const QString said = messageOf([&] { coco.boxesOf(picture, 10, 10); });
        QVERIFY2(said.contains("images[0] (a.png) and images[1] (b.png) have one id, 1"), qPrintable(said));
    }
    QCOMPARE(coco.boxesOf("c.png", 10, 10).boxes.size(), std::size_t(1)); // the same one twice does no harm
}

void BoxFileTest::labelmeDescribesItsOwnPicture()
{
    for (const char* picture : {"data/train/1.png", "data/val/1.png"})
        write(picture, picture);
    const std::string train = (folder() / "data/train/1.png").string(), val = (folder() / "data/val/1.png").string();
    const std::string shapes = R"({"shapes":[{"shape_type":"rectangle","points":[[1,1],[3,3]]}],"imagePath":")";
    write("labels/1.json", shapes + R"(..\\data\\val\\1.png"})");
    for (const char* given : {"labels", "labels/1.json"}) {
        const BoxFile boxes = BoxFile::open(folder() / given);
        QCOMPARE(boxes.boxesOf(val, 10, 10).boxes.size(), std::size_t(1));
        const QString said = messageOf([&] { boxes.boxesOf(train, 10, 10); });
        QVERIFY2(said.contains("has the boxes of") && said.contains("data/val/1.png, not of"), qPrintable(said));
    }
    // Without such a picture the file is that of its name: both were renamed or moved.
    write("labels/1.json", shapes + R"(../old/7.png"})");
    QCOMPARE(BoxFile::open(folder() / "labels").boxesOf(train, 10, 10).boxes.size(), std::size_t(1));
    // Folders of labels are laid out as those of the pictures.
    write("deep/train/1.json", shapes + R"(1.png"})");
    write("deep/val/1.json", shapes + R"(1.png","imageWidth":20,"imageHeight":20})");
    const BoxFile deep = BoxFile::open(folder() / "deep");
    QCOMPARE(deep.boxesOf(train, 10, 10).boxes.size(), std::size_t(1));
    QCOMPARE(deep.boxesOf(val, 20, 20).boxes.size(), std::size_t(1));
}

void BoxFileTest::tooManyBoxesAreRefused()
{
    std::string many;
    for (int i = 0; i < 2001; ++i)
        many += std::string(i > 0 ? "," : "") + R"({"image_id":1,"category_id":1,"bbox":[1,1,2,2]})";
    const BoxFile coco =
        BoxFile::open(write("many.json", R"({"images":[{"id":1,"file_name":"a.png"}],"annotations":[)" + many + "]}"));
    QVERIFY(messageOf([&] { coco.boxesOf("a.png", 10, 10); }).contains("has 2001 boxes for a.png; at most 2000"));
}

void BoxFileTest::findsAPicturesBoxes()
{
    write("boxes/yard.json", kLabelme);
    const BoxFile folderFile = BoxFile::open(folder() / "boxes");
    QCOMPARE(folderFile.boxesOf("/some/where/yard.png", 100, 80).boxes.size(), std::size_t(2));
    QVERIFY(messageOf([&] { folderFile.boxesOf("lawn.png", 100, 80); }).contains("boxes of yard, not of lawn.png"));
    const BoxFile one = BoxFile::open(folder() / "boxes/yard.json");
    QCOMPARE(one.boxesOf("yard.jpg", 100, 80).boxes.size(), std::size_t(2));
    const QString other = messageOf([&] { one.boxesOf("lawn.jpg", 100, 80); });
    QVERIFY2(other.contains("yard.jpg, not of lawn.jpg"), qPrintable(other));
}

void BoxFileTest::refusesWhatDoesNotFit()
{
    const BoxFile labelme = BoxFile::open(write("yard.json", kLabelme));
    const QString size = messageOf([&] { labelme.boxesOf("yard.jpg", 50, 40); });
    QVERIFY2(size.contains("100 x 80") && size.contains("50 x 40"), qPrintable(size));
    const BoxFile coco = BoxFile::open(write("instances.json", kCoco));
    QVERIFY(messageOf([&] { coco.boxesOf("empty.png", 10, 10); }).contains("has no box for empty.png"));
    QVERIFY(
        messageOf([&] { coco.boxesOf("unknown.png", 10, 10); }).contains("no boxes for a picture named unknown.png"));
    const BoxFile polygons = BoxFile::open(write("p.json", R"({"shapes":[{"shape_type":"polygon","points":[]}]})"));
    QVERIFY(messageOf([&] { polygons.boxesOf("p.png", 10, 10); }).contains("1 polygon, but only rectangles are boxes"));
    QVERIFY(messageOf([&] { BoxFile::open(write("other.json", "[1]")); }).contains("holds no boxes"));
    QVERIFY(messageOf([&] { BoxFile::open(write("broken.json", "{")); }).contains("is not valid JSON"));
}

VBS_TEST_MAIN(BoxFileTest)
#include "box_file_test.moc"
