#include "core/selftest/extractor_features.h"

#include "core/bench/extract_bench.h"
#include "core/bench/rule_filled_weights.h"
#include "core/bench/temporary_folder.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/extractor_kinds.h"
#include "core/regions/published_extractors.h"
#include "core/regions/region_extractor.h"
#include "core/selftest/selftest_checks.h"

#include <cmath>
#include <limits>

#include <torch/types.h>

namespace vbs {

namespace {

/// One of each kind. The shipped pack has the second kind's small network.
constexpr const char* kExtractors[] = {"vg_faster_rcnn", "faster_rcnn_fpn", "resnet50"};

/// Detectors look at smaller pictures than usual, which is enough to compare and saves most of the processor's time.
constexpr std::int64_t kSmallSide = 300, kLargeSide = 500;

/// Largest 1 - cosine. GPUs may convolve in TensorFloat-32; in bfloat16, 0.0004 was measured on the processor.
constexpr double kApartInFloat32 = 1e-4, kApartInBfloat16 = 0.005;

std::vector<Box> boxesIn(const RgbImage& picture)
{
    const auto width = float(picture.width), height = float(picture.height);
    return {{0, 0, width, height},
            {.1f * width, .2f * height, .5f * width, .9f * height},
            {.6f * width, .1f * height, .8f * width, .3f * height}};
}

} // namespace

at::Tensor ruleFilledFeatures(const std::string& extractor, const std::string& device, const std::string& precision,
                              bool findsToo, const JobControl& control)
{
    const torch::NoGradGuard noGrad;
    Json config = publishedExtractorConfig(extractor);
    if (publishedExtractorNamed(extractor).kind->minSize) // others have one size for all pictures
        applyExtractorLimits({.minSize = kSmallSide, .maxSize = kLargeSide, .maxRegions = {}}, config);
    const TemporaryFolder made;
    writeRuleFilledWeights(made.path() / "weights.safetensors", config, "selftest");
    config["weights"] = "weights.safetensors";
    config["precision"] = precision;
    const auto network = createRegionExtractor(config, made.path(), c10::Device(device));
    const RgbImage picture = madeUpPicture();
    if (findsToo && !torch::isfinite(network->extract(picture, control).features).all().item<bool>())
        throw Error(ErrorCode::Internal, extractor + " finds regions whose features are no numbers.");
    return network->describe(picture, boxesIn(picture), control).features;
}

double featureDistance(const at::Tensor& first, const at::Tensor& second)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (!first.sizes().equals(second.sizes()))
        return kInfinity;
    const at::Tensor a = first.to(torch::kDouble), b = second.to(torch::kDouble);
    const double distance = (1 - (a * b).sum(1) / (a.norm(2, 1) * b.norm(2, 1)).clamp_min(1e-12)).max().item<double>();
    return std::isnan(distance) ? kInfinity : std::max(0., distance);
}

void checkExtractors(SelftestContext& context)
{
    const DeviceInfo& device = context.device();
    for (const char* extractor : kExtractors) {
        const at::Tensor& expected = context.processorFeatures(extractor);
        const at::Tensor features =
            ruleFilledFeatures(extractor, device.device, device.precision, true, context.control());
        context.atMost(extractor, featureDistance(expected, features),
                       device.precision == "bfloat16" ? kApartInBfloat16 : kApartInFloat32,
                       "largest distance (1 - cosine) of " + std::to_string(features.size(0)) + " regions' features");
    }
}

} // namespace vbs
