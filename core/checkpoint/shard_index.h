#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace vbs {

/// Hugging Face's index of a checkpoint in several files (*.index.json).
struct ShardIndex {
    std::map<std::string, std::string, std::less<>> shardOf; ///< tensor name -> name of a file beside the index
    std::map<std::string, std::string> metadata;             ///< texts and numbers under "metadata"
};

/// Parses an index. Shards must be plain file names, so that nothing outside the index's folder is ever read.
/// @param path for messages only. @throws Error naming the file.
ShardIndex parseShardIndex(std::span<const std::byte> json, const std::filesystem::path& path);

} // namespace vbs
