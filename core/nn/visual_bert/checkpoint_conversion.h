#pragma once

#include "core/checkpoint/load_report.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// A checkpoint of any format to safetensors under today's names.
struct ConversionRequest {
    std::filesystem::path from;  ///< a file, folder or shard index
    std::filesystem::path to;    ///< a .safetensors file, or a folder to make (model.safetensors, config.json)
    std::filesystem::path trunk; ///< see addSharedTrunk
    bool replace = false;        ///< what is there already
};

struct ConversionReport {
    std::filesystem::path weights; ///< the file that was written
    std::string format;            ///< of the source
    std::size_t tensors = 0;       ///< written
    std::string architecture;      ///< empty when it is no VisualBERT class
    LoadReport report;
    std::vector<std::string> notes;
};

/// Writes the weights, reads them back and compares them bit for bit; into a folder also config.json: a copy of the
/// source's, or one that was read off the weights.
/// @throws Error as inspectCheckpoint; for tensors that cannot be written, and a target that is there already or is the
/// source itself.
ConversionReport convertCheckpoint(const ConversionRequest& request);

} // namespace vbs
