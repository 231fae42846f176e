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

/// An element type of the format.
struct SafetensorsType {
    std::string_view name;                 ///< the format's, e.g. "F32"
    std::optional<c10::ScalarType> scalar; ///< none: nothing is computed with it here
    unsigned bits;                         ///< an element's
    std::string_view words;                ///< PyTorch's name of one without a scalar
};

/// Where one tensor lies; offsets count from the end of the header.
struct SafetensorsEntry {
    std::string name;
    const SafetensorsType* type = nullptr; ///< of a table that lives as long as the program
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

} // namespace vbs
