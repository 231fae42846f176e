#include "core/lesson/lesson_page_data.h"

#include "core/base/base64.h"
#include "core/engine/region_name.h"
#include "core/image/picture_data.h"
#include "core/image/transform.h"
#include "core/lesson/lesson_answers.h"
#include "core/lesson/lesson_markdown.h"
#include "core/lesson/recorded_look.h"
#include "core/look/attention_grid.h"
#include "core/report/heat_look.h"

namespace vbs {
namespace {

OrderedJson answersJson(const std::vector<Answer>& answers)
{
    OrderedJson json = OrderedJson::array();
    for (const Answer& answer : answers)
        json.push_back({{"text", answer.text}, {"probability", answer.probability}});
    return json;
}

OrderedJson regionsJson(const RegionSet& set)
{
    OrderedJson json = OrderedJson::array();
    for (const Region& region : set.regions)
        json.push_back({{"box", {region.box.x1, region.box.y1, region.box.x2, region.box.y2}},
                        {"name", nameOf(region)},
                        {"score", region.score},
                        {"whole", region.wholeImage}});
    return json;
}

/// What was said, as lists of bars: one, or one a phrase or a mask.
OrderedJson saidJson(const InferenceResult& result)
{
    OrderedJson lists = OrderedJson::array();
    const auto add = [&](const std::string& caption, OrderedJson items) {
        lists.push_back({{"caption", caption}, {"items", std::move(items)}});
    };
    if (!result.answers.empty())
        add("", answersJson(result.answers));
    if (!result.choices.empty()) {
        std::vector<Answer> choices;
        for (const ChoiceScore& choice : result.choices)
            choices.push_back({choice.text, choice.probability});
        add("", answersJson(choices));
    }
    for (const MaskedWord& mask : result.masks)
        add("mask", answersJson(mask.words));
    if (result.match >= 0)
        add("match", answersJson({{"true", result.match}, {"false", 1 - result.match}}));
    return lists;
}

OrderedJson phrasesSaid(const InferenceResult& result)
{
    OrderedJson phrases = OrderedJson::array();
    for (const PhraseRegions& phrase : result.phrases)
        phrases.push_back(
            {{"text", phrase.text}, {"regions", phrase.regions}, {"absent", isAbsent(result, phrase.span)}});
    return phrases;
}

OrderedJson explanationJson(const Explanation& why)
{
    return {{"method", nameOf(why.request.method)},
            {"of", why.of},
            {"signed", methodInfo(why.request.method).isSigned},
            {"regions", why.regions},
            {"right_regions", why.rightRegions},
            {"tokens", why.tokens}};
}

OrderedJson quizData(const LessonStep& step)
{
    const LessonQuiz& quiz = step.quiz;
    OrderedJson json = {{"kind", nameOf(quiz.kind)},
                        {"question", quiz.question},
                        {"options", quiz.options},
                        {"right", quiz.right},
                        {"right_of_right_picture", quiz.rightRegions},
                        {"accepted", quiz.accepted},
                        {"when_right", quiz.whenRight},
                        {"when_wrong", quiz.whenWrong}};
    if (quiz.kind != QuizKind::Predict)
        return json;
    json["right"] = OrderedJson::array();
    for (std::size_t i = 0; i < quiz.options.size(); ++i)
        if (isRight(step, {{i}, {}}))
            json["right"].push_back(i);
    json["accepted"] = OrderedJson::array({recordedAnswer(step)});
    return json;
}

OrderedJson lookData(const LessonStep& step)
{
    const RecordedLook& look = *step.look;
    OrderedJson json = lookJsonOf(look, *step.recorded);
    if (!look.inspection.attention.empty()) {
        const std::string bytes = attentionBytes(look.inspection.attention);
        json["whole_attention"] = toBase64(std::as_bytes(std::span(bytes)));
        json["measures"] = OrderedJson::array();
        for (const auto& layer : attentionGrid(look.inspection)) {
            OrderedJson heads = OrderedJson::array();
            for (const HeadMeasures& head : layer)
                heads.push_back(
                    {{"entropy", head.entropy}, {"on_regions", head.onRegions}, {"on_separator", head.onSeparator}});
            json["measures"].push_back(std::move(heads));
        }
    }
    return json;
}

OrderedJson stepData(const Lesson& lesson, const LessonStep& step, bool notes)
{
    OrderedJson json = {{"title", step.title}, {"text", lessonMarkdownHtml(step.text, lesson)}};
    if (notes && !step.notes.empty())
        json["notes"] = lessonMarkdownHtml(step.notes, lesson);
    json["picture"] = step.picture;
    json["right_picture"] = step.rightPicture;
    json["task"] = step.task ? nameOf(*step.task) : "";
    json["asked"] = step.asked;
    json["boxes"] = step.boxes;
    json["labels"] = step.labels;
    json["hidden"] = step.hidden;
    json["right_hidden"] = step.rightHidden;
    json["answer_hidden"] = hidesAnswer(step);
    json["view"] = nameOf(step.view);
    json["choice"] = {{"layer", step.choice.layer},
                      {"head", step.choice.head},
                      {"position", step.choice.position},
                      {"incoming", step.choice.incoming}};
    json["quiz"] = quizData(step);
    if (!step.recorded)
        return json;
    const InferenceResult& result = *step.recorded;
    json["said"] = saidJson(result);
    json["phrases"] = phrasesSaid(result);
    json["blind"] = answersJson(result.blindAnswers);
    json["regions"] = regionsJson(result.regions);
    json["right_regions"] = regionsJson(result.rightRegions);
    json["tokens"] = OrderedJson::array();
    for (const TextToken& token : result.tokens)
        json["tokens"].push_back({{"text", token.text}, {"special", token.special}});
    json["read_from"] = result.explanation.readFrom;
    if (result.explanation.request.method != ExplanationMethod::None)
        json["explanation"] = explanationJson(result.explanation);
    if (step.look)
        json["look"] = lookData(step);
    return json;
}

/// The pictures that the page shows, each once, at a size for screens; boxes stay in pixels of the original.
OrderedJson picturesJson(const Lesson& lesson, int longestSide)
{
    OrderedJson json = OrderedJson::object();
    for (const auto& [key, picture] : lesson.pictures) {
        const ImagePtr image = imageOf(lesson, key);
        const Rgb veil = veilFor(*image);
        json[key] = {{"width", image->width},
                     {"height", image->height},
                     {"veil", {veil[0], veil[1], veil[2]}},
                     {"src", smallDataUri(shrinkToFit(*image, longestSide))}};
    }
    return json;
}

} // namespace

OrderedJson lessonPageData(const Lesson& lesson, const LessonPageOptions& options)
{
    OrderedJson json = {{"id", lesson.id},
                        {"title", lesson.title},
                        {"language", nameOf(lesson.language)},
                        {"description", lessonMarkdownHtml(lesson.description, lesson)},
                        {"author", lesson.author},
                        {"pack", lesson.pack}};
    json["steps"] = OrderedJson::array();
    for (const LessonStep& step : lesson.steps)
        json["steps"].push_back(stepData(lesson, step, options.notes));
    json["pictures"] = picturesJson(lesson, options.longestSide);
    return json;
}

} // namespace vbs
