#include "core/picture_book/scenes/questions_draw.h"

// Questions that look at all objects together.
namespace vbs {

namespace {

/// The one object whose attribute differs while all others share theirs; -1 when there is none.
int oddObject(const QuestionDraw& draw, SceneAttribute by)
{
    if (draw.count() < 3)
        return -1;
    const auto value = [&](int index) { return attributeOf(draw.at(index), by); };
    // Two of the first three agree if an odd one exists, so the common value is among them.
    const int common = value(0) == value(1) || value(0) == value(2) ? value(0) : value(1);
    int odd = -1;
    for (int i = 0; i < draw.count(); ++i) {
        if (value(i) == common)
            continue;
        if (odd >= 0)
            return -1;
        odd = i;
    }
    return odd;
}

/// The most frequent value of an attribute; -1 when two share the first rank or there is only one value.
int mostCommonValue(const QuestionDraw& draw, SceneAttribute by)
{
    std::array<int, kSceneCategories.size()> counts{};
    for (int i = 0; i < draw.count(); ++i)
        ++counts[std::size_t(attributeOf(draw.at(i), by))];
    int best = 0, values = 0, ties = 0;
    for (int value = 0; value < int(counts.size()); ++value) {
        const int count = counts[std::size_t(value)], most = counts[std::size_t(best)];
        values += count > 0;
        if (count > most) {
            best = value;
            ties = 0;
        } else if (value != best && count == most) {
            ++ties;
        }
    }
    return values < 2 || ties > 0 ? -1 : best;
}

/// Two groups to compare: of one kind of attribute, the second now and then absent.
std::optional<QuestionMeaning> groupsToCompare(const QuestionDraw& draw)
{
    QuestionMeaning meaning{QuestionType::MoreOrFewer, AskedFor::YesNo};
    meaning.by = draw.rng.chance(2. / 3) ? SceneAttribute::Category : SceneAttribute::Color;
    const AttributeMask mask = meaning.by == SceneAttribute::Category ? kByCategory : kByColor;
    meaning.subject = describe(draw.at(draw.anyObject()), mask);
    meaning.other = draw.rng.chance(.2) ? withOneAttributeChanged(draw.rng, meaning.subject)
                                        : describe(draw.at(draw.anyObject()), mask);
    if (meaning.subject == meaning.other)
        return std::nullopt;
    meaning.less = draw.rng.chance(1. / 3);
    return meaning;
}

} // namespace

std::optional<SceneQuestion> makeOddOneOut(const QuestionDraw& draw)
{
    const int byKind = oddObject(draw, SceneAttribute::Category);
    const int byColor = oddObject(draw, SceneAttribute::Color);
    if (byKind < 0 && byColor < 0)
        return std::nullopt;
    const bool color = byKind < 0 || (byColor >= 0 && draw.rng.chance(.5));
    const SceneObject& odd = draw.at(color ? byColor : byKind);
    QuestionMeaning meaning{QuestionType::OddOneOut, AskedFor::Category};
    meaning.by = color ? SceneAttribute::Color : SceneAttribute::Category;
    const std::string_view category = kSceneCategories[std::size_t(odd.category)];
    // Without a word on colour or kind the question is only fair if both point to the same object.
    const bool plain = byKind < 0 || byColor < 0 || byKind == byColor;
    if (plain && draw.form < (color ? .4 : .8))
        return wordQuestion(draw, kOddTemplates, meaning, category);
    if (!color)
        return wordQuestion(draw, kOddByKindTemplates, meaning, category);
    if (draw.form < .75)
        return wordQuestion(draw, kOddByColorTemplates, meaning, category);
    meaning.asked = AskedFor::Color;
    return wordQuestion(draw, kOddColorTemplates, meaning, kSceneColors[std::size_t(odd.color)]);
}

std::optional<SceneQuestion> makeMostCommon(const QuestionDraw& draw)
{
    bool color = draw.form < .5;
    int value = mostCommonValue(draw, color ? SceneAttribute::Color : SceneAttribute::Category);
    if (value < 0) {
        color = !color;
        value = mostCommonValue(draw, color ? SceneAttribute::Color : SceneAttribute::Category);
    }
    if (value < 0)
        return std::nullopt;
    QuestionMeaning meaning{QuestionType::MostCommon, color ? AskedFor::Color : AskedFor::Category};
    meaning.by = color ? SceneAttribute::Color : SceneAttribute::Category;
    if (color)
        return wordQuestion(draw, kMostColorTemplates, meaning, kSceneColors[std::size_t(value)]);
    return wordQuestion(draw, kMostCategoryTemplates, meaning, kSceneCategories[std::size_t(value)]);
}

std::optional<SceneQuestion> makeMoreOrFewer(const QuestionDraw& draw)
{
    return firstOf([&]() -> std::optional<SceneQuestion> {
        auto meaning = groupsToCompare(draw);
        if (!meaning)
            return std::nullopt;
        const int subjects = countMatching(draw.scene, meaning->subject);
        const int others = countMatching(draw.scene, meaning->other);
        TemplateSlots slots;
        slots.word = meaning->less ? kFewerWord : kMoreWord;
        const bool subjectWins = meaning->less ? subjects < others : subjects > others;
        if (draw.form < .3) {
            if (subjects == others)
                return std::nullopt;
            const Description& winner = subjectWins ? meaning->subject : meaning->other;
            const bool category = meaning->by == SceneAttribute::Category;
            meaning->asked = category ? AskedFor::Category : AskedFor::Color;
            return wordQuestion(draw, kWhichMoreTemplates, *meaning,
                                category ? kSceneCategories[std::size_t(winner.category)]
                                         : kSceneColors[std::size_t(winner.color)],
                                slots);
        }
        // Equal numbers are a "no"; a few are enough.
        if (subjects == others && (draw.wanted || draw.rng.chance(.7)))
            return std::nullopt;
        if (subjects != others && subjectWins != draw.wanted)
            std::swap(meaning->subject, meaning->other);
        return wordQuestion(draw, kMoreYesNoTemplates, *meaning, yesOrNo(draw.wanted), slots);
    });
}

} // namespace vbs
