#pragma once

#include <cstdlib>
#include <filesystem>

namespace vbs::test {

/// The folder of reference data that is too big for the repository, named by VBS_REFERENCE_DIR; empty without it.
inline std::filesystem::path referenceFolder()
{
    const char* folder = std::getenv("VBS_REFERENCE_DIR");
    return folder == nullptr ? std::filesystem::path() : std::filesystem::path(folder);
}

} // namespace vbs::test
