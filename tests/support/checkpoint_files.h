#pragma once

// For tests that link LibTorch; it must have been included before.

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/checkpoint/checkpoint_reader.h"
#include "tests/support/test_paths.h"

#include <filesystem>
#include <span>
#include <string>

namespace vbs::test {

inline std::filesystem::path checkpointPath(const std::string& name = {})
{
    return std::filesystem::path(vbs::test::dataFolder()) / "checkpoints" / name;
}

/// The rows of MANIFEST.json, which says what a reader must do with each file.
inline Json checkpointManifest()
{
    return readJsonFile(checkpointPath("MANIFEST.json")).at("files");
}

/// Reads a checkpoint from memory; a shard index finds its shards beside the path.
inline Checkpoint readBytes(const std::string& contents, const std::filesystem::path& path)
{
    return readCheckpoint(std::make_shared<MappedFile>(std::as_bytes(std::span(contents)), path));
}

inline TensorMap asFloat32(const TensorMap& tensors)
{
    TensorMap result;
    for (const auto& [name, tensor] : tensors)
        result.emplace(name, tensor.is_floating_point() ? tensor.to(at::kFloat) : tensor);
    return result;
}

inline bool sameTensors(const TensorMap& a, const TensorMap& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
               return x.first == y.first && x.second.scalar_type() == y.second.scalar_type() &&
                      x.second.equal(y.second);
           });
}

/// Reads every element.
inline double sumOf(const TensorMap& tensors)
{
    double sum = 0;
    for (const auto& item : tensors)
        sum += item.second.to(at::kDouble).sum().item<double>();
    return sum;
}

} // namespace vbs::test
