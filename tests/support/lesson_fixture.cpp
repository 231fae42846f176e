#include "tests/support/lesson_fixture.h"

#include "core/base/base64.h"
#include "core/image/picture_data.h"
#include "tests/support/scripted_backend.h"

namespace vbs::test {

namespace {

LessonPicture drawnPicture(int width, int height)
{
    RgbImage image(width, height);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = std::uint8_t(i * 7 % 251);
    const std::string uri = pngDataUri(image);
    const auto bytes = fromBase64(std::string_view(uri).substr(uri.find(',') + 1));
    return {std::make_shared<const std::string>(bytes.value()), width, height};
}

LessonStep asks(const std::string& title, QuizKind kind)
{
    LessonStep step;
    step.title = title;
    step.text = "What is *this*?";
    step.picture = "pictures/drawn.png";
    step.task = Task::VisualQuestionAnswering;
    step.asked = "What color is the square?";
    step.quiz.kind = kind;
    step.recorded = cannedResult(64, 48);
    return step;
}

/// Every view's data, of two layers with two heads.
RecordedLook everyLook(const InferenceResult& result)
{
    RecordedLook look;
    Inspection& inspection = look.inspection;
    inspection.result = result;
    inspection.layers = inspection.heads = 2;
    inspection.positions = result.tokens.size() + result.regions.regions.size();
    const std::size_t n = inspection.positions;
    inspection.attention.assign(4 * n * n, 1.f / float(n));
    inspection.attention[1] = 0.1f;
    inspection.answersByLayer = {{{"blue", .4}, {"red", 1. / 3}}, {{"red", .7}}, {{"red", .9}, {"blue", .05}}};
    look.position = 1;
    look.attention.assign(n, std::vector<double>(n, 1. / double(n)));
    look.flow.assign(3, std::vector<double>(n, 1. / double(n)));
    look.points.assign(3, std::vector<LookPoint>(n, {.25, -1. / 3}));
    look.spread.assign(3, {.5, .25});
    look.flip.emplace();
    look.flip->before = {"red", .9};
    look.flip->found = look.flip->proven = true;
    look.flip->regions = {1};
    look.flip->after = {"green", .6};
    look.flip->left = .01;
    look.flip->runs = 7;
    look.curves = HidingCurves{{"red", .9}, {{"rollout", {1}, {.9, .1}, {.2, .9}, .5, .55}}, 9};
    return look;
}

} // namespace

Lesson wholeLesson()
{
    Lesson lesson;
    lesson.id = "whole";
    lesson.title = "Ein Ganzes";
    lesson.description = "Alles *einmal*.";
    lesson.author = "Somebody";
    lesson.language = LessonLanguage::German;
    lesson.pack = "made-up";
    lesson.packManifest = std::string(64, 'a');
    lesson.pictures.emplace("pictures/drawn.png", drawnPicture(64, 48));
    LessonStep intro;
    intro.title = "Intro";
    intro.text = "![a drawing](pictures/drawn.png)";
    intro.notes = "Say **hello**.";
    lesson.steps.push_back(intro);

    LessonStep all = asks("All", QuizKind::One);
    all.quiz = {QuizKind::One, "Which?", {"a", "b"}, {1}, {}, {}, "Yes.", "No."};
    all.look = everyLook(*all.recorded);
    all.view = DockView::Heads;
    all.choice = {1, 0, 2, true};
    all.explanation = {ExplanationMethod::Attention, 1, 0, "red"};
    all.hidden = {1};
    all.ownBoxes = {{1, 2, 30, 40.5f}};
    all.answerHidden = true;
    all.labels = false;
    lesson.steps.push_back(all);

    lesson.steps.push_back(asks("Several", QuizKind::Several));
    lesson.steps.back().quiz.options = {"a", "b", "c"};
    lesson.steps.back().quiz.right = {0, 2};
    lesson.steps.push_back(asks("Text", QuizKind::Text));
    lesson.steps.back().quiz.accepted = {"Rot", "löwe"};
    lesson.steps.push_back(asks("Region", QuizKind::Region));
    lesson.steps.back().quiz.right = {1};
    lesson.steps.push_back(asks("Predict", QuizKind::Predict));
    lesson.steps.back().quiz.options = {"Red!", "blue"};
    LessonStep find = asks("Find", QuizKind::None);
    find.task = Task::RegionToPhrase;
    find.asked = "The ball and the ball";
    find.phrases = {{0, 8}, {13, 21}};
    find.recorded.reset();
    lesson.steps.push_back(find);
    return lesson;
}

} // namespace vbs::test
