#include "core/picture_book/scenes/statement.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr std::array kAllMasks = {
    kByCategory, kByColor | kByCategory, kBySize | kByCategory, kBySize | kByColor | kByCategory,
    kByColor,    kBySize | kByColor};
constexpr std::array kCategoryMask = {kByCategory};

constexpr std::array kDefaultKinds = {StatementKind::Exist,     StatementKind::Exist,    StatementKind::Count,
                                      StatementKind::Attribute, StatementKind::Relation, StatementKind::Relation,
                                      StatementKind::Bigger,    StatementKind::All,      StatementKind::Place};

int valuesOf(SceneAttribute attribute)
{
    switch (attribute) {
    case SceneAttribute::Category:
        return int(kSceneCategories.size());
    case SceneAttribute::Color:
        return int(kSceneColors.size());
    case SceneAttribute::Size:
        return int(kSceneSizes.size());
    }
    return 0;
}

/// Uniform in 0..n-1 without `value`.
int anotherBelow(Rng& rng, int n, int value)
{
    const int drawn = int(rng.below(std::size_t(n - 1)));
    return drawn < value ? drawn : drawn + 1;
}

Truth asTruth(bool value)
{
    return value ? Truth::True : Truth::False;
}

/// The single objects that two descriptions name, or why there are none.
struct Pair {
    int first = -1, second = -1;
    Truth failure = Truth::False;
    bool found() const { return first >= 0 && second >= 0; }
};

Pair namedPair(const Scene& scene, const Statement& statement)
{
    const int subjects = countMatching(scene, statement.subject);
    const int others = countMatching(scene, statement.other);
    if (subjects == 0 || others == 0)
        return {};
    Pair pair{onlyMatch(scene, statement.subject), onlyMatch(scene, statement.other), Truth::Undecidable};
    if (!pair.found() || pair.first == pair.second)
        return {-1, -1, Truth::Undecidable};
    return pair;
}

Truth relationTruth(const Scene& scene, const Statement& statement)
{
    const Pair pair = namedPair(scene, statement);
    if (!pair.found())
        return pair.failure;
    return relationHolds(scene.objects[std::size_t(pair.first)], statement.relation,
                         scene.objects[std::size_t(pair.second)]);
}

Truth biggerTruth(const Scene& scene, const Statement& statement)
{
    const Pair pair = namedPair(scene, statement);
    if (!pair.found())
        return pair.failure;
    const int first = scene.objects[std::size_t(pair.first)].size;
    const int second = scene.objects[std::size_t(pair.second)].size;
    return first == second ? Truth::Undecidable : asTruth(first > second);
}

std::optional<Statement> randomAttribute(Rng& rng, const Scene& scene, int index)
{
    constexpr std::array masks = {kByCategory, kBySize | kByCategory};
    const auto name = uniqueDescription(rng, scene, index, masks);
    if (!name)
        return std::nullopt;
    const bool ofSize = name->size == Description::kAny && rng.chance(.25);
    Statement statement{StatementKind::Attribute, *name};
    statement.other = describe(scene.objects[std::size_t(index)], ofSize ? kBySize : kByColor);
    return statement;
}

std::optional<Statement> randomComparison(Rng& rng, const Scene& scene, StatementKind kind, int index,
                                          const QuestionOptions& options)
{
    const int second = int(rng.below(scene.objects.size()));
    if (second == index)
        return std::nullopt;
    const auto name = uniqueDescription(rng, scene, index, namingMasks(options));
    const auto secondName = uniqueDescription(rng, scene, second, namingMasks(options));
    if (!name || !secondName)
        return std::nullopt;
    const SceneObject& a = scene.objects[std::size_t(index)];
    const SceneObject& b = scene.objects[std::size_t(second)];
    Statement statement{kind, *name, *secondName};
    if (kind == StatementKind::Relation) {
        const SceneRelation relation = rng.pick(kSceneRelations);
        statement.relation = relationHolds(a, relation, b) == Truth::True ? relation : oppositeOf(relation);
    } else if (a.size < b.size) {
        std::swap(statement.subject, statement.other);
    }
    return statement;
}

} // namespace

int& Description::operator[](SceneAttribute attribute)
{
    switch (attribute) {
    case SceneAttribute::Category:
        return category;
    case SceneAttribute::Color:
        return color;
    case SceneAttribute::Size:
        break;
    }
    return size;
}

int attributeOf(const SceneObject& object, SceneAttribute attribute)
{
    switch (attribute) {
    case SceneAttribute::Category:
        return object.category;
    case SceneAttribute::Color:
        return object.color;
    case SceneAttribute::Size:
        break;
    }
    return object.size;
}

Description describe(const SceneObject& object, AttributeMask mask)
{
    return {mask & kByCategory ? object.category : Description::kAny,
            mask & kByColor ? object.color : Description::kAny, mask & kBySize ? object.size : Description::kAny};
}

int countMatching(const Scene& scene, const Description& description)
{
    return int(std::count_if(scene.objects.begin(), scene.objects.end(),
                             [&](const SceneObject& object) { return description.matches(object); }));
}

int onlyMatch(const Scene& scene, const Description& description)
{
    int found = -1;
    for (std::size_t i = 0; i < scene.objects.size(); ++i) {
        if (!description.matches(scene.objects[i]))
            continue;
        if (found >= 0)
            return -1;
        found = int(i);
    }
    return found;
}

std::span<const AttributeMask> namingMasks(const QuestionOptions& options)
{
    if (options.categoryOnlyNames)
        return kCategoryMask;
    return kAllMasks;
}

std::optional<Description> uniqueDescription(Rng& rng, const Scene& scene, int object,
                                             std::span<const AttributeMask> masks)
{
    std::array<Description, 8> fitting;
    std::size_t count = 0;
    for (const AttributeMask mask : masks) {
        const Description description = describe(scene.objects[std::size_t(object)], mask);
        if (count < fitting.size() && onlyMatch(scene, description) == object)
            fitting[count++] = description;
    }
    if (count == 0)
        return std::nullopt;
    return fitting[rng.below(count)];
}

Description withOneAttributeChanged(Rng& rng, Description description)
{
    std::array<SceneAttribute, 3> given{};
    std::size_t count = 0;
    for (const auto attribute : {SceneAttribute::Category, SceneAttribute::Color, SceneAttribute::Size})
        if (description[attribute] != Description::kAny)
            given[count++] = attribute;
    const SceneAttribute attribute = given[rng.below(count)];
    description[attribute] = anotherBelow(rng, valuesOf(attribute), description[attribute]);
    return description;
}

SceneRelation oppositeOf(SceneRelation relation)
{
    switch (relation) {
    case SceneRelation::Left:
        return SceneRelation::Right;
    case SceneRelation::Right:
        return SceneRelation::Left;
    case SceneRelation::Above:
        return SceneRelation::Below;
    case SceneRelation::Below:
        break;
    }
    return SceneRelation::Above;
}

Truth relationHolds(const SceneObject& a, SceneRelation relation, const SceneObject& b)
{
    const bool horizontal = relation == SceneRelation::Left || relation == SceneRelation::Right;
    float ahead = horizontal ? b.box.centreX() - a.box.centreX() : b.box.centreY() - a.box.centreY();
    if (relation == SceneRelation::Right || relation == SceneRelation::Below)
        ahead = -ahead;
    if (ahead > kRelationMargin)
        return Truth::True;
    return ahead < -kRelationMargin ? Truth::False : Truth::Undecidable;
}

Truth truthOf(const Scene& scene, const Statement& statement)
{
    const int count = countMatching(scene, statement.subject);
    const auto isOther = [&](const SceneObject& object) {
        return !statement.subject.matches(object) || statement.other.matches(object);
    };
    switch (statement.kind) {
    case StatementKind::Exist:
        return asTruth(count > 0);
    case StatementKind::Count:
        return asTruth(count == statement.number);
    case StatementKind::AtLeast:
        return asTruth(count >= statement.number);
    case StatementKind::Attribute:
        if (count != 1)
            return count == 0 ? Truth::False : Truth::Undecidable;
        return asTruth(std::all_of(scene.objects.begin(), scene.objects.end(), isOther));
    case StatementKind::Relation:
        return relationTruth(scene, statement);
    case StatementKind::Bigger:
        return biggerTruth(scene, statement);
    case StatementKind::All:
        if (count < 2)
            return Truth::Undecidable;
        return asTruth(std::all_of(scene.objects.begin(), scene.objects.end(), isOther));
    case StatementKind::Place:
        return asTruth(scene.place == statement.place);
    }
    return Truth::Undecidable;
}

std::span<const StatementKind> defaultStatementKinds()
{
    return kDefaultKinds;
}

std::optional<Statement> randomStatement(Rng& rng, const Scene& scene, std::span<const StatementKind> kinds,
                                         const QuestionOptions& options)
{
    const StatementKind kind = rng.pick(kinds);
    const int index = int(rng.below(scene.objects.size()));
    const SceneObject& object = scene.objects[std::size_t(index)];
    Statement statement{kind};
    switch (kind) {
    case StatementKind::Exist:
        statement.subject = describe(object, rng.pick({kByCategory, kByColor | kByCategory, kByColor | kByCategory,
                                                       kBySize | kByCategory, kBySize | kByColor | kByCategory}));
        return statement;
    case StatementKind::Count:
    case StatementKind::AtLeast:
        statement.subject = describe(object, rng.pick({kByCategory, kByColor, kByColor | kByCategory}));
        statement.number = countMatching(scene, statement.subject);
        if (kind == StatementKind::AtLeast)
            statement.number = std::max(2, statement.number);
        return statement;
    case StatementKind::Attribute:
        return randomAttribute(rng, scene, index);
    case StatementKind::Relation:
    case StatementKind::Bigger:
        return randomComparison(rng, scene, kind, index, options);
    case StatementKind::All:
        statement.subject = describe(object, kByCategory);
        statement.other = describe(object, kByColor);
        if (countMatching(scene, statement.subject) < 2)
            return std::nullopt;
        return statement;
    case StatementKind::Place:
        statement.place = scene.place;
        return statement;
    }
    return std::nullopt;
}

Statement trueStatement(Rng& rng, const Scene& scene, std::span<const StatementKind> kinds,
                        const QuestionOptions& options)
{
    for (int attempt = 0; attempt < 20; ++attempt) {
        const auto statement = randomStatement(rng, scene, kinds, options);
        if (statement && truthOf(scene, *statement) == Truth::True)
            return *statement;
    }
    return {StatementKind::Exist, describe(rng.pick(scene.objects), kByColor | kByCategory)};
}

Statement withOneArgumentChanged(Rng& rng, Statement statement)
{
    switch (statement.kind) {
    case StatementKind::Count:
    case StatementKind::AtLeast:
        if (rng.chance(.7)) {
            const int least = statement.kind == StatementKind::Count ? 0 : 2;
            statement.number = std::clamp(statement.number + rng.pick({-2, -1, 1, 2}), least, 8);
            return statement;
        }
        [[fallthrough]];
    case StatementKind::Exist:
        statement.subject = withOneAttributeChanged(rng, statement.subject);
        return statement;
    case StatementKind::Attribute:
    case StatementKind::All:
        statement.other = withOneAttributeChanged(rng, statement.other);
        return statement;
    case StatementKind::Relation:
        if (rng.chance(.75))
            statement.relation = oppositeOf(statement.relation);
        else
            statement.subject = withOneAttributeChanged(rng, statement.subject);
        return statement;
    case StatementKind::Bigger:
        std::swap(statement.subject, statement.other);
        return statement;
    case StatementKind::Place:
        statement.place = anotherBelow(rng, int(kScenePlaces.size()), statement.place);
        return statement;
    }
    return statement;
}

std::optional<Statement> falsified(Rng& rng, const Scene& scene, const Statement& trueStatement)
{
    for (int attempt = 0; attempt < 6; ++attempt) {
        const Statement changed = withOneArgumentChanged(rng, trueStatement);
        if (truthOf(scene, changed) == Truth::False)
            return changed;
    }
    return std::nullopt;
}

std::optional<Statement> falseStatement(Rng& rng, const Scene& scene, std::span<const StatementKind> kinds,
                                        const QuestionOptions& options)
{
    for (int attempt = 0; attempt < 5; ++attempt)
        if (auto statement = falsified(rng, scene, trueStatement(rng, scene, kinds, options)))
            return statement;
    return std::nullopt;
}

} // namespace vbs
