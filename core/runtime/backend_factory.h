#pragma once

#include "core/engine/inference_backend.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace vbs {

struct BackendOptions {
    std::string device = "auto";             ///< auto, cpu, cuda or cuda:N
    std::string precision = "auto";          ///< auto, float32 or bfloat16
    std::filesystem::path cacheFolder;       ///< region features on disk; empty: memory only
    std::uint64_t cacheBytes = 512ull << 20; ///< of them together; those used longest ago go first
    std::uint64_t packBytes = 4ull << 30;    ///< of the loaded packs together; those used longest ago go first
};

/// The engine. @throws Error (InvalidArgument) naming the option.
std::unique_ptr<InferenceBackend> createBackend(const BackendOptions& options);

} // namespace vbs
