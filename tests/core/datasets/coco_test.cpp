#include "core/datasets/coco.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

using namespace vbs;

class CocoTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatThePublishedFilesHold()
    {
        const CocoDataset dataset = readCoco(write("instances.json", R"({"info": {}, "licenses": [],
            "images": [{"license": 3, "file_name": "COCO_val2014_000000391895.jpg", "coco_url": "x", "height": 360,
                        "width": 640, "id": 391895}],
            "annotations": [{"segmentation": [[239.97, 260.24, 222.04, 270.49, 199.84, 253.41]], "area": 2765.5,
                             "iscrowd": 0, "image_id": 391895, "bbox": [199.5, 200.25, 77.5, 70.75], "category_id": 18,
                             "id": 1768},
                            {"segmentation": {"counts": [1, 2], "size": [360, 640]}, "iscrowd": 1, "image_id": 391895,
                             "bbox": [0, 0, 10, 20], "category_id": 1, "id": 900100391895,
                             "attributes": {"color": "red", "occluded": true}}],
            "categories": [{"supercategory": "animal", "id": 18, "name": "dog"}]})"));
        QCOMPARE(dataset.images.size(), std::size_t(1));
        QCOMPARE(dataset.images[0].fileName, std::string("COCO_val2014_000000391895.jpg"));
        QCOMPARE(dataset.images[0].width, 640);
        QCOMPARE(dataset.images[0].height, 360);
        QCOMPARE(dataset.annotations.size(), std::size_t(2));
        QVERIFY((dataset.annotations[0].box == Box{199.5f, 200.25f, 277.f, 271.f}));
        QCOMPARE(dataset.annotations[0].area, 2765.5);
        QVERIFY(!dataset.annotations[0].isCrowd && dataset.annotations[1].isCrowd);
        QCOMPARE(dataset.annotations[1].area, 200.); // none given: the box's
        QCOMPARE(dataset.annotations[1].id, std::int64_t(900100391895));
        QVERIFY((dataset.annotations[1].attributes == CocoAttributes{{"color", "red"}, {"occluded", "true"}}));
        QCOMPARE(dataset.categories[0].name, std::string("dog"));
        QCOMPARE(dataset.categories[0].supercategory, std::string("animal"));
    }

    void whatIsWrittenIsReadBack()
    {
        CocoDataset dataset;
        dataset.images = {{7, "a \"b\".png", 320, 240, {{"place", "sea"}}}, {8, "c.png", 1, 2, {}}};
        dataset.annotations = {
            {71, 7, 3, {1.5f, 2.03125f, 30.25f, 40.f}, 99.5, false, {{"color", "red"}, {"size", "big"}}},
            {81, 8, 4, {0, 0, 1, 2}, 2, true, {}}};
        dataset.categories = {{3, "car", "picture_book"}, {4, "boat", ""}};
        const std::filesystem::path path = write("out.json", "");
        writeCoco(path, dataset);
        const CocoDataset back = readCoco(path);
        QCOMPARE(back.images.size(), std::size_t(2));
        QCOMPARE(back.images[0].fileName, dataset.images[0].fileName);
        QVERIFY(back.images[0].attributes == dataset.images[0].attributes);
        QCOMPARE(back.annotations.size(), std::size_t(2));
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(back.annotations[i].id, dataset.annotations[i].id);
            QCOMPARE(back.annotations[i].imageId, dataset.annotations[i].imageId);
            QCOMPARE(back.annotations[i].categoryId, dataset.annotations[i].categoryId);
            QVERIFY(back.annotations[i].box == dataset.annotations[i].box);
            QCOMPARE(back.annotations[i].area, dataset.annotations[i].area);
            QCOMPARE(back.annotations[i].isCrowd, dataset.annotations[i].isCrowd);
            QVERIFY(back.annotations[i].attributes == dataset.annotations[i].attributes);
        }
        QCOMPARE(back.categories[1].name, std::string("boat"));

        const Json json = readJsonFile(path); // the layout, apart from our own reader
        QCOMPARE(json["annotations"][0]["bbox"], (Json{1.5, 2.03125, 28.75, 37.96875}));
        QCOMPARE(json["annotations"][1]["iscrowd"], Json(1));
        QVERIFY(!json["annotations"][1].contains("attributes"));
    }

    void aTestSetHasNoAnnotations()
    {
        const CocoDataset dataset = readCoco(write("test.json", R"({"images": [{"id": 1, "file_name": "a.jpg"}]})"));
        QCOMPARE(dataset.images.size(), std::size_t(1));
        QCOMPARE(dataset.images[0].width, 0);
        QVERIFY(dataset.annotations.empty() && dataset.categories.empty());
    }

    void errorsNameFileRecordAndKey_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no box") << QByteArray(R"({"id":1,"image_id":1,"category_id":1})")
                                << QByteArray("annotations[0] has no \"bbox\"");
        QTest::newRow("three") << QByteArray(R"({"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3]})")
                               << QByteArray("annotations[0].bbox should hold four numbers");
        QTest::newRow("text") << QByteArray(R"({"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,"4"]})")
                              << QByteArray("annotations[0].bbox should hold four numbers");
        QTest::newRow("negative") << QByteArray(R"({"id":1,"image_id":1,"category_id":1,"bbox":[1,2,-3,4]})")
                                  << QByteArray("annotations[0].bbox has a negative width");
        QTest::newRow("huge") << QByteArray(R"({"id":1,"image_id":1,"category_id":1,"bbox":[1e300,2,3,4]})")
                              << QByteArray("annotations[0].bbox holds a number beyond");
        QTest::newRow("NaN") << QByteArray(R"({"id":1,"image_id":1,"category_id":1,"bbox":[1,2,NaN,4]})")
                             << QByteArray("annotations[0].bbox holds NaN instead of a number.");
        QTest::newRow("NaN area") << QByteArray(R"({"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"area":NaN})")
                                  << QByteArray("annotations[0].area holds NaN instead of a number.");
        QTest::newRow("crowd") << QByteArray(R"({"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"iscrowd":"no"})")
                               << QByteArray("annotations[0].iscrowd should be a whole number");
        QTest::newRow("attributes") << QByteArray(
                                           R"({"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"attributes":[1]})")
                                    << QByteArray("annotations[0].attributes should be an object");
    }
    void errorsNameFileRecordAndKey()
    {
        QFETCH(QByteArray, annotation);
        QFETCH(QByteArray, named);
        const auto path = write("wrong.json", R"({"images":[],"annotations":[)" + annotation.toStdString() + "]}");
        try {
            readCoco(path);
            QFAIL("was read");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::CorruptData);
            QVERIFY2(QByteArray(e.what()).contains(named), e.what());
            QVERIFY2(QByteArray(e.what()).contains("wrong.json"), e.what());
        }
    }

    void lengthsMustBeLengths()
    {
        QVERIFY_EXCEPTION_THROWN(readCoco(write("w.json", R"({"images":[{"id":1,"file_name":"a","width":-4}]})")),
                                 Error);
        QVERIFY_EXCEPTION_THROWN(
            readCoco(write("w.json", R"({"images":[{"id":1,"file_name":"a","height":99999999999}]})")), Error);
    }
};

VBS_TEST_MAIN(CocoTest)
#include "coco_test.moc"
