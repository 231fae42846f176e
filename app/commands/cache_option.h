#pragma once

#include "core/runtime/backend_factory.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>

namespace vbs {

/// --cache-size: how much of the regions of pictures is kept on the user's disk, for every command that finds any.
struct CacheOption {
    std::uint64_t megabytes = BackendOptions().cacheBytes >> 20;

    void declare(CLI::App& app);

    std::filesystem::path folder() const; ///< empty for a size of 0: nothing is kept
    std::uint64_t bytes() const { return megabytes << 20; }
};

} // namespace vbs
