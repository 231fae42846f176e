#pragma once

#include "core/base/json.h"
#include "core/engine/inference_backend.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vbs {

/// How well a pack does on picture-book scenes that nobody has seen, through the same engine as the window: pictures
/// go in, regions are detected, and each task is asked about them.
struct SceneEvaluation {
    struct Score {
        int count = 0, right = 0, blindRight = 0;
        double accuracy() const { return count > 0 ? double(right) / count : 0; }
        double blind() const { return count > 0 ? double(blindRight) / count : 0; }
    };
    struct TaskScores {
        std::map<std::string, Score> byType;
        Score all() const;
    };
    std::map<std::string, TaskScores> tasks; ///< by the task's name in results: "vqa", "nlvr", …
    double ap50 = 0;                         ///< mean over categories of the detector's average precision at IoU 0.5
    double recall = 0;            ///< share of objects that a region of the right category covers (IoU >= 0.5)
    double attributeAccuracy = 0; ///< colours of these

    OrderedJson toJson() const; ///< PRODUCT's layout; accuracies 0..1
};

struct SceneEvaluationOptions {
    std::vector<Task> tasks = {Task::VisualQuestionAnswering};
    int scenes = 500;
    std::uint64_t seed = 424242;
    PhraseSource findBy = PhraseSource::Best; ///< of Find
    int questionsPerScene = 4; ///< of each task; in all scenes * this many, the same number of every type
};

/// @throws Error (Cancelled, or what the engine throws).
SceneEvaluation evaluateOnScenes(InferenceBackend& engine, const SceneEvaluationOptions& options,
                                 const JobControl& control);

} // namespace vbs
