#pragma once

#include "core/base/json.h"
#include "core/datasets/example_score.h"
#include "core/engine/inference_backend.h"

#include <string>
#include <vector>

namespace vbs {

/// How well a pack does on a data set, through the same engine as the window.
struct DatasetEvaluation {
    ScoreSum seen;  ///< the official metrics
    ScoreSum blind; ///< of the text alone
    std::size_t examples = 0, withoutTruth = 0;
    struct Failure {
        std::string example, reason;
    };
    std::vector<Failure> failures; ///< examples that could not be asked, e.g. for a picture that cannot be read

    /// Measures and accuracies by type, 0..1.
    OrderedJson toJson() const;
};

/// Asks every example with a task and a truth. @param blind ask without the picture, too. @param findBy of phrases.
/// @throws Error (Cancelled; InvalidArgument for a data set without a task or truth; Mismatch or UnsupportedFormat from
/// the engine, which would fail at every example).
DatasetEvaluation evaluateOnDataset(InferenceBackend& engine, const Dataset& dataset, bool blind, PhraseSource findBy,
                                    const JobControl& control);

} // namespace vbs
