#include "core/lesson/lesson_recording.h"

#include "core/lesson/lesson_file.h"
#include "tests/support/lesson_fixture.h"
#include "tests/support/message_of.h"
#include "tests/support/scripted_backend.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace vbs;
using namespace vbs::test;

namespace {

/// Answers as the scripted engine does, with two layers and two heads to look into.
class LookedIntoBackend : public InferenceBackend {
public:
    LoadPackResult loadPack(const LoadPackRequest&, const JobControl&) override { return {}; }

    InferenceResult run(const InferenceRequest& request, const JobControl&) override
    {
        requests.push_back(request);
        InferenceResult result = cannedResult(request);
        result.task = request.task;
        result.explanation.readFrom = 1;
        if (!result.answers.empty())
            result.answers.front().probability += shift;
        return result;
    }

    Inspection inspect(const InspectRequest& request, const JobControl& control) override
    {
        Inspection inspection;
        inspection.result = run(request.question, control);
        inspection.layers = inspection.heads = 2;
        inspection.readFrom = 1;
        inspection.width = 3;
        const std::size_t n = inspection.positions =
            inspection.result.tokens.size() + inspection.result.regions.regions.size();
        for (std::size_t i = 0; i < 4 * n * n; ++i) // heads 0 look at themselves, heads 1 everywhere
            inspection.attention.push_back(i / (n * n) % 2 == 1 ? 1.f / float(n) : i / n % n == i % n ? 1.f : 0.f);
        for (std::size_t i = 0; i < 3 * n * 3; ++i)
            inspection.states.push_back(float(i % 7));
        if (request.question.task == Task::RegionToPhrase)
            inspection.phrasesByLayer.assign(3, inspection.result.phrases);
        else
            inspection.answersByLayer = {{{"blue", .5}}, {{"red", .6}}, {{"red", .9}}};
        return inspection;
    }

    std::vector<InferenceRequest> requests;
    double shift = 0;
};

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class LessonRecordingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStepIsAskedAsItSays()
    {
        Lesson lesson = wholeLesson();
        LookedIntoBackend engine;
        LessonStep& step = lesson.steps[1];
        step.view = DockView::None;
        recordStep(engine, lesson, step, {});
        const InferenceRequest& asked = engine.requests.back();
        QCOMPARE(asked.text, step.asked);
        QVERIFY(asked.boxes == step.ownBoxes && asked.blindToo);
        QCOMPARE(asked.explanation.method, ExplanationMethod::Attention);
        QCOMPARE(asked.hiddenRegions.size(), step.recorded->regions.regions.size());
        QVERIFY(asked.hiddenRegions[1] && !asked.hiddenRegions[0]);
        QVERIFY(engine.requests.front().regionsOnly); // to know how many there are
        QVERIFY(!step.look);
        recordStep(engine, lesson, lesson.steps[0], {});
        QVERIFY(!lesson.steps[0].recorded);
    }

    void viewsKeepWhatTheyShow_data()
    {
        QTest::addColumn<int>("view");
        for (int view = int(DockView::Sequence); view <= int(DockView::Points); ++view)
            QTest::addRow("%s", nameOf(DockView(view)).data()) << view;
    }
    void viewsKeepWhatTheyShow()
    {
        QFETCH(int, view);
        Lesson lesson = wholeLesson();
        LookedIntoBackend engine;
        LessonStep& step = lesson.steps[1];
        step.hidden.clear();
        step.view = DockView(view);
        step.choice = {.layer = 1, .head = -1};
        recordStep(engine, lesson, step, {});
        const RecordedLook& look = *step.look;
        const std::size_t n = look.inspection.positions;
        QCOMPARE(look.attention.size(), step.view == DockView::Sequence ? n : 0);
        QCOMPARE(look.inspection.attention.size(), step.view == DockView::Heads ? 4 * n * n : 0);
        QCOMPARE(look.flow.size(), step.view == DockView::Flow ? std::size_t(3) : 0);
        QCOMPARE(look.points.size(), step.view == DockView::Points ? std::size_t(3) : 0);
        QCOMPARE(look.inspection.answersByLayer.size(), step.view == DockView::Layers ? std::size_t(3) : 0);
        QVERIFY(look.inspection.states.empty());
        if (step.view == DockView::Sequence) { // the mean of itself and everywhere
            QCOMPARE(look.position, std::size_t(1));
            QVERIFY(std::abs(look.attention[1][1] - (.5 + .5 / double(n))) < 1e-6);
            QVERIFY(std::abs(look.attention[1][0] - .5 / double(n)) < 1e-6);
        }
        if (step.view == DockView::Flow) { // with the residual connection a quarter is spread in each layer
            QVERIFY(isNear(look.flow[0][1], 1));
            QVERIFY(std::abs(look.flow[1][0] - .25 / double(n)) < 1e-6);
            QVERIFY(std::abs(look.flow[2][0] - (1 - .75 * .75) / double(n)) < 1e-6);
        }
        QVERIFY(!lessonBytes(lesson).empty());
    }

    void findKeepsItsPhrasesByLayer()
    {
        Lesson lesson = wholeLesson();
        LookedIntoBackend engine;
        const auto step = std::ranges::find(lesson.steps, std::optional(Task::RegionToPhrase), &LessonStep::task);
        QVERIFY(step != lesson.steps.end());
        step->view = DockView::Layers;
        step->choice = {};
        recordStep(engine, lesson, *step, {});
        const Lesson again = lessonOfBytes(lessonBytes(lesson), "again");
        const Inspection& kept = again.steps[std::size_t(step - lesson.steps.begin())].look->inspection;
        QVERIFY(kept.answersByLayer.empty());
        QCOMPARE(kept.phrasesByLayer.size(), std::size_t(3));
        const PhraseRegions &phrase = kept.phrasesByLayer[1].at(0), &said = step->recorded->phrases.at(0);
        QVERIFY(phrase.text == said.text && phrase.span == said.span && phrase.regions == said.regions);

        Lesson broken = lesson;
        broken.steps[std::size_t(step - lesson.steps.begin())].look->inspection.phrasesByLayer[1][0].regions.pop_back();
        const QString message = messageOf([&] { lessonBytes(broken); });
        QVERIFY2(message.contains("look.phrases does not fit the result"), qPrintable(message));
        step->view = DockView::Points;
        recordStep(engine, lesson, *step, {});
        QVERIFY(step->look->inspection.phrasesByLayer.empty());
    }

    void whatIsNotThereIsRefused()
    {
        Lesson lesson = wholeLesson();
        LookedIntoBackend engine;
        LessonStep step = lesson.steps[1];
        step.choice = {.layer = 2};
        step.hidden.clear();
        QString message = messageOf([&] { recordStep(engine, lesson, step, {}); });
        QCOMPARE(message, QString("Step \"All\": its view looks at layer 2, and there are only 2, counted from 0."));
        step = lesson.steps[4];
        step.quiz.right = {70};
        message = messageOf([&] { recordStep(engine, lesson, step, {}); });
        QVERIFY2(message.contains("speaks of region 70"), qPrintable(message));
    }

    void differencesAreListed()
    {
        Lesson lesson = wholeLesson();
        LookedIntoBackend engine;
        recordLesson(engine, {}, lesson, {});
        QVERIFY(checkLesson(engine, lesson, {}).empty());
        engine.shift = 5e-5;
        QVERIFY(checkLesson(engine, lesson, {}).empty());
        engine.shift = 3e-4;
        const auto differences = checkLesson(engine, lesson, {});
        QCOMPARE(differences.size(), std::size_t(5)); // each step that has answers
        QCOMPARE(differences[0].step, std::size_t(1));
        QCOMPARE(differences[0].what, std::string("answers"));
        QVERIFY(std::abs(differences[0].largest - 3e-4) < 1e-9);
        lesson.steps[2].recorded.reset();
        QVERIFY(checkLesson(engine, lesson, {}, 1).at(0).message.english().find("never recorded") != std::string::npos);
    }
};

VBS_TEST_MAIN(LessonRecordingTest)
#include "lesson_recording_test.moc"
