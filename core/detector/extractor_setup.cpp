#include "core/detector/extractor_setup.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/detector/folded_convolution.h"

#include <torch/torch.h>

namespace vbs {

namespace {

/// bfloat16 where it was asked for and pays; the more exact float elsewhere.
c10::ScalarType typeFor(const Json& config, const c10::Device& device)
{
    const auto precision = config.find("precision");
    if (precision == config.end() || *precision == "float32")
        return c10::kFloat;
    if (*precision != "bfloat16")
        throw Error(ErrorCode::InvalidArgument,
                    "A region extractor's \"precision\" must be \"float32\" or \"bfloat16\".");
    return !device.is_cpu() || processorHasBfloat16() ? c10::kBFloat16 : c10::kFloat;
}

} // namespace

ExtractorSetup ExtractorSetup::of(const Json& config, const std::filesystem::path& folder, const c10::Device& device)
{
    const auto weights = config.find("weights");
    if (weights == config.end() || !weights->is_string())
        throw Error(ErrorCode::InvalidArgument, "The region extractor's configuration names no \"weights\" file.");
    ExtractorSetup setup;
    setup.weights = folder / weights->get<std::string>();
    setup.type = typeFor(config, device);
    Json content = config; // what the file holds counts, not where it lies
    if (setup.weights.is_absolute() && weights->get<std::string>() == setup.weights.string())
        content.erase("weights");
    setup.fingerprint = sha256(content.dump() + sha256OfFile(setup.weights) +
                               (setup.type == c10::kBFloat16 ? " bfloat16" : ""));
    return setup;
}

} // namespace vbs
