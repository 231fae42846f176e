#pragma once

#include <c10/core/ScalarType.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// Where one tensor lies; offsets count from the end of the header.
struct SafetensorsEntry {
    std::string name;
    c10::ScalarType type = c10::ScalarType::Float;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// A parsed and fully checked header.
struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries; ///< in the order of the data
    std::map<std::string, std::string> metadata;
    std::size_t dataOffset = 0; ///< where the data begin in the file
};

/// Parses the start of a whole file and checks it against the file's size. @param path for messages only.
/// @throws Error, see readSafetensors.
SafetensorsHeader parseSafetensorsHeader(std::span<const std::byte> file, const std::filesystem::path& path);

/// The format's names of the types, e.g. "F32".
std::optional<std::string_view> safetensorsTypeName(c10::ScalarType type);
std::optional<c10::ScalarType> safetensorsTypeByName(std::string_view name);

} // namespace vbs
