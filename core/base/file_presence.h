#pragma once

#include <filesystem>

namespace vbs {

/// What cannot be looked at counts as absent.
inline bool isThere(const std::filesystem::path& path)
{
    std::error_code code;
    return std::filesystem::exists(path, code);
}

inline bool isFolder(const std::filesystem::path& path)
{
    std::error_code code;
    return std::filesystem::is_directory(path, code);
}

} // namespace vbs
