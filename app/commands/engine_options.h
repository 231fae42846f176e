#pragma once

#include "app/commands/cache_option.h"
#include "core/base/progress.h"
#include "core/runtime/backend_factory.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace vbs {

/// The options that every command with an engine shares.
struct EngineOptions {
    std::string pack = "picture-book";
    BackendOptions backend;
    CacheOption cache;
    bool json = false;
    bool quiet = false;
    bool keepRegions = true; ///< cache region features on disk between runs

    void declare(CLI::App& app);
    void declareWithoutModel(CLI::App& app); ///< all but --pack and --precision

    /// The engine without a pack. @throws Error.
    std::unique_ptr<InferenceBackend> create() const;
    /// The engine with the pack loaded. @throws Error.
    std::unique_ptr<InferenceBackend> load(PackInfo& pack, DeviceInfo& device) const;

    /// Shows progress as one changing line on standard error, when that is a terminal and not quiet.
    JobControl control() const;
};

} // namespace vbs
