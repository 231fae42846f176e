#include "core/lesson/lesson_document.h"

#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_record.h"
#include "core/report/result_record.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr int kMostLayers = 256, kMostPositions = 10'000;

LessonQuiz quizOf(const Json& json, const std::string& place)
{
    LessonRecord record(json, place);
    LessonQuiz quiz;
    quiz.kind = record.named("kind", quizKindNamed, "none, one, several, text, region, predict", QuizKind::None);
    quiz.question = record.text("question");
    quiz.options = record.texts("options", LessonLimits::kOptions);
    quiz.right = record.indices("right");
    quiz.rightRegions = record.indices("right_of_right_picture");
    quiz.accepted = record.texts("accepted", 100);
    quiz.whenRight = record.text("when_right");
    quiz.whenWrong = record.text("when_wrong");
    quiz.more = record.rest();
    const bool chosen = quiz.kind == QuizKind::One || quiz.kind == QuizKind::Several;
    if (chosen && quiz.options.size() < 2)
        record.fail("options", sentence("should list at least two"));
    if (chosen && (quiz.right.empty() || quiz.right.back() >= quiz.options.size()))
        record.fail("right", sentence("should say which of the options are right, counted from 0"));
    if (quiz.kind == QuizKind::One && quiz.right.size() != 1)
        record.fail("right", sentence("should name one option; where several are right, the kind is \"several\""));
    if (quiz.kind == QuizKind::Text && quiz.accepted.empty())
        record.fail("accepted", sentence("should list the texts that are right"));
    if (quiz.kind == QuizKind::Region && quiz.right.empty() && quiz.rightRegions.empty())
        record.fail("right", sentence("should list the regions that are right, counted from 0"));
    return quiz;
}

/// "the red ball" stands for its first place after the phrase before; [4, 16] are bytes.
std::vector<TextSpan> phrasesOf(LessonRecord& step, const std::string& asked)
{
    std::vector<TextSpan> phrases;
    for (const Json& item : step.value("phrases", std::vector<Json>())) {
        TextSpan span;
        if (item.is_string()) {
            const std::string phrase = item;
            span.begin = asked.find(phrase, phrases.empty() ? 0 : phrases.back().end);
            if (span.begin == std::string::npos)
                span.begin = asked.find(phrase);
            span.end = span.begin == std::string::npos ? 0 : span.begin + phrase.size();
        } else if (JsonShape<std::vector<std::size_t>>::fits(item) && item.size() == 2) {
            span = {item[0], item[1]};
        }
        if (span.begin >= span.end || span.end > asked.size() || phrases.size() == LessonLimits::kOptions * 4)
            step.fail("phrases", sentence("should list parts of what is asked"));
        phrases.push_back(span);
    }
    return phrases;
}

OrderedJson phrasesJson(const LessonStep& step)
{
    OrderedJson json = OrderedJson::array();
    std::size_t from = 0;
    for (const TextSpan& span : step.phrases) {
        const std::string phrase = step.asked.substr(span.begin, span.end - span.begin);
        if (step.asked.find(phrase, from) == span.begin)
            json.push_back(phrase);
        else
            json.push_back({span.begin, span.end});
        from = span.end;
    }
    return json;
}

void readShown(LessonRecord& record, LessonStep& step)
{
    static const Json none = Json::object();
    const Json* shown = record.find("show");
    LessonRecord show(shown ? *shown : none, record.placeOf("show"));
    step.boxes = show.value("boxes", true);
    step.labels = show.value("labels", true);
    if (const Json* explanation = show.find("explanation"))
        step.explanation = explanationRequestOfRecord(*explanation);
    const Json* look = record.find("look");
    LessonRecord chosen(look ? *look : none, record.placeOf("look"));
    step.view = chosen.named("view", dockViewNamed, "none, sequence, heads, layers, flow, points, flip, curves",
                             DockView::None);
    step.choice.layer = chosen.number("layer", -1, -1, kMostLayers);
    step.choice.head = chosen.number("head", -1, -1, kMostLayers);
    step.choice.position = chosen.number("position", -1, -1, kMostPositions);
    step.choice.incoming = chosen.value("incoming", false);
}

LessonStep stepOf(const Json& json, const std::string& place, std::string& recorded)
{
    LessonRecord record(json, place);
    LessonStep step;
    step.title = record.text("title");
    step.text = record.text("text");
    step.notes = record.text("notes");
    step.picture = record.text("picture");
    step.rightPicture = record.text("right_picture");
    if (record.find("task")) {
        static constexpr const char* kTasks =
            "vqa, nlvr, multiple_choice, region_to_phrase, masked_words, caption_match";
        step.task = record.named("task", taskNamed, kTasks, Task::VisualQuestionAnswering);
    }
    step.asked = record.text("asked");
    step.choices = record.texts("choices", kMostChoices);
    step.phrases = phrasesOf(record, step.asked);
    readShown(record, step);
    step.hidden = record.indices("hidden_regions");
    step.rightHidden = record.indices("right_hidden_regions");
    step.ownBoxes = record.boxes("boxes");
    step.rightOwnBoxes = record.boxes("right_boxes");
    if (const Json* quiz = record.find("quiz"))
        step.quiz = quizOf(*quiz, record.placeOf("quiz"));
    step.answerHidden = record.value("answer_hidden", false);
    recorded = record.text("recorded");
    step.more = record.rest();
    return step;
}

void addText(OrderedJson& json, const char* key, const std::string& text)
{
    if (!text.empty())
        json[key] = text;
}

template <typename List> void addList(OrderedJson& json, const char* key, const List& list)
{
    if (!list.empty())
        json[key] = list;
}

OrderedJson quizJson(const LessonQuiz& quiz)
{
    OrderedJson json = {{"kind", nameOf(quiz.kind)}};
    addText(json, "question", quiz.question);
    addList(json, "options", quiz.options);
    addList(json, "right", quiz.right);
    addList(json, "right_of_right_picture", quiz.rightRegions);
    addList(json, "accepted", quiz.accepted);
    addText(json, "when_right", quiz.whenRight);
    addText(json, "when_wrong", quiz.whenWrong);
    addKept(json, quiz.more);
    return json;
}

OrderedJson shownJson(const LessonStep& step)
{
    OrderedJson json = {{"boxes", step.boxes}, {"labels", step.labels}};
    if (step.explanation.method != ExplanationMethod::None)
        json["explanation"] = OrderedJson(recordOf(step.explanation));
    return json;
}

OrderedJson lookJson(const LessonStep& step)
{
    OrderedJson json = {{"view", nameOf(step.view)}, {"layer", step.choice.layer}, {"head", step.choice.head}};
    json["position"] = step.choice.position;
    json["incoming"] = step.choice.incoming;
    return json;
}

} // namespace

OrderedJson stepJson(const LessonStep& step, const std::string& recorded)
{
    OrderedJson json = {{"title", step.title}};
    addText(json, "text", step.text);
    addText(json, "notes", step.notes);
    addText(json, "picture", step.picture);
    addText(json, "right_picture", step.rightPicture);
    if (step.task)
        json["task"] = nameOf(*step.task);
    addText(json, "asked", step.asked);
    addList(json, "choices", step.choices);
    addList(json, "phrases", phrasesJson(step));
    json["show"] = shownJson(step);
    addList(json, "hidden_regions", step.hidden);
    addList(json, "right_hidden_regions", step.rightHidden);
    addList(json, "boxes", boxesJson(step.ownBoxes));
    addList(json, "right_boxes", boxesJson(step.rightOwnBoxes));
    if (step.view != DockView::None)
        json["look"] = lookJson(step);
    if (step.quiz.kind != QuizKind::None)
        json["quiz"] = quizJson(step.quiz);
    if (step.answerHidden)
        json["answer_hidden"] = true;
    addText(json, "recorded", recorded);
    addKept(json, step.more);
    return json;
}

Lesson lessonOfDocument(const Json& json, std::vector<std::string>& recorded)
{
    LessonRecord record(json, "");
    if (!record.find("format") || !record.find("steps"))
        throw Error(ErrorCode::CorruptData,
                    sentence("it is no lesson: its lesson.json has no \"format\" or no \"steps\"."));
    const int format = record.value("format", 0);
    if (format > Lesson::kFormat)
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("a later version of the program wrote it (format %1): update VisualBERT Studio.", format));
    if (format < 1)
        record.fail("format", sentence("should be 1"));
    Lesson lesson;
    lesson.id = record.text("id");
    lesson.title = record.text("title");
    lesson.description = record.text("description");
    lesson.author = record.text("author");
    lesson.language = record.named("language", lessonLanguageNamed, "en, de", LessonLanguage::English);
    if (const Json* pack = record.find("pack")) {
        LessonRecord answered(*pack, "pack");
        lesson.pack = answered.text("name");
        lesson.packManifest = answered.text("manifest_sha256");
    }
    const auto steps = record.value("steps", std::vector<Json>());
    if (steps.size() > LessonLimits::kSteps)
        throw Error(ErrorCode::TooLarge, sentence("it has %1 steps; at most %2 are played: split the lesson.",
                                                  steps.size(), LessonLimits::kSteps));
    for (const Json& step : steps) {
        recorded.emplace_back();
        lesson.steps.push_back(stepOf(step, "steps[" + std::to_string(lesson.steps.size()) + "]", recorded.back()));
    }
    lesson.more = record.rest();
    return lesson;
}

OrderedJson documentOf(const Lesson& lesson, const std::vector<std::string>& recorded)
{
    OrderedJson json = {{"format", Lesson::kFormat}, {"id", lesson.id}, {"title", lesson.title}};
    json["language"] = nameOf(lesson.language);
    addText(json, "description", lesson.description);
    addText(json, "author", lesson.author);
    if (!lesson.pack.empty() || !lesson.packManifest.empty())
        json["pack"] = {{"name", lesson.pack}, {"manifest_sha256", lesson.packManifest}};
    json["steps"] = OrderedJson::array();
    for (std::size_t i = 0; i < lesson.steps.size(); ++i)
        json["steps"].push_back(stepJson(lesson.steps[i], recorded.at(i)));
    addKept(json, lesson.more);
    return json;
}

void requireSound(const Lesson& lesson, std::size_t number)
{
    const LessonStep& step = lesson.steps.at(number);
    const auto require = [&](bool sound, const Sentence& what) {
        if (!sound)
            throw Error(ErrorCode::CorruptData, sentence("steps[%1] %2.", number, what));
    };
    for (const std::string& picture : {step.picture, step.rightPicture})
        require(picture.empty() || lesson.pictures.contains(picture),
                sentence("names a picture that is not in the lesson: put it into pictures/"));
    if (step.task) {
        require(!step.picture.empty(), sentence("asks about no picture: name one, or leave out the task"));
        require(taskInfo(*step.task).pair == !step.rightPicture.empty(),
                sentence("needs two pictures for the task nlvr, and one for every other"));
        require((*step.task == Task::MultipleChoice) == (step.choices.size() >= kFewestChoices),
                sentence("needs two to eight choices for the task multiple_choice, and none for every other"));
        require((*step.task == Task::RegionToPhrase) == !step.phrases.empty(),
                sentence("needs phrases for the task region_to_phrase, and none for every other"));
    }
    require(
        step.quiz.kind != QuizKind::Predict || (step.task && step.task != Task::RegionToPhrase),
        sentence("asks to predict an answer, and has none: give it a task that answers, or a quiz of another kind"));
    require(step.quiz.kind != QuizKind::Region || step.task,
            sentence("asks for a region, and has none: give it a task"));
    if (!step.recorded)
        return;
    require(step.task && step.recorded->task == *step.task, sentence("was recorded for another task: record it anew"));
    const auto below = [](const std::vector<std::size_t>& regions, const RegionSet& set) {
        return regions.empty() || regions.back() < set.regions.size();
    };
    const bool region = step.quiz.kind == QuizKind::Region;
    require(below(step.hidden, step.recorded->regions) && below(step.rightHidden, step.recorded->rightRegions) &&
                (!region || (below(step.quiz.right, step.recorded->regions) &&
                             below(step.quiz.rightRegions, step.recorded->rightRegions))),
            sentence("speaks of regions that were not found: record it anew, or count them from 0"));
}

} // namespace vbs
