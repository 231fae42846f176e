#include "core/datasets/own_box_files.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/datasets/annotations_beside.h"
#include "core/datasets/coco_boxes.h"
#include "core/datasets/labelme.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;
using vbs::test::messageOf;
namespace fs = std::filesystem;

namespace {

// Of X-AnyLabeling: four corners, a polygon, a NaN, keys that this program does not know.
constexpr const char* kLabelme = R"({
  "version": "2.3.6",  "flags": {"checked": true}, "score": NaN,
  "shapes": [
    {"label": "dog", "points": [[10, 20.5], [30.123456789, 40]], "group_id": 7, "shape_type": "rectangle"},
    {"label": "outline", "points": [[1, 1], [5, 1], [3, 4]], "shape_type": "polygon", "flags": {}},
    {"label": "cat", "points": [[50, 5], [190, 5], [190, 60], [50, 60]], "shape_type": "rectangle", "difficult": true}
  ],
  "imagePath": "yard.png", "imageData": null, "imageHeight": 80, "imageWidth": 100
})";

constexpr const char* kCoco = R"({
  "info": {"year":   2024}, "licenses": [],
  "images": [
    {"id": 9, "file_name": "yard.png", "width": 100, "height": 80, "coco_url": "x"},
    {"id": 4, "file_name": "other.png", "width": 10, "height": 10, "score": NaN}],
  "annotations": [
    {"id": 70, "image_id": 9, "category_id": 2, "bbox": [10, 20, 30.5, 40], "area": 600.25, "reviewed_by": "me"},
    {"id": 71, "image_id": 4, "category_id":   5, "bbox": [1, 1, 5, 5.10]},
    {"id": 72, "image_id": 9, "category_id": 5, "bbox": [90, 70, 50, 50], "iscrowd": 0}],
  "categories": [{"id": 2, "name": "dog", "color": "#ff0000"}, {"id": 5, "name": "cat"}]
})";

OwnBox drawn(const Box& box, const char* label)
{
    return {box, label, -1};
}

} // namespace

/// Saving a user's boxes beside a picture, in files that may be other programs'.
class OwnBoxFilesTest : public QObject, private TextFiles {
    Q_OBJECT

    AnnotatedPicture picture() const { return {path("yard.png"), 100, 80}; }
    OwnBoxes beside() const { return ownBoxesOf(*annotationsBeside(picture()).found, picture()); }

    static OwnBoxes save(bool coco, const fs::path& file, const AnnotatedPicture& picture, const OwnBoxes& boxes)
    {
        return coco ? saveAsCoco(file, picture, boxes) : saveAsLabelme(file, picture, boxes);
    }
    static std::vector<LabelledBox> boxesIn(bool coco, const fs::path& file)
    {
        return coco ? CocoBoxes::read(file).boxesOf(0) : LabelmeFile::read(file).boxes();
    }
    static QStringList labelsIn(bool coco, const fs::path& file)
    {
        QStringList labels;
        for (const LabelledBox& box : boxesIn(coco, file))
            labels += QString::fromStdString(box.label);
        return labels;
    }
    static void bothForms()
    {
        QTest::addColumn<bool>("coco");
        QTest::newRow("labelme") << false;
        QTest::newRow("COCO") << true;
    }
    /// The file with the picture "yard.png" beside it.
    fs::path there(bool coco) const
    {
        write("yard.png", "a picture");
        return coco ? write("boxes.json", kCoco) : write("yard.json", kLabelme);
    }

private Q_SLOTS:
    void cleanup()
    {
        for (const auto& entry : fs::directory_iterator(path("")))
            fs::remove_all(entry.path());
    }

    void aNewFileIsMade_data() { bothForms(); }
    void aNewFileIsMade()
    {
        QFETCH(bool, coco);
        write("yard.png", "a picture");
        const fs::path file = coco ? cocoFileOf(picture().path) : labelmeFileOf(picture().path);
        QCOMPARE(QString::fromStdString(file.filename().string()),
                 coco ? QString("annotations.json") : QString("yard.json"));
        const OwnBoxes own{{drawn({1, 2, 30.1f, 40.7f}, "ein „Hund“ \"x\"\n"), drawn({0, 0, 100, 80}, ""),
                            drawn({5, 5, 6, 6}, "cat"), drawn({7, 7, 8, 8}, "cat")},
                           {}};
        const OwnBoxes saved = save(coco, file, picture(), own);
        QCOMPARE(saved.boxes.size(), own.boxes.size());
        const AnnotationsBeside found = annotationsBeside(picture());
        QVERIFY(found.found && found.remarks.empty());
        QCOMPARE(found.found->kind, coco ? AnnotationKind::Coco : AnnotationKind::Labelme);
        const OwnBoxes back = ownBoxesOf(*found.found, picture());
        for (std::size_t i = 0; i < own.boxes.size(); ++i) {
            QCOMPARE(back.boxes.at(i).label, own.boxes[i].label);
            QVERIFY(back.boxes[i].box == own.boxes[i].box);
        }
        QCOMPARE(back.boxes.size(), own.boxes.size());
        const std::string text = readTextFile(file);
        save(coco, file, picture(), saved);
        save(coco, file, picture(), own); // also by one who did not go on with what was returned
        QCOMPARE(readTextFile(file), text);
    }

    void savingWithoutAChangeChangesNothing_data() { bothForms(); }
    void savingWithoutAChangeChangesNothing()
    {
        QFETCH(bool, coco);
        const fs::path file = there(coco);
        const std::string text = readTextFile(file);
        const OwnBoxes own = beside();
        QCOMPARE(own.boxes.size(), std::size_t(2));
        QCOMPARE(own.boxes[1].box.x2, 100.f); // cut off at the picture's edge, in the file it is whole
        const OwnBoxes saved = save(coco, file, picture(), own);
        QVERIFY(saved == own);
        QCOMPARE(readTextFile(file), text);
    }

    void onlyWhatTheUserChangedChanges_data() { bothForms(); }
    void onlyWhatTheUserChangedChanges()
    {
        QFETCH(bool, coco);
        const fs::path file = there(coco);
        OwnBoxes own = beside();
        own.boxes[0].box.x1 = 12;
        own.boxes[0].label = "hound";
        own.boxes[1].label = "dog";
        own.boxes.push_back(drawn({1, 2, 3, 4}, "bird"));
        own = save(coco, file, picture(), own);
        QCOMPARE(labelsIn(coco, file), (QStringList{"hound", "dog", "bird"}));
        QCOMPARE(boxesIn(coco, file)[0].box.x1, 12.f);
        QVERIFY(boxesIn(coco, file)[1].box.x2 > 100); // still whole
        const std::string text = readTextFile(file);
        const std::vector<const char*> kept =
            coco ? std::vector<const char*>{R"("info": {"year":   2024})", R"("score": NaN})", R"("color": "#ff0000"})",
                                            R"({"id": 71, "image_id": 4, "category_id":   5, "bbox": [1, 1, 5, 5.10]})",
                                            R"("reviewed_by": "me")"}
                 : std::vector<const char*>{R"("version": "2.3.6",  "flags": {"checked": true}, "score": NaN)",
                                            R"({"label": "outline", "points": [[1, 1], [5, 1], [3, 4]], )",
                                            R"("group_id": 7)", R"("difficult": true)", R"("imageData": null)"};
        for (const char* part : kept)
            QVERIFY2(text.find(part) != std::string::npos, (text + "\n lacks " + part).c_str());

        own.boxes.erase(own.boxes.begin()); // the user takes the hound away, and moves the bird
        own.boxes[1].box = {2, 2, 4, 4};
        save(coco, file, picture(), own);
        QCOMPARE(labelsIn(coco, file), (QStringList{"dog", "bird"}));
        QVERIFY((boxesIn(coco, file)[1].box == Box{2, 2, 4, 4}));
    }

    /// What another program draws between reading and saving was never the user's to remove.
    void whatOthersDrawStays_data() { bothForms(); }
    void whatOthersDrawStays()
    {
        QFETCH(bool, coco);
        const fs::path file = there(coco);
        OwnBoxes own = beside();
        OwnBoxes others = own;
        others.boxes.push_back(drawn({40, 40, 50, 50}, "tree"));
        save(coco, file, picture(), others);
        own.boxes.erase(own.boxes.begin());
        own.boxes.push_back(drawn({1, 1, 2, 2}, "sun"));
        save(coco, file, picture(), own);
        QStringList labels = labelsIn(coco, file);
        labels.sort();
        QCOMPARE(labels, (QStringList{"cat", "sun", "tree"}));
        // Nor what is there already when somebody saves who never looked.
        save(coco, file, picture(), {{drawn({9, 9, 10, 10}, "moon")}, {}});
        QCOMPARE(labelsIn(coco, file).size(), qsizetype(4));
    }

    /// The same boxes in two files: changes reach both, nothing is doubled.
    void twoFilesOfOnePicture()
    {
        const fs::path coco = there(true), labelme = labelmeFileOf(picture().path);
        OwnBoxes own = saveAsLabelme(labelme, picture(), beside());
        own.boxes[0].box.x1 = 15;
        own = saveAsLabelme(labelme, picture(), own);
        own = saveAsCoco(coco, picture(), own);
        QCOMPARE(boxesIn(false, labelme).size(), std::size_t(2));
        QCOMPARE(boxesIn(true, coco).size(), std::size_t(2));
        QCOMPARE(CocoBoxes::read(coco).boxesOf(1).size(), std::size_t(1)); // the other picture's
    }

    void aPictureIsAddedToACocoFile()
    {
        write("yard.png", "a picture");
        const auto file = write("boxes.json", R"({"images":[{"id":3,"file_name":"other.png"}]})");
        saveAsCoco(file, picture(), {{drawn({1, 1, 2, 2}, "cat")}, {}});
        const CocoBoxes coco = CocoBoxes::read(file);
        QCOMPARE(coco.images().at(1).fileName, std::string("yard.png"));
        QCOMPARE(coco.images()[1].width, 100);
        QCOMPARE(coco.boxesOf(1).at(0).label, std::string("cat"));
        QVERIFY(coco.boxesOf(0).empty());
        // The same name in another folder is another picture.
        const auto train = write("train.json", R"({"images":[{"id":3,"file_name":"val/yard.png"}]})");
        write("train/yard.png", "another picture");
        saveAsCoco(train, {path("train/yard.png"), 100, 80}, {{drawn({1, 1, 2, 2}, "cat")}, {}});
        QCOMPARE(CocoBoxes::read(train).images().at(1).fileName, std::string("train/yard.png"));
    }

    void labelmeNamesThePictureFromItsFolder()
    {
        write("yard.png", "a picture");
        saveAsLabelme(path("labels/yard.json"), picture(), {{drawn({1, 1, 2, 2}, "cat")}, {}});
        QCOMPARE(LabelmeFile::read(path("labels/yard.json")).imagePath(), std::string("../yard.png"));
    }

    void whatIsNoneOfTheirsIsLeftAlone_data()
    {
        QTest::addColumn<bool>("coco");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("answer of this program") << false << QByteArray(R"({"answers":[]})") << "is it labelme's?";
        QTest::newRow("labelme for COCO") << true << QByteArray(kLabelme) << "is it COCO's?";
        QTest::newRow("no JSON") << false << QByteArray("notes") << "not valid JSON";
        QTest::newRow("no JSON for COCO") << true << QByteArray("notes") << "not valid JSON";
        QTest::newRow("cut off") << true << QByteArray(kCoco).left(500) << "not valid JSON";
        QTest::newRow("another size") << false << QByteArray(R"({"shapes":[],"imageWidth":5,"imageHeight":5})")
                                      << "5 x 5 pixels, but";
        QTest::newRow("another size in COCO")
            << true << QByteArray(R"({"images":[{"id":1,"file_name":"yard.png","width":5,"height":5}]})")
            << "5 x 5 pixels, but";
        QTest::newRow("another picture's")
            << false << QByteArray(R"({"shapes":[],"imagePath":"other.png"})") << "has the boxes of";
        QTest::newRow("one id twice") << true << QByteArray(R"({"images":[{"id":1,"file_name":"yard.png"},
            {"id":1,"file_name":"b.png"}]})")
                                      << "have one id";
        QTest::newRow("one name twice") << true << QByteArray(R"({"images":[{"id":1,"file_name":"yard.png"},
            {"id":2,"file_name":"yard.png"}]})")
                                        << "has several pictures";
    }
    void whatIsNoneOfTheirsIsLeftAlone()
    {
        QFETCH(bool, coco);
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        write("yard.png", "a picture");
        write("other.png", "another picture");
        const auto file = write("boxes.json", text.toStdString());
        const QString message = messageOf([&] { save(coco, file, picture(), {{drawn({1, 1, 2, 2}, "cat")}, {}}); });
        QVERIFY2(message.contains(said) && message.contains("boxes.json"), qPrintable(message));
        QCOMPARE(readTextFile(file), text.toStdString());
    }

    void whatCannotBeWrittenIsTold_data() { bothForms(); }
    void whatCannotBeWrittenIsTold()
    {
        QFETCH(bool, coco);
        write("yard.png", "a picture");
        const fs::path file = path("yard.png") / "boxes.json"; // in what is no folder
        QVERIFY(!messageOf([&] { save(coco, file, picture(), {{drawn({1, 1, 2, 2}, "cat")}, {}}); }).isEmpty());
    }
};

VBS_TEST_MAIN(OwnBoxFilesTest)
#include "own_box_files_test.moc"
