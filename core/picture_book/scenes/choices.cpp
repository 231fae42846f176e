#include "core/picture_book/scenes/choices.h"

#include "core/picture_book/scenes/phrasing.h"
#include "core/picture_book/scenes/phrasing_choice_templates.h"

#include <algorithm>
#include <cctype>

namespace vbs {

namespace {

/// The right sentence first, then the wrong ones.
struct Candidates {
    std::string question;
    std::vector<std::string> sentences;
};
using Maker = std::optional<Candidates> (*)(Rng&, const Scene&);

constexpr int kWrong = kChoices - 1;

int anyObject(Rng& rng, const Scene& scene)
{
    return int(rng.below(scene.objects.size()));
}

Description colored(int color, int category)
{
    return {.category = category, .color = color};
}
int anyColor(Rng& rng)
{
    return int(rng.below(kSceneColors.size()));
}
int anyCategory(Rng& rng)
{
    return int(rng.below(kSceneCategories.size()));
}

/// The one colour that all objects of this category have; -1 when they differ.
int commonColor(const Scene& scene, int category)
{
    int color = -1;
    for (const SceneObject& object : scene.objects) {
        if (object.category != category)
            continue;
        if (color >= 0 && color != object.color)
            return -1;
        color = object.color;
    }
    return color;
}

/// Wrong descriptions, all different: draws until there are enough or the tries are used up.
template <typename Propose, typename IsWrong>
std::optional<std::vector<Description>> wrongDescriptions(Propose propose, IsWrong isWrong)
{
    std::vector<Description> wrong;
    for (int attempt = 0; attempt < 60 && int(wrong.size()) < kWrong; ++attempt) {
        const Description description = propose();
        if (isWrong(description) && std::find(wrong.begin(), wrong.end(), description) == wrong.end())
            wrong.push_back(description);
    }
    if (int(wrong.size()) < kWrong)
        return std::nullopt;
    return wrong;
}

/// Words one sentence for each description.
void addNamed(Rng& rng, Candidates& candidates, std::span<const Template> templates,
              std::span<const Description> descriptions)
{
    for (const Description& description : descriptions)
        candidates.sentences.push_back(fillTemplate(rng, rng.pick(templates), TemplateSlots{.subject = description}));
}

std::optional<Candidates> makeDescribe(Rng& rng, const Scene& scene)
{
    const Statement truth = trueStatement(rng, scene);
    std::vector<Statement> lies;
    for (int attempt = 0; attempt < 30 && int(lies.size()) < kWrong; ++attempt) {
        const auto lie = rng.chance(.6) ? falsified(rng, scene, truth) : falseStatement(rng, scene);
        if (lie && std::find(lies.begin(), lies.end(), *lie) == lies.end())
            lies.push_back(*lie);
    }
    if (int(lies.size()) < kWrong)
        return std::nullopt;
    Candidates candidates{fillSentence(rng, rng.pick(kDescribeTemplates), {}), {statementClause(rng, truth)}};
    for (const Statement& lie : lies)
        candidates.sentences.push_back(statementClause(rng, lie));
    return candidates;
}

std::optional<Candidates> makeWhere(Rng& rng, const Scene& scene)
{
    const int index = anyObject(rng, scene);
    const auto name = uniqueDescription(rng, scene, index);
    if (!name)
        return std::nullopt;
    std::vector<TemplateSlots> right, wrong;
    for (int other = 0; other < int(scene.objects.size()); ++other) {
        const auto otherName = other == index ? std::nullopt : uniqueDescription(rng, scene, other);
        if (!otherName)
            continue;
        for (const SceneRelation relation : kSceneRelations) {
            const Truth truth =
                relationHolds(scene.objects[std::size_t(index)], relation, scene.objects[std::size_t(other)]);
            if (truth != Truth::Undecidable)
                (truth == Truth::True ? right : wrong)
                    .push_back({.subject = *name, .other = *otherName, .relation = relation});
        }
    }
    if (right.empty() || int(wrong.size()) < kWrong)
        return std::nullopt;
    rng.shuffle(wrong);
    Candidates candidates{fillSentence(rng, rng.pick(kWhereTemplates), TemplateSlots{.subject = *name}),
                          {fillTemplate(rng, rng.pick(kWhereChoices), rng.pick(right))}};
    for (int i = 0; i < kWrong; ++i)
        candidates.sentences.push_back(fillTemplate(rng, rng.pick(kWhereChoices), wrong[std::size_t(i)]));
    return candidates;
}

std::optional<Candidates> makeAfford(Rng& rng, const Scene& scene)
{
    const int category = scene.objects[std::size_t(anyObject(rng, scene))].category;
    const int color = commonColor(scene, category);
    if (color < 0)
        return std::nullopt;
    const auto propose = [&]() -> Description {
        if (rng.chance(.5))
            return colored(anyColor(rng), category);
        if (rng.chance(.7))
            return describe(rng.pick(scene.objects), kByColor | kByCategory);
        return colored(anyColor(rng), anyCategory(rng));
    };
    const auto wrong =
        wrongDescriptions(propose, [&](const Description& d) { return d.category != category || d.color != color; });
    if (!wrong)
        return std::nullopt;
    Candidates candidates{fillSentence(rng, rng.pick(kAffordanceTemplates[std::size_t(category)]), {}), {}};
    const Description right = colored(color, category);
    addNamed(rng, candidates, kNamedChoices, std::span(&right, 1));
    addNamed(rng, candidates, kNamedChoices, *wrong);
    return candidates;
}

std::optional<Candidates> makeHappen(Rng& rng, const Scene& scene)
{
    const Description right = describe(rng.pick(scene.objects), kByColor | kByCategory);
    const auto propose = [&]() -> Description {
        if (rng.chance(.4))
            return colored(anyColor(rng), right.category);
        if (rng.chance(.6))
            return colored(rng.pick(scene.objects).color, anyCategory(rng));
        return colored(anyColor(rng), rng.pick(scene.objects).category);
    };
    const auto wrong = wrongDescriptions(propose, [&](const Description& d) { return countMatching(scene, d) == 0; });
    if (!wrong)
        return std::nullopt;
    Candidates candidates{fillSentence(rng, rng.pick(kHappenTemplates), {}), {}};
    const auto add = [&](const Description& description) {
        TemplateSlots slots{.subject = description};
        slots.phrase = kHappenings[std::size_t(description.category)];
        candidates.sentences.push_back(fillTemplate(rng, rng.pick(kHappenChoices), slots));
    };
    add(right);
    std::for_each(wrong->begin(), wrong->end(), add);
    return candidates;
}

std::optional<Candidates> makePlaceUse(Rng& rng, const Scene& scene)
{
    Candidates candidates{fillSentence(rng, rng.pick(kPlaceUseTemplates), {}),
                          {std::string(rng.pick(kPlaceUses[std::size_t(scene.place)]))}};
    std::vector<int> others;
    for (int place = 0; place < int(kScenePlaces.size()); ++place)
        if (place != scene.place)
            others.push_back(place);
    rng.shuffle(others);
    for (int i = 0; i < kWrong; ++i)
        candidates.sentences.emplace_back(rng.pick(kPlaceUses[std::size_t(others[std::size_t(i)])]));
    return candidates;
}

/// "yes, there are three balls" or "no, there is only one ball".
std::string enoughSentence(Rng& rng, int category, int number, bool enough)
{
    TemplateSlots slots{.subject = {.category = category}};
    slots.word = numberWord(number);
    const std::size_t row = enough ? (number == 1 ? 1 : 0) : number == 0 ? 4 : number == 1 ? 3 : 2;
    return fillTemplate(rng, kEnoughChoices[row], slots);
}

std::optional<Candidates> makeEnough(Rng& rng, const Scene& scene)
{
    const int category = rng.pick(scene.objects).category;
    const int number = countMatching(scene, {.category = category});
    const int needed = rng.between(1, 4) + int(rng.chance(.5));
    // A candidate is consistent in itself: "yes" with enough of them, "no" with too few.
    std::vector<int> wrong;
    for (int reach = 2; int(wrong.size()) < kWrong; ++reach) {
        wrong.clear();
        for (int other = std::max(0, number - reach); other <= std::min(8, number + reach); ++other)
            if (other != number)
                wrong.push_back(other);
    }
    rng.shuffle(wrong);
    TemplateSlots slots{.subject = {.category = category}};
    slots.word = numberWord(needed);
    const auto templates = needed == 1 ? std::span<const Template>(kEnoughForOneTemplates) : kEnoughTemplates;
    Candidates candidates{fillSentence(rng, rng.pick(templates), slots),
                          {enoughSentence(rng, category, number, number >= needed)}};
    for (int i = 0; i < kWrong; ++i) {
        const int other = wrong[std::size_t(i)];
        candidates.sentences.push_back(enoughSentence(rng, category, other, other >= needed));
    }
    return candidates;
}

std::optional<Candidates> makeCause(Rng& rng, const Scene& scene)
{
    constexpr std::array masks = {kByCategory, kByColor | kByCategory};
    const int reference = anyObject(rng, scene);
    const auto name = uniqueDescription(rng, scene, reference, masks);
    if (!name)
        return std::nullopt;
    const SceneRelation relation = rng.pick(kSceneRelations);
    std::vector<Description> seen, possible; // surely there; perhaps there
    for (int i = 0; i < int(scene.objects.size()); ++i) {
        if (i == reference)
            continue;
        const SceneObject& object = scene.objects[std::size_t(i)];
        const Truth truth = relationHolds(object, relation, scene.objects[std::size_t(reference)]);
        if (truth == Truth::True)
            seen.push_back(describe(object, kByColor | kByCategory));
        else if (truth == Truth::Undecidable)
            possible.push_back(describe(object, kByColor | kByCategory));
    }
    if (seen.empty())
        return std::nullopt;
    const Description right = rng.pick(seen);
    const Description itself = describe(scene.objects[std::size_t(reference)], kByColor | kByCategory);
    const auto isWrong = [&](const Description& d) {
        return std::find(seen.begin(), seen.end(), d) == seen.end() &&
               std::find(possible.begin(), possible.end(), d) == possible.end() && d != itself;
    };
    const auto propose = [&]() -> Description {
        if (rng.chance(.5))
            return describe(rng.pick(scene.objects), kByColor | kByCategory);
        return rng.chance(.6) ? colored(anyColor(rng), right.category) : colored(right.color, anyCategory(rng));
    };
    const auto wrong = wrongDescriptions(propose, isWrong);
    if (!wrong)
        return std::nullopt;
    Candidates candidates{
        fillSentence(rng, rng.pick(kCauseTemplates), TemplateSlots{.other = *name, .relation = relation}), {}};
    addNamed(rng, candidates, kCauseChoices, std::span(&right, 1));
    addNamed(rng, candidates, kCauseChoices, *wrong);
    return candidates;
}

struct TypeEntry {
    ChoiceType type;
    std::string_view name;
    Maker make;
};

constexpr std::array<TypeEntry, kChoiceTypes> kTypes = {{{ChoiceType::Describe, "describe", makeDescribe},
                                                         {ChoiceType::Where, "where", makeWhere},
                                                         {ChoiceType::Afford, "afford", makeAfford},
                                                         {ChoiceType::Happen, "happen", makeHappen},
                                                         {ChoiceType::Place, "place", makePlaceUse},
                                                         {ChoiceType::Enough, "enough", makeEnough},
                                                         {ChoiceType::Cause, "cause", makeCause}}};
constexpr std::array kTypeList = {ChoiceType::Describe, ChoiceType::Where,  ChoiceType::Afford, ChoiceType::Happen,
                                  ChoiceType::Place,    ChoiceType::Enough, ChoiceType::Cause};

} // namespace

std::string_view nameOf(ChoiceType type)
{
    return kTypes[std::size_t(type)].name;
}

std::span<const ChoiceType> allChoiceTypes()
{
    return kTypeList;
}

std::optional<ChoiceQuestion> makeChoiceQuestion(Rng& rng, const Scene& scene, ChoiceType type)
{
    std::optional<Candidates> candidates;
    for (int attempt = 0; attempt < 12 && !candidates; ++attempt)
        candidates = kTypes[std::size_t(type)].make(rng, scene);
    if (!candidates)
        return std::nullopt;
    ChoiceQuestion question{std::string(nameOf(type)), std::move(candidates->question),
                            std::move(candidates->sentences), int(rng.below(kChoices))};
    std::swap(question.choices[0], question.choices[std::size_t(question.answer)]);
    const bool fullStop = rng.chance(.5);
    for (std::string& choice : question.choices) {
        choice[0] = char(std::toupper(static_cast<unsigned char>(choice[0])));
        if (fullStop)
            choice += '.';
    }
    return question;
}

ChoiceQuestion randomChoiceQuestion(Rng& rng, const Scene& scene, std::span<const ChoiceType> types)
{
    for (int attempt = 0; attempt < 40; ++attempt)
        if (auto question = makeChoiceQuestion(rng, scene, rng.pick(types)))
            return *std::move(question);
    return *makeChoiceQuestion(rng, scene, ChoiceType::Place);
}

} // namespace vbs
