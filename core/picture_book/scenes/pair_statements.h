#pragma once

#include "core/base/random.h"
#include "core/picture_book/scenes/statement.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Statements about two pictures, true or false, as in NLVR2.
namespace vbs {

enum class PairStatementType {
    Both,
    ExactlyOne,
    AtLeastOne,
    Neither,
    LeftImage,
    RightImage,
    More,
    Total,
    SameCount,
    Each
};
inline constexpr int kPairStatementTypes = 10;

/// "both", "exactly_one", …: the names that files and reports use.
std::string_view nameOf(PairStatementType type);
std::optional<PairStatementType> pairStatementTypeOf(std::string_view name);
std::span<const PairStatementType> allPairStatementTypes();

/// What it means, apart from its words.
///   both … right_image  `statement`, of both, exactly one, at least one, neither, the left, the right picture
///   more                the left (else, not `leftFirst`: the right) has more (fewer when `less`) `subject`s
///   total               together they have `number` `subject`s
///   same_count          they have equally many
///   each                each has exactly `number`
struct PairMeaning {
    PairStatementType type = PairStatementType::Both;
    Statement statement{};
    Description subject{};
    int number = 0;
    bool leftFirst = true;
    bool less = false;
};

/// Undecidable when the statement is for a picture that counts.
Truth truthOf(const Scene& left, const Scene& right, const PairMeaning& meaning);

struct PairStatement {
    std::string type; ///< nameOf its PairStatementType
    std::string text; ///< "There are more red balls in the left image than in the right image."
    bool truth = false;
    PairMeaning meaning{};
};

/// A statement of this type and truth; nothing when two dozen draws give none, which for two unrelated scenes
/// is common (see ScenePairs). @pre both scenes have an object.
std::optional<PairStatement> makePairStatement(Rng& rng, const Scene& left, const Scene& right, PairStatementType type,
                                               bool truth);

/// Draws pairs of scenes that have something in common often enough for statements such as "both contain a
/// red car" to be true. Keeps a view of the scenes.
class ScenePairs {
public:
    /// @throws Error (InvalidArgument) for fewer than two scenes or one without an object.
    explicit ScenePairs(std::span<const Scene> scenes);

    struct Drawn {
        int left = 0, right = 0; ///< indices of the scenes
        PairStatement statement{};
    };

    /// Type and truth are drawn first (uniformly), then pairs until one fits.
    Drawn draw(Rng& rng, std::span<const PairStatementType> types = allPairStatementTypes()) const;

    /// Another scene, in two of three cases one that shares a category, colour or both with an object of this.
    int partnerOf(Rng& rng, int scene) const;

private:
    const std::vector<int>& scenesWith(const Description& description) const;

    std::span<const Scene> m_scenes;
    std::map<int, std::vector<int>> m_index; ///< by category and colour, each possibly absent
};

} // namespace vbs
