#pragma once

#include "core/runtime/backend_factory.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace vbs {

/// --cache and --cache-size: where regions of pictures are kept, and how much of them, for every command that finds
/// any.
struct CacheOption {
    std::uint64_t megabytes = BackendOptions().cacheBytes >> 20;

    std::string place; ///< a folder, "none", or empty for the user's own

    void declare(CLI::App& app);

    std::filesystem::path folder() const; ///< empty: nothing is kept
    std::uint64_t bytes() const { return megabytes << 20; }
    /// What a run over many pictures may add: of the user's own cache half, which leaves room for the window's.
    std::uint64_t mostAdded() const { return place.empty() ? bytes() / 2 : bytes(); }
};

} // namespace vbs
