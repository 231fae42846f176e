#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <stdlib.h>
#include <string>

namespace vbs {

/// A folder that is gone with the program.
class TemporaryFolder {
public:
    /// @throws Error (FileUnwritable).
    TemporaryFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "visualbert-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            throw Error(ErrorCode::FileUnwritable, "No folder can be made in " + pattern + "; set TMPDIR.");
        m_path = pattern;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace vbs
