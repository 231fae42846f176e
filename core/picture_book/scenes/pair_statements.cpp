#include "core/picture_book/scenes/pair_statements.h"

#include "core/base/error.h"
#include "core/picture_book/scenes/phrasing.h"
#include "core/picture_book/scenes/phrasing_pair_templates.h"

#include <algorithm>

namespace vbs {

namespace {

using Type = PairStatementType;

constexpr std::array<std::string_view, kPairStatementTypes> kNames = {
    "both",        "exactly_one", "at_least_one", "neither",    "left_image",
    "right_image", "more",        "total",        "same_count", "each"};
constexpr std::array kTypes = {Type::Both,       Type::ExactlyOne, Type::AtLeastOne, Type::Neither,   Type::LeftImage,
                               Type::RightImage, Type::More,       Type::Total,      Type::SameCount, Type::Each};

constexpr std::array kSharedKinds = {StatementKind::Exist,     StatementKind::Exist,    StatementKind::Exist,
                                     StatementKind::Attribute, StatementKind::Relation, StatementKind::Place};
constexpr std::array kExistKind = {StatementKind::Exist};
constexpr std::array kSideKinds = {StatementKind::Exist,     StatementKind::Exist,    StatementKind::Count,
                                   StatementKind::Attribute, StatementKind::Relation, StatementKind::Place};

constexpr int kLargestTotal = 9;

Truth asTruth(bool value)
{
    return value ? Truth::True : Truth::False;
}

bool isSide(Type type)
{
    return type == Type::LeftImage || type == Type::RightImage;
}
bool speaksOfStatement(Type type)
{
    return type <= Type::RightImage;
}

struct PairDraw {
    Rng& rng;
    const Scene& left;
    const Scene& right;
    Type type;
    bool wanted;

    const Scene& either() const { return rng.chance(.5) ? left : right; }
};

std::optional<PairMeaning> drawStatement(const PairDraw& draw)
{
    const Scene& scene = draw.either();
    const auto kinds = draw.type == Type::Neither ? std::span<const StatementKind>(kExistKind)
                       : isSide(draw.type)        ? kSideKinds
                                                  : kSharedKinds;
    auto statement = randomStatement(draw.rng, scene, kinds);
    if (!statement)
        return std::nullopt;
    // Short descriptions are the ones that two pictures share.
    if (statement->kind == StatementKind::Exist && !isSide(draw.type) && draw.rng.chance(.5))
        statement->subject =
            describe(draw.rng.pick(scene.objects), draw.rng.pick({kByCategory, kByCategory, kByColor}));
    if (draw.rng.chance(.3))
        statement = withOneArgumentChanged(draw.rng, *statement);
    return PairMeaning{draw.type, *statement};
}

std::optional<PairMeaning> drawCounts(const PairDraw& draw)
{
    PairMeaning meaning{draw.type};
    const bool needsName = draw.type == Type::Total || draw.type == Type::Each;
    const AttributeMask mask = draw.rng.pick(
        {kByCategory, kByCategory, kByColor, kByColor | kByCategory, needsName ? kByColor : AttributeMask(0)});
    meaning.subject = describe(draw.rng.pick(draw.either().objects), mask);
    const int left = countMatching(draw.left, meaning.subject);
    const int right = countMatching(draw.right, meaning.subject);
    switch (draw.type) {
    case Type::More:
        meaning.leftFirst = draw.rng.chance(.5);
        meaning.less = draw.rng.chance(1. / 3);
        break;
    case Type::Total:
        meaning.number = left + right;
        if (!draw.wanted)
            meaning.number = std::max(0, meaning.number + draw.rng.pick({-2, -1, 1, 2}));
        if (meaning.number > kLargestTotal)
            return std::nullopt;
        break;
    case Type::Each:
        meaning.number = std::clamp(draw.rng.pick({left, right, 1, 2}), 1, 8);
        break;
    default:
        break;
    }
    return meaning;
}

std::string_view sideWord(bool left)
{
    return left ? "left" : "right";
}

std::span<const Template> existTemplates(Type type)
{
    switch (type) {
    case Type::Both:
        return kBothExistTemplates;
    case Type::ExactlyOne:
        return kExactlyOneExistTemplates;
    case Type::AtLeastOne:
        return kAtLeastOneExistTemplates;
    case Type::Neither:
        return kNeitherTemplates;
    default:
        return kSideExistTemplates;
    }
}

std::span<const Template> clauseTemplates(Type type)
{
    switch (type) {
    case Type::Both:
        return kBothTemplates;
    case Type::ExactlyOne:
        return kExactlyOneTemplates;
    case Type::AtLeastOne:
        return kAtLeastOneTemplates;
    default:
        return kSideTemplates;
    }
}

std::span<const Template> countTemplates(const PairMeaning& meaning)
{
    switch (meaning.type) {
    case Type::More:
        return kMoreTemplates;
    case Type::Total:
        return meaning.number == 1 ? std::span<const Template>(kTotalOneTemplates) : kTotalTemplates;
    case Type::SameCount:
        return kSameCountTemplates;
    default:
        return meaning.number == 1 ? std::span<const Template>(kEachOneTemplates) : kEachCountTemplates;
    }
}

std::string wordPair(Rng& rng, const PairMeaning& meaning)
{
    TemplateSlots slots{.subject = meaning.subject};
    slots.word = pairPictureWord(rng);
    slots.side = sideWord(isSide(meaning.type) ? meaning.type == Type::LeftImage : meaning.leftFirst);
    slots.otherSide = sideWord(!meaning.leftFirst);
    slots.comparative = meaning.less ? "fewer" : "more";
    if (!speaksOfStatement(meaning.type)) {
        slots.phrase = meaning.number == 0 ? kNoneWord : numberWord(meaning.number);
        return fillSentence(rng, rng.pick(countTemplates(meaning)), slots);
    }
    if (meaning.statement.kind == StatementKind::Exist) {
        slots.subject = meaning.statement.subject;
        return fillSentence(rng, rng.pick(existTemplates(meaning.type)), slots);
    }
    const std::string clause = statementClause(rng, meaning.statement);
    slots.phrase = clause;
    return fillSentence(rng, rng.pick(clauseTemplates(meaning.type)), slots);
}

Truth statementTruth(const Scene& left, const Scene& right, const PairMeaning& meaning)
{
    if (isSide(meaning.type))
        return truthOf(meaning.type == Type::LeftImage ? left : right, meaning.statement);
    const Truth inLeft = truthOf(left, meaning.statement), inRight = truthOf(right, meaning.statement);
    if (inLeft == Truth::Undecidable || inRight == Truth::Undecidable)
        return Truth::Undecidable;
    const int holds = (inLeft == Truth::True) + (inRight == Truth::True);
    switch (meaning.type) {
    case Type::Both:
        return asTruth(holds == 2);
    case Type::ExactlyOne:
        return asTruth(holds == 1);
    case Type::AtLeastOne:
        return asTruth(holds >= 1);
    default:
        return asTruth(holds == 0);
    }
}

int indexKey(const Description& description)
{
    return (description.category + 1) * 16 + description.color + 1;
}

} // namespace

std::string_view nameOf(PairStatementType type)
{
    return kNames[std::size_t(type)];
}

std::optional<PairStatementType> pairStatementTypeOf(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return PairStatementType(found - kNames.begin());
}

std::span<const PairStatementType> allPairStatementTypes()
{
    return kTypes;
}

Truth truthOf(const Scene& left, const Scene& right, const PairMeaning& meaning)
{
    if (speaksOfStatement(meaning.type))
        return statementTruth(left, right, meaning);
    const int inLeft = countMatching(left, meaning.subject), inRight = countMatching(right, meaning.subject);
    switch (meaning.type) {
    case Type::More:
        return asTruth(meaning.leftFirst != meaning.less ? inLeft > inRight : inLeft < inRight);
    case Type::Total:
        return asTruth(inLeft + inRight == meaning.number);
    case Type::SameCount:
        return asTruth(inLeft == inRight);
    default:
        return asTruth(inLeft == meaning.number && inRight == meaning.number);
    }
}

std::optional<PairStatement> makePairStatement(Rng& rng, const Scene& left, const Scene& right, PairStatementType type,
                                               bool truth)
{
    const PairDraw draw{rng, left, right, type, truth};
    for (int attempt = 0; attempt < 24; ++attempt) {
        const auto meaning = speaksOfStatement(type) ? drawStatement(draw) : drawCounts(draw);
        if (!meaning || truthOf(left, right, *meaning) != asTruth(truth))
            continue;
        return PairStatement{std::string(nameOf(type)), wordPair(rng, *meaning), truth, *meaning};
    }
    return std::nullopt;
}

ScenePairs::ScenePairs(std::span<const Scene> scenes) : m_scenes(scenes)
{
    const auto empty = [](const Scene& scene) { return scene.objects.empty(); };
    if (scenes.size() < 2 || std::any_of(scenes.begin(), scenes.end(), empty))
        throw Error(ErrorCode::InvalidArgument, "Pairs need at least two scenes, each with an object.");
    for (std::size_t i = 0; i < scenes.size(); ++i)
        for (const SceneObject& object : scenes[i].objects)
            for (const AttributeMask mask : {kByCategory, kByColor, kByCategory | kByColor}) {
                auto& list = m_index[indexKey(describe(object, mask))];
                if (list.empty() || list.back() != int(i))
                    list.push_back(int(i));
            }
}

const std::vector<int>& ScenePairs::scenesWith(const Description& description) const
{
    return m_index.at(indexKey(description));
}

int ScenePairs::partnerOf(Rng& rng, int scene) const
{
    int partner = scene;
    if (rng.chance(2. / 3)) {
        const AttributeMask mask = rng.pick({kByCategory, kByCategory, kByColor | kByCategory, kByColor});
        partner = rng.pick(scenesWith(describe(rng.pick(m_scenes[std::size_t(scene)].objects), mask)));
    }
    while (partner == scene)
        partner = int(rng.below(m_scenes.size()));
    return partner;
}

ScenePairs::Drawn ScenePairs::draw(Rng& rng, std::span<const PairStatementType> types) const
{
    while (true) {
        const PairStatementType type = rng.pick(types);
        const bool truth = rng.chance(.5);
        for (int attempt = 0; attempt < 200; ++attempt) {
            Drawn drawn;
            drawn.left = int(rng.below(m_scenes.size()));
            drawn.right = partnerOf(rng, drawn.left);
            if (rng.chance(.5))
                std::swap(drawn.left, drawn.right);
            auto statement = makePairStatement(rng, m_scenes[std::size_t(drawn.left)],
                                               m_scenes[std::size_t(drawn.right)], type, truth);
            if (!statement)
                continue;
            drawn.statement = *std::move(statement);
            return drawn;
        }
    }
}

} // namespace vbs
