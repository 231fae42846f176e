#pragma once

#include "core/base/geometry.h"
#include "core/engine/inference_types.h"

#include <set>
#include <string>
#include <vector>

namespace vbs {

/// What is kept of a model's result: what the item's page, the suggestions and the metrics need.
struct PredictedResult {
    std::vector<Answer> answers; ///< questions, statements: the first ones; choices: all, in their order
    struct PhraseGuess {
        std::vector<Box> boxes;            ///< of the most probable regions, those first
        std::vector<double> probabilities; ///< one a box
        double overlap = -1;               ///< best IoU of the first box with the annotated ones; negative: none
        bool within = false;               ///< some region of the picture overlaps an annotated box by half

        friend bool operator==(const PhraseGuess&, const PhraseGuess&) = default;
    };
    std::vector<PhraseGuess> phrases;
    std::vector<Region> regions; ///< where the data set has boxes
    int width = 0, height = 0;   ///< of the picture; 0: not kept
};

/// Probabilities are rounded to six places, all else to four.
std::string recordOf(const PredictedResult& result);

/// @throws Error (CorruptData) for anything but what recordOf wrote.
PredictedResult predictedResultOf(const std::string& record);

} // namespace vbs
