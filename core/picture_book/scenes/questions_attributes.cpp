#include "core/picture_book/scenes/questions_draw.h"

// Questions about one object's attributes, the picture's place, and how many there are of a kind.
namespace vbs {

namespace {

constexpr std::array kByKind = {kByCategory, kBySize | kByCategory};

/// An absent thing that is close to what is there, as the false half of "is there a …?".
std::optional<Description> absentNeighbour(const QuestionDraw& draw, const Description& present)
{
    return firstOf([&]() -> std::optional<Description> {
        const Description changed = withOneAttributeChanged(draw.rng, present);
        if (countMatching(draw.scene, changed) > 0)
            return std::nullopt;
        return changed;
    });
}

} // namespace

std::optional<SceneQuestion> makeColor(const QuestionDraw& draw)
{
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const int index = draw.anyObject();
        const auto name = draw.nameOf(index, kByKind);
        if (!name)
            return std::nullopt;
        const QuestionMeaning meaning{QuestionType::Color, AskedFor::Color, *name};
        return wordQuestion(draw, kColorTemplates, meaning, kSceneColors[std::size_t(draw.at(index).color)]);
    });
}

std::optional<SceneQuestion> makeWhatIs(const QuestionDraw& draw)
{
    constexpr std::array masks = {kByColor, kBySize | kByColor, kBySize};
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const int index = draw.anyObject();
        const auto name = draw.nameOf(index, masks);
        if (!name)
            return std::nullopt;
        const bool adjective = (name->size == Description::kAny || name->color == Description::kAny) && draw.form < .3;
        const QuestionMeaning meaning{QuestionType::WhatIs, AskedFor::Category, *name};
        return wordQuestion(draw, adjective ? std::span<const Template>(kWhatIsByAdjectiveTemplates) : kWhatIsTemplates,
                            meaning, kSceneCategories[std::size_t(draw.at(index).category)]);
    });
}

std::optional<SceneQuestion> makeVerifyColor(const QuestionDraw& draw)
{
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const int index = draw.anyObject();
        const auto name = draw.nameOf(index, kByKind);
        if (!name)
            return std::nullopt;
        const int color = draw.at(index).color;
        QuestionMeaning meaning{QuestionType::VerifyColor, AskedFor::YesNo, *name};
        meaning.other.color = color;
        if (!draw.wanted) {
            // Half of the wrong colours are another object's: only looking at the right one helps.
            meaning.other.color =
                draw.rng.chance(.5) ? draw.at(draw.anyObject()).color : int(draw.rng.below(kSceneColors.size()));
            if (meaning.other.color == color)
                return std::nullopt;
        }
        TemplateSlots slots;
        slots.word = kSceneColors[std::size_t(meaning.other.color)];
        return wordQuestion(draw, kVerifyColorTemplates, meaning, yesOrNo(draw.wanted), slots);
    });
}

std::optional<SceneQuestion> makeSize(const QuestionDraw& draw)
{
    constexpr std::array masks = {kByCategory, kByColor | kByCategory, kByColor};
    return firstOf([&]() -> std::optional<SceneQuestion> {
        const int index = draw.anyObject();
        const auto name = draw.nameOf(index, masks);
        if (!name)
            return std::nullopt;
        const int size = draw.at(index).size;
        QuestionMeaning meaning{QuestionType::Size, AskedFor::Size, *name};
        if (draw.form >= .25)
            return wordQuestion(draw, kSizeTemplates, meaning, kSceneSizes[std::size_t(size)]);
        meaning.asked = AskedFor::YesNo;
        meaning.other.size = draw.wanted ? size : 1 - size;
        TemplateSlots slots;
        slots.word = sizeWord(draw.rng, meaning.other.size);
        return wordQuestion(draw, kSizeYesNoTemplates, meaning, yesOrNo(draw.wanted), slots);
    });
}

std::optional<SceneQuestion> makePlace(const QuestionDraw& draw)
{
    const int place = draw.scene.place;
    QuestionMeaning meaning{QuestionType::Place, AskedFor::Place};
    meaning.place = place;
    if (draw.form < .15) {
        if (const auto name = draw.nameOf(draw.anyObject())) {
            meaning.subject = *name;
            return wordQuestion(draw, kPlaceOfObjectTemplates, meaning, kScenePlaces[std::size_t(place)]);
        }
    }
    if (draw.form < .65)
        return wordQuestion(draw, kPlaceTemplates, meaning, kScenePlaces[std::size_t(place)]);

    meaning.asked = AskedFor::YesNo;
    if (!draw.wanted)
        meaning.place = (place + draw.rng.between(1, 4)) % int(kScenePlaces.size());
    TemplateSlots slots;
    slots.phrase = draw.rng.pick(kPlacePhrases[std::size_t(meaning.place)]);
    const std::span<const Template> own = kPlaceOwnTemplates[std::size_t(meaning.place)];
    return wordQuestion(draw, draw.rng.chance(.5) ? own : kPlaceYesNoTemplates, meaning, yesOrNo(draw.wanted), slots);
}

std::optional<SceneQuestion> makeCount(const QuestionDraw& draw)
{
    constexpr std::array masks = {kByCategory,
                                  kByCategory,
                                  kByColor,
                                  kByColor,
                                  kBySize,
                                  kByColor | kByCategory,
                                  kByColor | kByCategory,
                                  kBySize | kByCategory,
                                  AttributeMask(0)};
    // The number is drawn first, so that scenes with many alike are asked for their many.
    const int wanted = int(draw.rng.below(9));
    return firstOf(
        [&]() -> std::optional<SceneQuestion> {
            Description subject = describe(draw.at(draw.anyObject()), draw.rng.pick(masks));
            if (wanted == 0 && !subject.empty())
                subject = withOneAttributeChanged(draw.rng, subject);
            if (countMatching(draw.scene, subject) != wanted)
                return std::nullopt;
            const bool adjective = subject.category == Description::kAny && !subject.empty() && draw.form < .4;
            const QuestionMeaning meaning{QuestionType::Count, AskedFor::Number, subject};
            return wordQuestion(draw,
                                adjective ? std::span<const Template>(kCountByAdjectiveTemplates) : kCountTemplates,
                                meaning, numberAnswer(wanted));
        },
        wanted == 0 ? 6 : 24);
}

std::optional<SceneQuestion> makeExist(const QuestionDraw& draw)
{
    constexpr std::array masks = {kByCategory, kByColor | kByCategory, kByColor, kBySize | kByCategory,
                                  kBySize | kByColor | kByCategory};
    return firstOf([&]() -> std::optional<SceneQuestion> {
        auto subject = std::optional(describe(draw.at(draw.anyObject()), draw.rng.pick(masks)));
        if (!draw.wanted)
            subject = absentNeighbour(draw, *subject);
        if (!subject)
            return std::nullopt;
        const QuestionMeaning meaning{QuestionType::Exist, AskedFor::YesNo, *subject};
        return wordQuestion(draw, kExistTemplates, meaning, yesOrNo(draw.wanted));
    });
}

} // namespace vbs
