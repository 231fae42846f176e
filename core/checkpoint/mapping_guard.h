#pragma once

#include <cstddef>
#include <filesystem>

namespace vbs {

/// Names a mapped file while it is mapped: should another program cut the file short, or its drive go away, touching
/// the lost part raises SIGBUS, and the handler that this class installs says which file it was before the program ends
/// with exit code 1. (It cannot go on: the bytes are gone.) A handler that is there already stays.
class MappingGuard {
public:
    MappingGuard(const std::filesystem::path& path, const void* begin, std::size_t size);
    ~MappingGuard();
    MappingGuard(const MappingGuard&) = delete;
    MappingGuard& operator=(const MappingGuard&) = delete;

private:
    int m_slot = -1; ///< -1: there were too many already
};

} // namespace vbs
