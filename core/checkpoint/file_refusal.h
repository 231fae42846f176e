#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace vbs {

/// Throws the one sentence that says what is wrong with a file. Readers pass it down to their parts.
class FileRefusal {
public:
    /// @param format what the file is taken for, e.g. "safetensors".
    FileRefusal(std::filesystem::path path, std::string format);

    /// "PATH is not a valid FORMAT file: WHY." (CorruptData), or "PATH cannot be read: WHY." (other codes).
    [[noreturn]] void refuse(const std::string& why, ErrorCode code = ErrorCode::CorruptData) const;

private:
    std::filesystem::path m_path;
    std::string m_format;
};

/// A name from a file in quotes, short and safe to print.
std::string quotedName(std::string_view name);

/// Names the file when it is plainly something else: a git-lfs pointer, a web page, a tar or gzip archive, HDF5...
/// Empty when it is not recognised. "it is a git-lfs pointer; download the file itself (git lfs pull)".
std::string foreignFileName(std::span<const std::byte> file);

} // namespace vbs
