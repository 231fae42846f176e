#include "core/regions/extractor_setup.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/checkpoint/checkpoint_reader.h"
#include "core/nn/packed_linear.h"
#include "core/regions/extractor_precision.h"

#include <torch/types.h>

namespace vbs {

namespace {

/// Of a file, or of all that make up a folder's checkpoint.
std::string hashOf(const std::filesystem::path& weights)
{
    std::error_code code;
    if (!std::filesystem::is_directory(weights, code))
        return sha256OfFile(weights);
    std::string hashes;
    for (const std::filesystem::path& file : readCheckpoint(weights).files)
        hashes += sha256OfFile(file);
    return hashes;
}

} // namespace

c10::ScalarType extractorType(const Json& config, const c10::Device& device)
{
    const auto precision = config.find("precision");
    if (precision == config.end() || *precision == "float32")
        return c10::kFloat;
    if (*precision == kAlwaysBfloat16)
        return c10::kBFloat16;
    if (*precision != "bfloat16")
        throw Error(ErrorCode::InvalidArgument,
                    sentence("A region extractor's \"precision\" must be \"float32\" or \"bfloat16\"."));
    return !device.is_cpu() || bfloat16IsFast() ? c10::kBFloat16 : c10::kFloat;
}

ExtractorSetup ExtractorSetup::of(const Json& config, const std::filesystem::path& folder, const c10::Device& device)
{
    const auto weights = config.find("weights");
    if (weights == config.end() || !weights->is_string())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The region extractor's configuration names no \"weights\" file."));
    ExtractorSetup setup;
    setup.weights = folder / weights->get<std::string>();
    setup.type = extractorType(config, device);
    Json content = config;      // what the file holds counts, not where it lies
    content.erase("precision"); // nor what was asked for, but what is computed in
    if (setup.weights.is_absolute() && weights->get<std::string>() == setup.weights.string())
        content.erase("weights");
    setup.fingerprint =
        sha256(content.dump() + hashOf(setup.weights) + (setup.type == c10::kBFloat16 ? " bfloat16" : ""));
    return setup;
}

std::string extractorPrecision(const Json& config, const std::string& device)
{
    return extractorType(config, c10::Device(device)) == c10::kBFloat16 ? "bfloat16" : "float32";
}

} // namespace vbs
