#pragma once

#include "core/base/random.h"
#include "core/datasets/coco.h"
#include "core/datasets/vqa_v2.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// Errors put into annotations on purpose, for reviewers to find and for measuring how soon they do.
struct PlantedErrors {
    struct Answer {
        std::int64_t questionId = 0;
        std::string right, planted;
    };
    struct BoxError {
        std::int64_t imageId = 0, annotationId = 0;
        std::string label;   ///< the right one
        std::string planted; ///< the label in its place; empty: the box is left out
    };
    std::vector<Answer> answers;
    std::vector<BoxError> boxes;
};

/// Another answer of the same kind: a colour for a colour, "no" for "yes", a category for "nothing".
/// @param answer one of kSceneAnswers.
std::string wrongAnswerFor(Rng& rng, const std::string& answer);

/// Replaces a share of the questions' answers, and of the boxes' labels or the boxes themselves. Each is drawn by its
/// own id, so that a part of a data set has the same errors as the whole.
/// @param share 0..1. @param seed of the series.
PlantedErrors plantErrors(double share, std::uint64_t seed, VqaV2Annotations& annotations, CocoDataset& coco);

/// {"answers": [{"question_id", "right", "planted"}], "boxes": [{"image_id", "annotation_id", "right", "planted"}]};
/// a box that was left out has the planted label null. @throws Error (FileUnwritable).
void writePlantedErrors(const std::filesystem::path& path, const PlantedErrors& errors);

} // namespace vbs
