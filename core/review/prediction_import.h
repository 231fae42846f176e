#pragma once

#include "core/base/progress.h"
#include "core/review/review_store.h"

#include <filesystem>
#include <string>

namespace vbs {

struct PredictionImport {
    std::size_t items = 0;   ///< that have a result now
    std::size_t unknown = 0; ///< results of items that the project has not
    std::string firstUnknown;
};

/// Takes over what another program answered, so that its results can be reviewed without its model.
///   VQA    [{"question_id", "answer", "probability"?, "answers"?: [[ANSWER, PROBABILITY], …]}]
///   NLVR2  CSV: identifier, True or False, and the probability of that verdict if it is known
///   VCR    CSV as for the leaderboard
///   of each also the predictions.jsonl of `visualbert predict`: lines {"item", "id", "answers"}
/// A single answer without a probability counts as sure.
/// @param model what they are kept under, and becomes the project's. @throws Error naming file and line or record;
/// (UnsupportedFormat) for projects of other kinds; (Mismatch) when no result belongs to an item.
PredictionImport importPredictions(ReviewStore& store, const std::filesystem::path& file, const std::string& model,
                                   const JobControl& control = {});

} // namespace vbs
