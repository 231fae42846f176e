#include "core/picture_book/scenes/questions.h"

#include "core/picture_book/scenes/questions_draw.h"

#include <algorithm>

namespace vbs {

namespace {

struct TypeEntry {
    QuestionType type;
    std::string_view name;
    QuestionMaker make;
};

constexpr std::array<TypeEntry, kQuestionTypes> kTypes = {{
    {QuestionType::Color, "color", makeColor},
    {QuestionType::ColorByRelation, "color_by_relation", makeColorByRelation},
    {QuestionType::WhatIs, "what_is", makeWhatIs},
    {QuestionType::WhatLeftRightAboveBelow, "what_left_right_above_below", makeWhatRelation},
    {QuestionType::Count, "count", makeCount},
    {QuestionType::Exist, "exist", makeExist},
    {QuestionType::VerifyColor, "verify_color", makeVerifyColor},
    {QuestionType::RelationYesNo, "relation_yes_no", makeRelationYesNo},
    {QuestionType::Bigger, "bigger", makeBigger},
    {QuestionType::Size, "size", makeSize},
    {QuestionType::OddOneOut, "odd_one_out", makeOddOneOut},
    {QuestionType::MostCommon, "most_common", makeMostCommon},
    {QuestionType::Extreme, "extreme", makeExtreme},
    {QuestionType::MoreOrFewer, "more_or_fewer", makeMoreOrFewer},
    {QuestionType::Place, "place", makePlace},
    {QuestionType::LeftOrRight, "left_or_right", makeLeftOrRight},
}};

constexpr auto kTypeList = [] {
    std::array<QuestionType, kQuestionTypes> types{};
    for (std::size_t i = 0; i < types.size(); ++i)
        types[i] = kTypes[i].type;
    return types;
}();

} // namespace

std::string_view nameOf(QuestionType type)
{
    return kTypes[std::size_t(type)].name;
}

std::optional<QuestionType> questionTypeOf(std::string_view name)
{
    for (const TypeEntry& entry : kTypes)
        if (entry.name == name)
            return entry.type;
    return std::nullopt;
}

std::span<const QuestionType> allQuestionTypes()
{
    return kTypeList;
}

int sceneAnswerIndex(std::string_view answer)
{
    const auto found = std::find(kSceneAnswers.begin(), kSceneAnswers.end(), answer);
    return found == kSceneAnswers.end() ? -1 : int(found - kSceneAnswers.begin());
}

std::optional<SceneQuestion> makeQuestion(Rng& rng, const Scene& scene, QuestionType type,
                                          const QuestionOptions& options)
{
    const bool wanted = rng.chance(.5);
    const QuestionDraw draw{rng, scene, options, wanted, rng.uniform()};
    return kTypes[std::size_t(type)].make(draw);
}

SceneQuestion randomQuestion(Rng& rng, const Scene& scene, std::span<const QuestionType> types,
                             const QuestionOptions& options)
{
    for (int attempt = 0; attempt < 40; ++attempt)
        if (auto question = makeQuestion(rng, scene, rng.pick(types), options))
            return *std::move(question);
    while (true) // a scene never holds every description, so Exist comes out after a few draws
        if (auto question = makeQuestion(rng, scene, QuestionType::Exist, options))
            return *std::move(question);
}

SceneQuestion wordQuestion(const QuestionDraw& draw, std::span<const Template> templates,
                           const QuestionMeaning& meaning, std::string_view answer, TemplateSlots slots)
{
    slots.subject = meaning.subject;
    slots.other = meaning.other;
    slots.relation = meaning.relation;
    SceneQuestion question{
        std::string(nameOf(meaning.type)), fillSentence(draw.rng, draw.rng.pick(templates), slots), {}, meaning};
    question.answers.emplace_back(answer);
    return question;
}

std::string_view yesOrNo(bool yes)
{
    return kSceneAnswers[yes ? 0 : 1];
}

std::string_view numberAnswer(int number)
{
    return kSceneAnswers[std::size_t(2 + number)];
}

} // namespace vbs
