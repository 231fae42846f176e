#include "core/picture_book/scenes/questions_draw.h"

// Questions that compare the positions or sizes of objects.
namespace vbs {

namespace {

/// Two different objects with names of their own.
struct NamedPair {
    int first = 0, second = 0;
    Description firstName, secondName;
};

std::optional<NamedPair> namedPair(const QuestionDraw& draw, std::span<const AttributeMask> masks)
{
    const int first = draw.anyObject(), second = draw.anyObject();
    if (first == second)
        return std::nullopt;
    const auto firstName = draw.nameOf(first, masks);
    const auto secondName = firstName ? draw.nameOf(second, masks) : std::nullopt;
    if (!secondName)
        return std::nullopt;
    return NamedPair{first, second, *firstName, *secondName};
}

std::optional<NamedPair> namedPair(const QuestionDraw& draw)
{
    return namedPair(draw, namingMasks(draw.options));
}

/// The objects but one that match a description and stand in a relation to that one; decidable all or none.
struct Related {
    std::vector<int> objects;
    bool undecidable = false;
};

Related relatedTo(const QuestionDraw& draw, const Description& subject, SceneRelation relation, int reference)
{
    Related related;
    for (int i = 0; i < draw.count(); ++i) {
        if (i == reference || !subject.matches(draw.at(i)))
            continue;
        const Truth truth = relationHolds(draw.at(i), relation, draw.at(reference));
        related.undecidable |= truth == Truth::Undecidable;
        if (truth == Truth::True)
            related.objects.push_back(i);
    }
    return related;
}

/// "Is there any cat left of the house?"
std::optional<SceneQuestion> makeAnyRelationYesNo(const QuestionDraw& draw)
{
    constexpr std::array masks = {kByCategory, kByCategory, kByColor | kByCategory, kByColor};
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const int reference = draw.anyObject();
        const auto name = draw.nameOf(reference);
        if (!name)
            return std::nullopt;
        QuestionMeaning meaning{QuestionType::RelationYesNo, AskedFor::YesNo};
        meaning.subject = describe(draw.at(draw.anyObject()), draw.rng.pick(masks));
        meaning.other = *name;
        meaning.relation = draw.rng.pick(kSceneRelations);
        meaning.anySubject = true;
        const Related related = relatedTo(draw, meaning.subject, meaning.relation, reference);
        if (related.objects.empty() == draw.wanted || (related.objects.empty() && related.undecidable))
            return std::nullopt;
        return wordQuestion(draw, kAnyRelationYesNoTemplates, meaning, yesOrNo(draw.wanted));
    });
}

/// The object that is `relation` all others; -1 when the margin leaves none.
int extremeObject(const QuestionDraw& draw, SceneRelation relation)
{
    for (int i = 0; i < draw.count(); ++i) {
        bool beyondAll = true;
        for (int j = 0; j < draw.count() && beyondAll; ++j)
            beyondAll = i == j || relationHolds(draw.at(i), relation, draw.at(j)) == Truth::True;
        if (beyondAll)
            return i;
    }
    return -1;
}

} // namespace

std::optional<SceneQuestion> makeColorByRelation(const QuestionDraw& draw)
{
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const int target = draw.anyObject(), reference = draw.anyObject();
        const auto name = target == reference ? std::nullopt : draw.nameOf(reference);
        if (!name)
            return std::nullopt;
        QuestionMeaning meaning{QuestionType::ColorByRelation, AskedFor::Color};
        if (draw.form < .85)
            meaning.subject.category = draw.at(target).category;
        meaning.other = *name;
        meaning.relation = draw.rng.pick(kSceneRelations);
        const Related related = relatedTo(draw, meaning.subject, meaning.relation, reference);
        if (related.undecidable || related.objects.size() != 1)
            return std::nullopt;
        // The relation should mostly decide between several, or the model learns to overlook it.
        if (countMatching(draw.scene, meaning.subject) == 1 && draw.rng.chance(.4))
            return std::nullopt;
        return wordQuestion(draw, kColorByRelationTemplates, meaning,
                            kSceneColors[std::size_t(draw.at(related.objects[0]).color)]);
    });
}

std::optional<SceneQuestion> makeWhatRelation(const QuestionDraw& draw)
{
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const int reference = draw.anyObject();
        const auto name = draw.nameOf(reference);
        if (!name)
            return std::nullopt;
        QuestionMeaning meaning{QuestionType::WhatLeftRightAboveBelow, AskedFor::Category};
        meaning.other = *name;
        meaning.relation = draw.rng.pick(kSceneRelations);
        const Related related = relatedTo(draw, {}, meaning.relation, reference);
        if (related.undecidable || (related.objects.empty() && draw.form >= .2))
            return std::nullopt;
        for (const int i : related.objects)
            if (draw.at(i).category != draw.at(related.objects[0]).category)
                return std::nullopt;
        return wordQuestion(draw, kWhatRelationTemplates, meaning,
                            related.objects.empty()
                                ? kSceneAnswers.back()
                                : kSceneCategories[std::size_t(draw.at(related.objects[0]).category)]);
    });
}

std::optional<SceneQuestion> makeRelationYesNo(const QuestionDraw& draw)
{
    if (draw.form < .2)
        return makeAnyRelationYesNo(draw);
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const auto pair = namedPair(draw);
        if (!pair)
            return std::nullopt;
        QuestionMeaning meaning{QuestionType::RelationYesNo, AskedFor::YesNo, pair->firstName, pair->secondName};
        meaning.relation = draw.rng.pick(kSceneRelations);
        const Truth truth = relationHolds(draw.at(pair->first), meaning.relation, draw.at(pair->second));
        if (truth == Truth::Undecidable)
            return std::nullopt;
        if ((truth == Truth::True) != draw.wanted)
            meaning.relation = oppositeOf(meaning.relation);
        return wordQuestion(draw, kRelationYesNoTemplates, meaning, yesOrNo(draw.wanted));
    });
}

std::optional<SceneQuestion> makeLeftOrRight(const QuestionDraw& draw)
{
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const auto pair = namedPair(draw);
        if (!pair)
            return std::nullopt;
        QuestionMeaning meaning{QuestionType::LeftOrRight, AskedFor::Side, pair->firstName, pair->secondName};
        const bool sideways = draw.form < .6;
        meaning.relation = sideways ? SceneRelation::Left : SceneRelation::Above;
        const Truth truth = relationHolds(draw.at(pair->first), meaning.relation, draw.at(pair->second));
        if (truth == Truth::Undecidable)
            return std::nullopt;
        const auto side = truth == Truth::True ? meaning.relation : oppositeOf(meaning.relation);
        const auto sides = std::span(kSceneAnswers).last(5);
        return wordQuestion(draw, sideways ? std::span<const Template>(kLeftOrRightTemplates) : kAboveOrBelowTemplates,
                            meaning, sides[std::size_t(side)]);
    });
}

std::optional<SceneQuestion> makeExtreme(const QuestionDraw& draw)
{
    if (draw.count() < 2)
        return std::nullopt;
    return firstOf([&]() -> std::optional<SceneQuestion> {
        QuestionMeaning meaning{QuestionType::Extreme, AskedFor::Category};
        meaning.relation = draw.rng.pick(kSceneRelations);
        const int index = extremeObject(draw, meaning.relation);
        if (index < 0)
            return std::nullopt;
        TemplateSlots slots;
        slots.word = draw.rng.pick(kExtremeAdjectives[std::size_t(meaning.relation)]);
        slots.phrase = draw.rng.pick(kExtremePhrases[std::size_t(meaning.relation)]);
        const SceneObject& object = draw.at(index);
        if (draw.form < .6)
            return wordQuestion(draw, kExtremeTemplates, meaning, kSceneCategories[std::size_t(object.category)],
                                slots);
        meaning.asked = AskedFor::Color;
        return wordQuestion(draw, kExtremeColorTemplates, meaning, kSceneColors[std::size_t(object.color)], slots);
    });
}

std::optional<SceneQuestion> makeBigger(const QuestionDraw& draw)
{
    constexpr std::array named = {kByCategory, kByColor | kByCategory, kByColor};
    const auto masks = draw.options.categoryOnlyNames ? std::span<const AttributeMask>(named).first(1) : named;
    return firstOf([&]() -> std::optional<SceneQuestion> {
        auto pair = namedPair(draw, masks);
        if (!pair || draw.at(pair->first).size == draw.at(pair->second).size)
            return std::nullopt;
        QuestionMeaning meaning{QuestionType::Bigger, AskedFor::Category, pair->firstName, pair->secondName};
        meaning.less = draw.rng.chance(1. / 3);
        TemplateSlots slots;
        slots.word = draw.rng.pick(meaning.less ? kSmallerWords : kBiggerWords);
        const bool firstWins = (draw.at(pair->first).size > draw.at(pair->second).size) != meaning.less;
        const int winner = draw.at(firstWins ? pair->first : pair->second).category;
        if (draw.form < .5) {
            if (draw.at(pair->first).category == draw.at(pair->second).category)
                return std::nullopt;
            return wordQuestion(draw, kWhichBiggerTemplates, meaning, kSceneCategories[std::size_t(winner)], slots);
        }
        meaning.asked = AskedFor::YesNo;
        if (firstWins != draw.wanted)
            std::swap(meaning.subject, meaning.other);
        return wordQuestion(draw, kBiggerYesNoTemplates, meaning, yesOrNo(draw.wanted), slots);
    });
}

} // namespace vbs
