#include "core/datasets/annotations_beside.h"

#include "core/base/file_io.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <sys/stat.h>

using namespace vbs;
namespace fs = std::filesystem;

class AnnotationsBesideTest : public QObject, private TextFiles {
    Q_OBJECT

    AnnotatedPicture picture() const { return {path("data/images/1.png"), 10, 8}; }

    fs::path labelme(const char* name, const char* more = "") const
    {
        const std::string shape = R"({"shape_type":"rectangle","label":"cat","points":[[1,1],[3,30]]})";
        return write(name, R"({"shapes":[)" + shape + R"(,{"shape_type":"polygon","points":[]}])" + more + "}");
    }
    fs::path coco(const char* name, const char* image) const
    {
        QByteArray text = R"({"images":[{"id":1,"file_name":"NAME"}],"annotations":[{"image_id":1,"category_id":1,
            "bbox":[1,1,2,2]}],"categories":[{"id":1,"name":"dog"}]})";
        return write(name, text.replace("NAME", image).toStdString());
    }

private Q_SLOTS:
    void init()
    {
        write("data/images/1.png", "one");
        write("data/images/2.png", "two");
    }
    void cleanup() { fs::remove_all(path("data")); }

    void nothingIsThere()
    {
        write("data/images/1.json", R"({"own":1})");
        write("data/images/notes.json", "none");
        for (const AnnotatedPicture& one :
             {picture(), AnnotatedPicture{path("missing/1.png"), 5, 5}, AnnotatedPicture{}}) {
            const AnnotationsBeside beside = annotationsBeside(one);
            QVERIFY(!beside.found && beside.remarks.empty());
        }
    }

    void labelmeBesideThePicture()
    {
        const fs::path file = labelme("data/images/1.json");
        coco("data/images/all.json", "1.png"); // it comes second
        const AnnotationsBeside beside = annotationsBeside(picture());
        QVERIFY(beside.found && beside.remarks.empty());
        QCOMPARE(beside.found->kind, AnnotationKind::Labelme);
        QCOMPARE(beside.found->file, file);
        QCOMPARE(beside.found->others, (std::map<std::string, int>{{"polygon", 1}}));
        QVERIFY((beside.found->boxes == std::vector<LabelledBox>{{{1, 1, 3, 30}, "cat", 0}}));
        const OwnBoxes own = ownBoxesOf(*beside.found, picture());
        QVERIFY((own.boxes == std::vector<OwnBox>{{{1, 1, 3, 8}, "cat", 0}}));
        QVERIFY((own.annotated == std::vector<AnnotatedBox>{{{1, 1, 3, 30}, "cat"}}));
        QVERIFY(ownBoxesOf(*beside.found, {picture().path, 1, 1}).boxes.empty()); // no area inside
    }

    void cocoFilesNearBy_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("found");
        QTest::newRow("same folder") << "data/images/boxes.json"
                                     << "1.png" << true;
        QTest::newRow("folder in it") << "data/images/annotations/instances.json"
                                      << "1.png" << true;
        QTest::newRow("folder beside it") << "data/annotations/instances.json"
                                          << "1.png" << true;
        QTest::newRow("with the folder") << "data/annotations/instances.json"
                                         << "images/1.png" << true;
        QTest::newRow("called as the picture") << "data/images/1.json"
                                               << "1.png" << true;
        QTest::newRow("another folder's") << "data/annotations/instances.json"
                                          << "val/1.png" << false;
        QTest::newRow("another picture") << "data/annotations/instances.json"
                                         << "3.png" << false;
        QTest::newRow("too far") << "annotations/instances.json"
                                 << "1.png" << false;
    }
    void cocoFilesNearBy()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        QFETCH(bool, found);
        coco(qPrintable(file), qPrintable(name));
        const AnnotationsBeside beside = annotationsBeside(picture());
        QCOMPARE(beside.found.has_value(), found);
        QVERIFY(beside.remarks.empty());
        if (found) {
            QCOMPARE(beside.found->kind, AnnotationKind::Coco);
            QCOMPARE(beside.found->boxes.at(0).label, std::string("dog"));
        }
    }

    /// A file that cannot be used is named, and what comes after it is found.
    void whatCannotBeUsedIsTold_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("labelme cut off") << "1.json" << QByteArray(R"({"imagePath":"1.png","shapes":[)")
                                         << "1.json is not valid JSON";
        QTest::newRow("labelme with NaN")
            << "1.json" << QByteArray(R"({"shapes":[{"shape_type":"rectangle","points":[[1,2],[NaN,4]]}]})")
            << "holds NaN instead of a number";
        QTest::newRow("labelme of another size")
            << "1.json" << QByteArray(R"({"shapes":[],"imageWidth":3,"imageHeight":3})") << "of 3 x 3 pixels";
        QTest::newRow("COCO cut off") << "a.json" << QByteArray(R"({"images":[{"id":1,"file_name":"1.png"},)")
                                      << "a.json: images[1] is not valid JSON";
        QTest::newRow("COCO of another size")
            << "a.json" << QByteArray(R"({"images":[{"id":1,"file_name":"1.png","width":3,"height":3}]})")
            << "of 3 x 3 pixels";
        QTest::newRow("large") << "a.json"
                               << R"({"images":[],"x":0)" + QByteArray(int(kMostBesideBytes), ' ') + "}"
                               << "a.json is too large";
    }
    void whatCannotBeUsedIsTold()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, told);
        write(qPrintable("data/images/" + file), text.toStdString());
        coco("data/annotations/z.json", "1.png");
        const AnnotationsBeside beside = annotationsBeside(picture());
        QCOMPARE(beside.remarks.size(), std::size_t(1));
        const std::string& remark = beside.remarks[0].english();
        QVERIFY2(remark.find(told.toStdString()) != std::string::npos, remark.c_str());
        QVERIFY(beside.found && beside.found->file.filename() == "z.json");
    }

    /// The labelme file of a picture that was called 1 before is that picture's.
    void anothersLabelmeFileIsPassedOver()
    {
        labelme("data/images/1.json", R"(,"imagePath":"2.png")");
        QVERIFY(!annotationsBeside(picture()).found);
        fs::remove(path("data/images/2.png"));
        QVERIFY(annotationsBeside(picture()).found); // renamed together with its picture
    }

    void pipesAndFoldersAreNotWaitedFor()
    {
        QCOMPARE(::mkfifo(path("data/images/1.json").c_str(), 0600), 0);
        QCOMPARE(::mkfifo(path("data/images/a.json").c_str(), 0600), 0);
        fs::create_directories(path("data/images/b.json"));
        QVERIFY(!annotationsBeside(picture()).found);
    }

    void onlySoManyFilesAreOpened()
    {
        for (int i = 0; i < 40; ++i)
            write(("data/images/a" + std::to_string(i) + ".json").c_str(), "{}");
        coco("data/images/z.json", "1.png");
        QVERIFY(!annotationsBeside(picture()).found);
    }
};

VBS_TEST_MAIN(AnnotationsBesideTest)
#include "annotations_beside_test.moc"
