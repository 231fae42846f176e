#pragma once

#include "core/base/random.h"
#include "core/picture_book/scenes/scene.h"

#include <array>
#include <optional>
#include <span>
#include <string>

/// The small language that every sentence about a scene is made of: descriptions name objects by their
/// attributes, statements say something about descriptions, and a truth function decides them.
namespace vbs {

enum class SceneAttribute { Category, Color, Size };

/// A set of attributes to describe by: any of these bits.
using AttributeMask = unsigned;
inline constexpr AttributeMask kByCategory = 1, kByColor = 2, kBySize = 4;

/// "the small red thing": an attribute that is absent (kAny) fits every value.
struct Description {
    static constexpr int kAny = -1;

    int category = kAny; ///< index into kSceneCategories
    int color = kAny;    ///< index into kSceneColors
    int size = kAny;     ///< index into kSceneSizes

    bool matches(const SceneObject& object) const
    {
        return (category == kAny || category == object.category) && (color == kAny || color == object.color) &&
               (size == kAny || size == object.size);
    }
    bool empty() const { return category == kAny && color == kAny && size == kAny; }

    int& operator[](SceneAttribute attribute);
    int operator[](SceneAttribute attribute) const { return const_cast<Description&>(*this)[attribute]; }

    friend bool operator==(const Description&, const Description&) = default;
};

int attributeOf(const SceneObject& object, SceneAttribute attribute);

/// The object's own values of the attributes in the mask.
Description describe(const SceneObject& object, AttributeMask mask);

int countMatching(const Scene& scene, const Description& description);

/// Index of the one object that matches; -1 when none or several do.
int onlyMatch(const Scene& scene, const Description& description);

/// How sentences name objects.
struct QuestionOptions {
    bool categoryOnlyNames = false; ///< "the car", never "the red car" or "the red thing", for early training
};

/// The attribute sets that a name may use: all six, or the category alone.
std::span<const AttributeMask> namingMasks(const QuestionOptions& options = {});

/// A description that fits this object and no other, drawn among those masks that achieve it.
std::optional<Description> uniqueDescription(Rng& rng, const Scene& scene, int object,
                                             std::span<const AttributeMask> masks = namingMasks());

/// The description with one of its attributes given another value. @pre !description.empty()
Description withOneAttributeChanged(Rng& rng, Description description);

enum class SceneRelation { Left, Right, Above, Below };
inline constexpr std::array kSceneRelations = {SceneRelation::Left, SceneRelation::Right, SceneRelation::Above,
                                               SceneRelation::Below};
SceneRelation oppositeOf(SceneRelation relation);

enum class Truth { False, True, Undecidable };

/// Box centres closer than this along the relation's axis are in no relation, pixels.
inline constexpr float kRelationMargin = 12;

/// Whether a is left of, right of, above or below b: by the centres of their boxes.
Truth relationHolds(const SceneObject& a, SceneRelation relation, const SceneObject& b);

enum class StatementKind {
    Exist,     ///< there is a `subject`
    Count,     ///< there are exactly `number` `subject`s
    AtLeast,   ///< there are at least `number` `subject`s
    Attribute, ///< the `subject` is `other` (one colour or size)
    Relation,  ///< the `subject` is `relation` the `other`
    Bigger,    ///< the `subject` is bigger than the `other`
    All,       ///< all the `subject`s are `other` (one colour or size)
    Place      ///< the scene is in `place`
};

struct Statement {
    StatementKind kind = StatementKind::Exist;
    Description subject{}, other{};
    SceneRelation relation = SceneRelation::Left;
    int number = 0;
    int place = 0; ///< index into kScenePlaces

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// Undecidable when a name fits several objects, a relation lies within the margin, two things are of one
/// size, or "all" speaks of fewer than two. A relation or comparison with something absent is false.
Truth truthOf(const Scene& scene, const Statement& statement);

/// The kinds that randomStatement draws from, repeated by weight.
std::span<const StatementKind> defaultStatementKinds();

/// A statement suggested by the scene: probably but not surely true. Nothing when the draw does not fit the
/// scene (try again). @pre the scene has an object.
std::optional<Statement> randomStatement(Rng& rng, const Scene& scene, std::span<const StatementKind> kinds,
                                         const QuestionOptions& options = {});

/// A statement that truthOf confirms; an Exist statement when none of these kinds came out in 20 draws.
/// @pre the scene has an object.
Statement trueStatement(Rng& rng, const Scene& scene, std::span<const StatementKind> kinds = defaultStatementKinds(),
                        const QuestionOptions& options = {});

/// The statement with one argument changed (two things swapped, for Bigger).
Statement withOneArgumentChanged(Rng& rng, Statement statement);

/// A true statement with one argument changed, of which truthOf says False; nothing after 30 vain draws.
std::optional<Statement> falseStatement(Rng& rng, const Scene& scene,
                                        std::span<const StatementKind> kinds = defaultStatementKinds(),
                                        const QuestionOptions& options = {});

/// The same from a given true statement.
std::optional<Statement> falsified(Rng& rng, const Scene& scene, const Statement& trueStatement);

/// In words, lower case and without a full stop: "there is a red ball". Also fits into longer sentences.
std::string statementClause(Rng& rng, const Statement& statement);

/// As a sentence: "There is a red ball."
std::string statementText(Rng& rng, const Statement& statement);

} // namespace vbs
