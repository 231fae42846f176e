#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>

namespace vbs {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// Reads and parses a JSON file of at most maxBytes.
/// @throws Error naming the file (FileNotFound, FileUnreadable, TooLarge, CorruptData).
Json readJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes = 256u << 20);

/// The same with the keys in the order of the file, for what is written back.
OrderedJson readOrderedJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes = 256u << 20);

/// Writes through a temporary file and a rename, indented by two spaces.
/// @throws Error (FileUnwritable).
void writeJsonFile(const std::filesystem::path& path, const OrderedJson& json);

} // namespace vbs
