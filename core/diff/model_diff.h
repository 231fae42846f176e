#pragma once

#include "core/base/json.h"
#include "core/datasets/dataset.h"
#include "core/engine/inference_backend.h"
#include "core/metrics/bootstrap.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// What a model says of an example.
struct ModelAnswer {
    std::string text;       ///< see answerInWords
    double probability = 0; ///< 0..1
    double score = -1;      ///< by the task's official accuracy, 0..1; negative: nothing is known to be right
};

/// An example to which two models say different things.
struct DifferingExample {
    std::size_t number = 0; ///< in the data set
    std::string id, text, type;
    std::vector<std::filesystem::path> pictures;
    std::array<ModelAnswer, 2> answers; ///< of A and of B
    double distance = 0;                ///< see answerDistance
};

/// Two models A and B that were asked the same.
struct ModelDiff {
    std::size_t examples = 0; ///< that both answered
    std::size_t same = 0;     ///< of them
    double meanDistance = 0;  ///< of all answers, see answerDistance

    /// Of the examples with a truth: who has them right. An answer is right when it scores a half or more.
    struct Right {
        std::size_t both = 0, onlyA = 0, onlyB = 0, neither = 0;
        double chance = 1; ///< see mcNemarExact: how probable this is if both are equally good
        std::size_t count() const { return both + onlyA + onlyB + neither; }
    } right;
    /// "accuracy of A", "accuracy of B" and "B - A" with intervals, and the same by type.
    MetricReport accuracies;
    /// The most different first; those alike in the order of the data set.
    std::vector<DifferingExample> differing;
    struct Failure {
        std::string example, reason;
    };
    std::vector<Failure> failures; ///< examples that could not be asked
};

/// Two models in one engine.
struct ModelPair {
    PackId a = 0, b = 0; ///< never 0
};

/// Asks both models every example of a data set.
/// @throws Error (Cancelled; InvalidArgument for a data set without anything to ask; Mismatch or UnsupportedFormat from
/// the engine, which would fail at every example).
ModelDiff diffOnDataset(InferenceBackend& engine, const ModelPair& models, const Dataset& dataset, PhraseSource findBy,
                        const BootstrapOptions& intervals, const JobControl& control);

/// All of it, in full precision.
OrderedJson diffJson(const ModelDiff& diff);

/// The differing examples as a table with one line of headings; RFC 4180.
std::string diffCsv(const ModelDiff& diff);

/// For people; the first examples that differ, at most so many.
std::string diffText(const ModelDiff& diff, const std::array<std::string, 2>& names, std::size_t most);

} // namespace vbs
