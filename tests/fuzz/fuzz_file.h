#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace vbs::fuzz {

/// The input as a file, for readers that take a path: one a process, replaced each time.
inline std::filesystem::path pathOf(const std::uint8_t* data, std::size_t size, const char* name)
{
    static const std::filesystem::path folder = [] {
        std::string pattern = "/dev/shm/fuzz-XXXXXX";
        return std::filesystem::path(::mkdtemp(pattern.data()));
    }();
    const std::filesystem::path path = folder / name;
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    return path;
}

} // namespace vbs::fuzz
