#include "core/picture_book/scenes/scene_export.h"

#include "core/datasets/coco.h"
#include "core/datasets/vqa_v2.h"
#include "core/image/image_io.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <set>

using namespace vbs;

class SceneExportTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path folder(const char* name) { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

private Q_SLOTS:
    void boxesAndPicturesAreTheScenes()
    {
        const SceneExportSummary summary = exportScenes({4, 10, 6, 3, folder("a")});
        const CocoDataset coco = readCoco(folder("a") / "instances.json");
        QCOMPARE(summary.scenes, std::int64_t(6));
        QCOMPARE(summary.objects, std::int64_t(coco.annotations.size()));
        QCOMPARE(coco.images.size(), std::size_t(6));
        QCOMPARE(coco.categories.size(), kSceneCategories.size());
        std::size_t next = 0;
        for (std::uint64_t i = 0; i < 6; ++i) {
            const Scene scene = sceneOfSeries(4, 10 + i);
            const CocoImage& image = coco.images[i];
            QCOMPARE(image.id, std::int64_t(10 + i));
            QCOMPARE(image.attributes.at("place"), std::string(kScenePlaces[std::size_t(scene.place)]));
            QVERIFY(readImage(folder("a") / "images" / image.fileName).pixels == drawScene(scene).pixels);
            for (const SceneObject& object : scene.objects) {
                const CocoAnnotation& annotation = coco.annotations.at(next++);
                QCOMPARE(annotation.imageId, image.id);
                QVERIFY(annotation.box == object.box);
                QCOMPARE(coco.categories[std::size_t(annotation.categoryId) - 1].name,
                         std::string(kSceneCategories[std::size_t(object.category)]));
                QCOMPARE(annotation.attributes.at("color"), std::string(kSceneColors[std::size_t(object.color)]));
                QCOMPARE(annotation.attributes.at("size"), std::string(kSceneSizes[std::size_t(object.size)]));
            }
        }
        QCOMPARE(next, coco.annotations.size());
        QCOMPARE(coco.images[0].fileName, std::string("picture_book_seed4_000000000010.png"));
    }

    void everyQuestionHasItsAnnotation()
    {
        const SceneExportSummary summary = exportScenes({5, 0, 40, 5, folder("b")});
        const VqaV2Questions questions = readVqaV2Questions(folder("b") / "questions.json");
        const VqaV2Annotations annotations = readVqaV2Annotations(folder("b") / "annotations.json");
        QCOMPARE(summary.questions, std::int64_t(questions.questions.size()));
        QVERIFY(summary.questions > 190);
        QCOMPARE(annotations.annotations.size(), questions.questions.size());
        std::set<std::int64_t> ids;
        std::set<std::pair<std::int64_t, std::string>> texts;
        std::map<std::string, int> answerTypes;
        for (std::size_t i = 0; i < questions.questions.size(); ++i) {
            const VqaV2Question& question = questions.questions[i];
            const VqaV2Annotation& annotation = annotations.annotations[i];
            ids.insert(question.questionId);
            texts.insert({question.imageId, question.question});
            QCOMPARE(question.questionId / 1000, question.imageId);
            QCOMPARE(annotation.questionId, question.questionId);
            QCOMPARE(annotation.imageId, question.imageId);
            QVERIFY(questionTypeOf(annotation.questionType).has_value());
            QVERIFY(sceneAnswerIndex(annotation.multipleChoiceAnswer) >= 0);
            QCOMPARE(annotation.answers.size(), std::size_t(10));
            for (std::size_t k = 0; k < 10; ++k)
                QVERIFY((annotation.answers[k] ==
                         VqaV2Answer{std::int64_t(k) + 1, annotation.multipleChoiceAnswer, "yes"}));
            ++answerTypes[annotation.answerType];
        }
        QCOMPARE(ids.size(), questions.questions.size());
        QCOMPARE(texts.size(), questions.questions.size());
        QVERIFY(answerTypes["yes/no"] > 10 && answerTypes["number"] > 5 && answerTypes["other"] > 10);
    }

    void placeAnswersAgreeWithThePictures()
    {
        exportScenes({6, 0, 60, 8, folder("c")});
        const CocoDataset coco = readCoco(folder("c") / "instances.json");
        const VqaV2Annotations annotations = readVqaV2Annotations(folder("c") / "annotations.json");
        std::map<std::int64_t, std::string> places;
        for (const CocoImage& image : coco.images)
            places[image.id] = image.attributes.at("place");
        int checked = 0;
        for (const VqaV2Annotation& annotation : annotations.annotations)
            if (annotation.questionType == "place" && annotation.answerType == "other") {
                QCOMPARE(annotation.multipleChoiceAnswer, places.at(annotation.imageId));
                ++checked;
            }
        QVERIFY(checked > 5);
    }

    void aPartHasTheBytesOfTheWhole()
    {
        exportScenes({7, 0, 4, 5, folder("whole")});
        exportScenes({7, 2, 1, 5, folder("part")});
        const auto find = [](const VqaV2Questions& all, std::int64_t imageId) {
            std::vector<VqaV2Question> found;
            for (const VqaV2Question& question : all.questions)
                if (question.imageId == imageId)
                    found.push_back(question);
            return found;
        };
        const VqaV2Questions part = readVqaV2Questions(folder("part") / "questions.json");
        QVERIFY(!part.questions.empty());
        QVERIFY(part.questions == find(readVqaV2Questions(folder("whole") / "questions.json"), 2));
        const auto name = "images/picture_book_seed7_000000000002.png";
        QVERIFY(readImage(folder("part") / name).pixels == readImage(folder("whole") / name).pixels);
    }

    void refusesSenselessNumbers()
    {
        QVERIFY_EXCEPTION_THROWN(exportScenes({1, 0, 0, 5, folder("d")}), Error);
        QVERIFY_EXCEPTION_THROWN(exportScenes({1, -1, 1, 5, folder("d")}), Error);
        QVERIFY_EXCEPTION_THROWN(exportScenes({1, INT64_MAX, 1, 5, folder("d")}), Error);
        QVERIFY_EXCEPTION_THROWN(exportScenes({1, 0, 1, 1001, folder("d")}), Error);
        QVERIFY(!std::filesystem::exists(folder("d")));
    }

    void stopsOnRequest()
    {
        std::stop_source stop;
        JobControl control{stop.get_token(), [&](const Progress& p) {
                               if (p.fraction > .3)
                                   stop.request_stop();
                           }};
        try {
            exportScenes({1, 0, 20, 0, folder("e")}, control);
            QFAIL("was not stopped");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
        QVERIFY(!std::filesystem::exists(folder("e") / "instances.json"));
    }
};

VBS_TEST_MAIN(SceneExportTest)
#include "scene_export_test.moc"
