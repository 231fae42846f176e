#include "ui/review/dataset_look.h"

#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class DatasetLookTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void findsAnnotations_data()
    {
        QTest::addColumn<QString>("questions");
        QTest::addColumn<QString>("annotations");
        QTest::newRow("plain") << "a/questions.json"
                               << "a/annotations.json";
        QTest::newRow("as published") << "b/v2_OpenEnded_mscoco_val2014_questions.json"
                                      << "b/v2_mscoco_val2014_annotations.json";
        QTest::newRow("a common beginning") << "c/own_questions_2.json"
                                            << "c/own_annotations_2.json";
    }
    void findsAnnotations()
    {
        QFETCH(QString, questions);
        QFETCH(QString, annotations);
        const fs::path file = write(qPrintable(questions), "{}");
        QCOMPARE(annotationsBesideQuestions(file), fs::path());
        const fs::path wanted = write(qPrintable(annotations), "{}");
        QCOMPARE(annotationsBesideQuestions(file), wanted);
        QCOMPARE(annotationsBesideQuestions(path("a/other.json")), fs::path());
    }

    void findsPictures()
    {
        const fs::path file = write("set/data.json", "[]");
        QCOMPARE(imagesBeside(file), fs::path());
        write("set/images/note.txt", "");
        QCOMPARE(imagesBeside(file), path("set/images"));
        QCOMPARE(imagesBeside(path("set")), path("set/images"));
    }

    void proposesNames_data()
    {
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("project");
        QTest::newRow("file") << "/d/my.questions.json"
                              << "my.questions"
                              << "/d/my.questions.vbsreview";
        QTest::newRow("folder") << "/d/boxes/"
                                << "boxes"
                                << "/d/boxes.vbsreview";
        QTest::newRow("nothing") << ""
                                 << ""
                                 << "";
    }
    void proposesNames()
    {
        QFETCH(QString, dataset);
        QFETCH(QString, name);
        QFETCH(QString, project);
        QCOMPARE(proposedProjectName(dataset), name);
        QCOMPARE(proposedProjectPath(dataset, name), project);
        QCOMPARE(proposedProjectPath("/d/x.json", " ../a/b "), QString("/d/-a-b.vbsreview"));
    }

    void looksAtAll()
    {
        const DatasetFiles files = writeQuestions(path(""), 7);
        const DatasetLook look = lookAtDataset({{files.dataset, {}, {}}, true, true}, {});
        QCOMPARE(look.format, QString("VQA v2"));
        QVERIFY(look.wantsAnnotations);
        QCOMPARE(look.draft->project.files.annotations, files.annotations);
        QCOMPARE(look.summary.items, std::size_t(7));
        QCOMPARE(look.summary.pictures, std::size_t(3));
        QCOMPARE(look.summary.first.truth.answers.size(), std::size_t(3));
        const DatasetLook plain = lookAtDataset({{files.dataset, {}, {}}, false, false}, {});
        QVERIFY(plain.draft->project.files.annotations.empty() && plain.summary.first.truth.answers.empty());
        QVERIFY(!keepsAnnotationsApart("nlvr2"));
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        const DatasetFiles files = writeQuestions(path(""), 7);
        QVERIFY_THROWS_EXCEPTION(Error, lookAtDataset({files, false, false}, {stop.get_token(), {}}));
    }
};

VBS_TEST_MAIN(DatasetLookTest)
#include "dataset_look_test.moc"
