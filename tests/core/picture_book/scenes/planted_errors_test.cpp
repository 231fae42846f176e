#include "core/picture_book/scenes/planted_errors.h"
#include "core/picture_book/scenes/questions.h"
#include "tests/support/test_main.h"

#include <set>

using namespace vbs;

namespace {

VqaV2Annotations manyAnswers(int count)
{
    VqaV2Annotations annotations;
    for (int i = 0; i < count; ++i) {
        const std::string answer(kSceneAnswers[std::size_t(i) % kSceneAnswers.size()]);
        annotations.annotations.push_back({i, i / 5, "", "other", answer, {{1, answer, "yes"}, {2, answer, "yes"}}});
    }
    return annotations;
}

CocoDataset manyBoxes(int count)
{
    CocoDataset coco;
    for (int i = 0; i < count; ++i)
        coco.annotations.push_back({i + 1, i / 5, 1 + i % int(kSceneCategories.size()), {0, 0, 9, 9}, 81, false, {}});
    return coco;
}

} // namespace

class PlantedErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrongAnswersAreOfTheRightKind()
    {
        Rng rng(1);
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(wrongAnswerFor(rng, "yes"), std::string("no"));
            QCOMPARE(wrongAnswerFor(rng, "left"), std::string("right"));
            QCOMPARE(wrongAnswerFor(rng, "below"), std::string("above"));
            QVERIFY(wrongAnswerFor(rng, "3") != "3" && wrongAnswerFor(rng, "3").size() == 1);
            for (const std::string_view answer : kSceneAnswers) {
                const std::string wrong = wrongAnswerFor(rng, std::string(answer));
                QVERIFY(wrong != answer && sceneAnswerIndex(wrong) >= 0);
            }
        }
    }

    void asManyAsAskedAreListedAndNothingElseChanges()
    {
        const VqaV2Annotations before = manyAnswers(4000);
        const CocoDataset boxesBefore = manyBoxes(4000);
        VqaV2Annotations annotations = before;
        CocoDataset coco = boxesBefore;
        const PlantedErrors errors = plantErrors(.1, 9, annotations, coco);
        QVERIFY(errors.answers.size() > 340 && errors.answers.size() < 460); // 400, three deviations of 19
        QVERIFY(errors.boxes.size() > 340 && errors.boxes.size() < 460);
        std::set<std::int64_t> listed;
        for (const PlantedErrors::Answer& error : errors.answers) {
            listed.insert(error.questionId);
            const VqaV2Annotation& now = annotations.annotations[std::size_t(error.questionId)];
            QCOMPARE(error.right, before.annotations[std::size_t(error.questionId)].multipleChoiceAnswer);
            QCOMPARE(now.multipleChoiceAnswer, error.planted);
            QVERIFY(now.answers[0].answer == error.planted && now.answers[1].answer == error.planted);
        }
        for (std::size_t i = 0; i < before.annotations.size(); ++i)
            if (!listed.contains(std::int64_t(i)))
                QCOMPARE(annotations.annotations[i], before.annotations[i]);
        std::size_t removed = 0;
        for (const PlantedErrors::BoxError& error : errors.boxes)
            removed += error.planted.empty();
        QCOMPARE(coco.annotations.size() + removed, boxesBefore.annotations.size());
        QVERIFY(removed > 120 && removed < errors.boxes.size());
    }

    void aPartHasTheErrorsOfTheWhole()
    {
        VqaV2Annotations whole = manyAnswers(100), part = manyAnswers(50);
        CocoDataset all = manyBoxes(100), some = manyBoxes(50);
        plantErrors(.3, 2, whole, all);
        plantErrors(.3, 2, part, some);
        whole.annotations.resize(50);
        QVERIFY(whole.annotations == part.annotations);
    }
};

VBS_TEST_MAIN(PlantedErrorsTest)
#include "planted_errors_test.moc"
