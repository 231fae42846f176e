#pragma once

#include "core/base/random.h"
#include "core/picture_book/scenes/questions.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// Questions and statements with finer labels than an answer: which regions they are about, and where in the
/// sentence the relation stands. They teach counting and the comparison of positions.
namespace vbs {

struct RegionQuestion {
    std::string type;                  ///< nameOf a QuestionType
    std::string text;                  ///< ends with "?"
    std::vector<int> labels;           ///< one per object: 1 it is asked for, 0 not, -1 undecidable
    std::optional<std::string> answer; ///< one of kSceneAnswers, where there is a single right one
};

/// The labels of a question by its meaning; empty for types whose answer is no object (yes/no, place, …).
std::vector<int> regionLabels(const Scene& scene, const QuestionMeaning& meaning);

/// The types that randomRegionQuestion draws from by default, repeated by weight.
std::span<const QuestionType> defaultRegionQuestionTypes();

/// A question with region labels; "what is left of X?" may have several right objects (and then no answer).
/// Nothing when the scene offers none in 20 draws. @pre the scene has an object.
std::optional<RegionQuestion> randomRegionQuestion(Rng& rng, const Scene& scene,
                                                   std::span<const QuestionType> types = defaultRegionQuestionTypes(),
                                                   const QuestionOptions& options = {});

/// A statement to verify, true or false with equal chance.
struct VerificationStatement {
    Statement statement;
    std::string text; ///< "The ball is left of the house."
    bool truth = false;
    /// Index of left, above, over, … among the words of the text (split at spaces, so its token index after [CLS]
    /// is one more) when the statement relates two objects that are there; else -1.
    int relationWord = -1;
};

/// @param relationShare how many of the statements are relations, 0..1; the others are of all kinds.
/// @pre the scene has an object.
VerificationStatement makeVerificationStatement(Rng& rng, const Scene& scene, double relationShare,
                                                const QuestionOptions& options = {});

} // namespace vbs
