#pragma once

#include "core/base/progress.h"

#include <cstdint>
#include <filesystem>

namespace vbs {

struct SceneExportOptions {
    std::uint64_t seed = 1;
    std::int64_t first = 0; ///< number of the first scene in the seed's series
    std::int64_t count = 0;
    int questionsPerScene = 5; ///< at most; a scene with little in it may offer fewer different ones
    std::filesystem::path folder;
    double errors = 0; ///< share of the answers and boxes that are made wrong on purpose, 0..1
};

struct SceneExportSummary {
    std::int64_t scenes = 0, objects = 0, questions = 0;
    std::int64_t wrongAnswers = 0, wrongBoxes = 0; ///< planted
};

/// Writes scenes first … first + count - 1 of a seed's series as a data set:
///   images/picture_book_seed<seed>_<number, 12 digits>.png  VQA v2's naming: data type, subtype, image id
///   instances.json    COCO: boxes, category_id = index in kSceneCategories + 1; an annotation's "attributes"
///                     are its "color" and "size", an image's is its "place"
///   questions.json    VQA v2 questions; question_id = image_id * 1000 + number in the scene
///   annotations.json  VQA v2 annotations; question_type is one of ours ("count", …), ten equal sure answers
///   errors.json       with errors: which are planted, see writePlantedErrors
/// An image_id is the scene's number, so a part of a series has the same ids and bytes as the whole.
/// @throws Error: InvalidArgument, FileUnwritable, Cancelled.
SceneExportSummary exportScenes(const SceneExportOptions& options, const JobControl& control = {});

} // namespace vbs
