#pragma once

#include "core/base/random.h"
#include "core/picture_book/scenes/statement.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Questions about a scene with one sure answer each.
namespace vbs {

enum class QuestionType {
    Color,
    ColorByRelation,
    WhatIs,
    WhatLeftRightAboveBelow,
    Count,
    Exist,
    VerifyColor,
    RelationYesNo,
    Bigger,
    Size,
    OddOneOut,
    MostCommon,
    Extreme,
    MoreOrFewer,
    Place,
    LeftOrRight
};
inline constexpr int kQuestionTypes = 16;

/// "color", "color_by_relation", …: the names that files and reports use.
std::string_view nameOf(QuestionType type);
std::optional<QuestionType> questionTypeOf(std::string_view name);
/// All types in the order of the enumeration.
std::span<const QuestionType> allQuestionTypes();

/// The 47 answers: yes no, 0 … 8, categories, colours, small big, places, left right above below, nothing.
inline constexpr auto kSceneAnswers = [] {
    std::array<std::string_view, 2 + 9 + 16 + 8 + 2 + 5 + 4 + 1> answers{};
    std::size_t count = 0;
    const auto add = [&](const auto& words) {
        for (const std::string_view word : words)
            answers[count++] = word;
    };
    add(std::to_array<std::string_view>({"yes", "no", "0", "1", "2", "3", "4", "5", "6", "7", "8"}));
    add(kSceneCategories);
    add(kSceneColors);
    add(kSceneSizes);
    add(kScenePlaces);
    add(std::to_array<std::string_view>({"left", "right", "above", "below", "nothing"}));
    return answers;
}();

/// Index into kSceneAnswers; -1 when it is none of them.
int sceneAnswerIndex(std::string_view answer);

/// What kind of answer a question wants.
enum class AskedFor { Category, Color, Size, Number, Place, Side, YesNo };

/// What a question means, apart from its words: enough to answer it from the scene.
///   color             the colour of `subject` (fits one object)
///   color_by_relation the colour of the one `subject` that is `relation` the `other`
///   what_is           the category of `subject`
///   what_left_…       the category of what is `relation` the `other`, or "nothing"
///   count, exist      of `subject`
///   verify_color      is `subject` of the colour `other.color`?
///   relation_yes_no   is `subject` `relation` the `other`? With anySubject: is there any such `subject`?
///   bigger            which of `subject` and `other` is bigger (smaller when `less`), or yes/no: is `subject`?
///   size              of `subject`, or yes/no: is it of `other.size`?
///   odd_one_out       the one object whose `by` differs from all others' (which share theirs)
///   most_common       the most frequent category or colour
///   extreme           the object that is `relation` all others
///   more_or_fewer     are there more (fewer when `less`) `subject`s than `other`s, or: which are there more of?
///   place             of the scene, or yes/no: is it `place`?
///   left_or_right     on which side of `other` is `subject`: left/right (relation Left) or above/below (Above)
struct QuestionMeaning {
    QuestionType type = QuestionType::Color;
    AskedFor asked = AskedFor::Color;
    Description subject{}, other{};
    SceneRelation relation = SceneRelation::Left;
    SceneAttribute by = SceneAttribute::Category;
    bool less = false;
    bool anySubject = false;
    int place = 0;
};

struct SceneQuestion {
    std::string type;                 ///< nameOf its QuestionType
    std::string text;                 ///< "What color is the ball left of the house?"; always ends with "?"
    std::vector<std::string> answers; ///< right answers, each one of kSceneAnswers
    QuestionMeaning meaning;
};

/// A question of this type, or nothing when the scene offers none (or none was found in a dozen draws).
/// Yes and no are equally likely, numbers as even as scenes allow. @pre the scene has an object.
std::optional<SceneQuestion> makeQuestion(Rng& rng, const Scene& scene, QuestionType type,
                                          const QuestionOptions& options = {});

/// A question whose type is drawn from a list in which types are repeated by weight. A type that the scene does
/// not offer is replaced by another draw; Exist when 40 draws fail. @pre the scene has an object.
SceneQuestion randomQuestion(Rng& rng, const Scene& scene, std::span<const QuestionType> types = allQuestionTypes(),
                             const QuestionOptions& options = {});

} // namespace vbs
