#pragma once

#include "core/base/random.h"
#include "core/picture_book/scenes/statement.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Questions with four candidate sentences, one of which is right, as in VCR.
namespace vbs {

enum class ChoiceType {
    Describe, ///< which description fits?
    Where,    ///< where is the cup?
    Afford,   ///< what could you drink tea from?
    Happen,   ///< what will happen next?
    Place,    ///< what could people do here?
    Enough,   ///< can three children each have a ball?
    Cause     ///< someone looks left of the house. why?
};
inline constexpr int kChoiceTypes = 7;
inline constexpr int kChoices = 4;

/// "describe", "where", …: the names that files and reports use.
std::string_view nameOf(ChoiceType type);
std::span<const ChoiceType> allChoiceTypes();

struct ChoiceQuestion {
    std::string type;                 ///< nameOf its ChoiceType
    std::string text;                 ///< ends with "?"
    std::vector<std::string> choices; ///< kChoices different sentences, with or without a full stop
    int answer = 0;                   ///< index of the right one, each equally likely
};

/// A question of this type, or nothing when the scene offers none. @pre the scene has an object.
std::optional<ChoiceQuestion> makeChoiceQuestion(Rng& rng, const Scene& scene, ChoiceType type);

/// A question whose type is drawn from a list in which types are repeated by weight; a type that the scene does
/// not offer is replaced by another draw, Place at last, which every scene offers.
ChoiceQuestion randomChoiceQuestion(Rng& rng, const Scene& scene, std::span<const ChoiceType> types = allChoiceTypes());

} // namespace vbs
