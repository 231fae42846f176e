#include "core/picture_book/scenes/region_questions.h"

#include "core/picture_book/scenes/questions_draw.h"

namespace vbs {

namespace {

constexpr std::array kDefaultTypes = {
    QuestionType::WhatLeftRightAboveBelow,
    QuestionType::WhatLeftRightAboveBelow,
    QuestionType::WhatLeftRightAboveBelow,
    QuestionType::WhatLeftRightAboveBelow,
    QuestionType::WhatLeftRightAboveBelow,
    QuestionType::WhatLeftRightAboveBelow,
    QuestionType::Extreme,
    QuestionType::Extreme,
    QuestionType::Extreme,
    QuestionType::Count,
    QuestionType::Count,
    QuestionType::Count,
    QuestionType::Count,
    QuestionType::Count,
    QuestionType::OddOneOut,
    QuestionType::OddOneOut,
    QuestionType::ColorByRelation,
    QuestionType::ColorByRelation,
    QuestionType::Color,
    QuestionType::WhatIs,
};

constexpr std::array kRelationKind = {StatementKind::Relation};

int labelOf(Truth truth)
{
    return truth == Truth::Undecidable ? -1 : truth == Truth::True ? 1 : 0;
}

std::vector<int> matchingLabels(const Scene& scene, const Description& subject)
{
    std::vector<int> labels;
    for (const SceneObject& object : scene.objects)
        labels.push_back(subject.matches(object));
    return labels;
}

/// Objects that match and are `relation` the single object that `other` names.
std::vector<int> relatedLabels(const Scene& scene, const QuestionMeaning& meaning)
{
    const int reference = onlyMatch(scene, meaning.other);
    std::vector<int> labels;
    for (int i = 0; i < int(scene.objects.size()); ++i) {
        const SceneObject& object = scene.objects[std::size_t(i)];
        const bool candidate = reference >= 0 && i != reference && meaning.subject.matches(object);
        labels.push_back(
            candidate ? labelOf(relationHolds(object, meaning.relation, scene.objects[std::size_t(reference)])) : 0);
    }
    return labels;
}

std::vector<int> extremeLabels(const Scene& scene, SceneRelation relation)
{
    std::vector<int> labels;
    for (const SceneObject& object : scene.objects) {
        bool beyondAll = true;
        for (const SceneObject& other : scene.objects)
            beyondAll = beyondAll && (&object == &other || relationHolds(object, relation, other) == Truth::True);
        labels.push_back(beyondAll);
    }
    return labels;
}

std::vector<int> oddLabels(const Scene& scene, SceneAttribute by)
{
    std::vector<int> labels;
    for (const SceneObject& object : scene.objects) {
        Description same;
        same[by] = attributeOf(object, by);
        labels.push_back(countMatching(scene, same) == 1);
    }
    return labels;
}

/// "What is left of the house?" with any number of right objects.
std::optional<RegionQuestion> makeRelatedRegions(const QuestionDraw& draw)
{
    return firstOf([&]() -> std::optional<RegionQuestion> {
        const int reference = draw.anyObject();
        const auto name = draw.nameOf(reference);
        if (!name)
            return std::nullopt;
        QuestionMeaning meaning{QuestionType::WhatLeftRightAboveBelow, AskedFor::Category, {}, *name};
        meaning.relation = draw.rng.pick(kSceneRelations);
        RegionQuestion question{{}, {}, relatedLabels(draw.scene, meaning), std::nullopt};
        bool unsure = false, several = false;
        int category = -1;
        for (int i = 0; i < draw.count(); ++i) {
            const int label = question.labels[std::size_t(i)];
            unsure |= label < 0;
            if (label != 1)
                continue;
            several |= category >= 0 && category != draw.at(i).category;
            category = draw.at(i).category;
        }
        // "nothing" would otherwise be the answer of every fourth question.
        if (!unsure && !several && (category >= 0 || draw.form < .3))
            question.answer = category < 0 ? kSceneAnswers.back() : kSceneCategories[std::size_t(category)];
        SceneQuestion worded = wordQuestion(draw, kWhatRelationTemplates, meaning, {});
        question.type = std::move(worded.type);
        question.text = std::move(worded.text);
        return question;
    });
}

int relationWordIndex(std::string_view text)
{
    for (int index = 0; !text.empty(); ++index) {
        const std::size_t space = std::min(text.find(' '), text.size());
        if (isRelationWord(text.substr(0, space)))
            return index;
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return -1;
}

} // namespace

std::vector<int> regionLabels(const Scene& scene, const QuestionMeaning& meaning)
{
    switch (meaning.type) {
    case QuestionType::Color:
    case QuestionType::WhatIs:
    case QuestionType::Count:
        return matchingLabels(scene, meaning.subject);
    case QuestionType::ColorByRelation:
    case QuestionType::WhatLeftRightAboveBelow:
        return relatedLabels(scene, meaning);
    case QuestionType::Extreme:
        return extremeLabels(scene, meaning.relation);
    case QuestionType::OddOneOut:
        return oddLabels(scene, meaning.by);
    default:
        return {};
    }
}

std::span<const QuestionType> defaultRegionQuestionTypes()
{
    return kDefaultTypes;
}

std::optional<RegionQuestion> randomRegionQuestion(Rng& rng, const Scene& scene, std::span<const QuestionType> types,
                                                   const QuestionOptions& options)
{
    for (int attempt = 0; attempt < 20; ++attempt) {
        const QuestionType type = rng.pick(types);
        if (type == QuestionType::WhatLeftRightAboveBelow) {
            const QuestionDraw draw{rng, scene, options, false, rng.uniform()};
            if (auto question = makeRelatedRegions(draw))
                return question;
            continue;
        }
        auto question = makeQuestion(rng, scene, type, options);
        if (!question)
            continue;
        auto labels = regionLabels(scene, question->meaning);
        if (!labels.empty())
            return RegionQuestion{std::move(question->type), std::move(question->text), std::move(labels),
                                  std::move(question->answers.front())};
    }
    return std::nullopt;
}

VerificationStatement makeVerificationStatement(Rng& rng, const Scene& scene, double relationShare,
                                                const QuestionOptions& options)
{
    const auto kinds =
        rng.chance(relationShare) ? std::span<const StatementKind>(kRelationKind) : defaultStatementKinds();
    VerificationStatement result;
    result.truth = rng.chance(.5);
    std::optional<Statement> statement;
    while (!statement) // falseStatement falls back to an Exist statement, which can always be falsified
        statement =
            result.truth ? trueStatement(rng, scene, kinds, options) : falseStatement(rng, scene, kinds, options);
    result.statement = *statement;
    result.text = statementText(rng, *statement);
    if (statement->kind == StatementKind::Relation && countMatching(scene, statement->subject) > 0 &&
        countMatching(scene, statement->other) > 0)
        result.relationWord = relationWordIndex(result.text);
    return result;
}

} // namespace vbs
