#pragma once

#include "core/checkpoint/load_report.h"
#include "core/checkpoint/tensor_summary.h"
#include "core/nn/visual_bert/published_checkpoints.h"
#include "core/nn/visual_bert/visual_bert_config.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// A checkpoint run on the published inputs.
struct PublishedCheck {
    std::string checkpoint; ///< the published one that it is taken for
    double tolerance = 0;
    std::vector<PublishedComparison> comparisons;
};

/// What CheckpointInspection says, without the tensors' values.
struct CheckpointSummary {
    std::string format;
    std::vector<std::filesystem::path> files;
    std::map<std::string, std::string> metadata;
    std::vector<TensorSummary> tensors; ///< under the file's own names; those that cannot be used stand at the end
    double bytes = 0;                   ///< of all tensors
    std::string architecture, family;
    std::optional<VisualBertConfig> config;
    bool configRead = false;
    LoadReport report;
    std::vector<std::string> notes;
    std::optional<PublishedCheck> check; ///< where it was asked for
};

struct SummaryRequest {
    std::filesystem::path path;   ///< a file, folder or shard index
    std::filesystem::path trunk;  ///< see addSharedTrunk
    bool check = false;           ///< compare with what the published checkpoint gives
    std::filesystem::path values; ///< JSON like publishedCheckpoints() to take instead
    std::string published{};      ///< the checkpoint that it is known to be; empty: told by class, sizes and values
};

/// @throws Error as inspectCheckpoint; when checking, for a checkpoint whose values are not known, and for a file of
/// values that cannot be understood.
CheckpointSummary summarizeCheckpoint(const SummaryRequest& request);

} // namespace vbs
