#pragma once

#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/regions/extractor_choice.h"
#include "core/tuning/run_log.h"
#include "core/tuning/tuning_start.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// What a fine-tuned pack is made of.
struct TuningResultPack {
    std::filesystem::path folder; ///< replaced when it exists, see requireOwnPack
    std::string name;             ///< of the pack; empty: made of the start's and the task's
    const TuningStart* start = nullptr;
    const TuningTask* task = nullptr;
    const VisualBertPreTrainedModel* network = nullptr;
    std::vector<std::string> labels; ///< written as answers.txt for question answering
    const ExtractorChoice* extractor = nullptr;
    bool ownExtractor = false; ///< the extractor is not the start pack's: only the trained task is kept
    std::string dataset;       ///< for the model card
    Measures before, after;    ///< held-out accuracy
};

/// Whether a text can be the name of a pack, which becomes a folder's.
bool isPackName(const std::string& name);

/// @throws Error (InvalidArgument) when a pack at this path, or its unfinished one beside it, holds anything that
/// writeTunedPack did not write, since it would be replaced; names the first such file.
void requireOwnPack(const std::filesystem::path& folder);

/// Writes the pack. A start that is a pack is copied, with the task replaced or added (in a folder of its own, so that
/// tasks which share a trunk keep theirs); a checkpoint becomes a pack with that one task. The network's folder is in
/// Hugging Face's layout. The pack appears whole or not at all.
/// @throws Error (FileUnwritable, FileNotFound).
void writeTunedPack(const TuningResultPack& result);

} // namespace vbs
