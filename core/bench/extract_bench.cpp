#include "core/bench/extract_bench.h"

#include "core/base/process_memory.h"
#include "core/base/stopwatch.h"
#include "core/bench/rule_filled_weights.h"
#include "core/bench/temporary_folder.h"
#include "core/checkpoint/torch_errors.h"
#include "core/image/transform.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/extractor_setup.h"
#include "core/regions/published_extractors.h"
#include "core/regions/region_extractor.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include <c10/core/Device.h>

namespace vbs {

namespace {

double sumOf(const std::vector<StageCost>& stages, double StageCost::*member)
{
    double total = 0;
    for (const StageCost& stage : stages)
        total += stage.*member;
    return total;
}

/// Without its progress: there is none of a picture to tell.
JobControl stopOnly(const JobControl& control)
{
    return {control.stop, {}};
}

ExtractorCost costOf(const std::string& name, const ExtractBenchOptions& options, const RgbImage& picture)
{
    Json config = publishedExtractorConfig(name);
    config["precision"] = options.precision == "bfloat16" ? kAlwaysBfloat16 : options.precision;
    std::optional<TemporaryFolder> made;
    if (options.weights.empty()) {
        const std::filesystem::path file = made.emplace().path() / "weights.safetensors";
        writeRuleFilledWeights(file, config, "bench");
        config["weights"] = file.string();
    } else {
        config["weights"] = std::filesystem::absolute(options.weights).string();
    }
    forgetMemoryPeak();
    ExtractorCost cost;
    cost.extractor = name;
    const Stopwatch loading;
    const auto extractor = createRegionExtractor(config, {}, c10::Device(c10::kCPU));
    cost.loadSeconds = loading.seconds();
    cost.regions = extractor->extract(picture, stopOnly(options.control)).boxes.size(0);
    std::vector<std::pair<double, std::vector<StageCost>>> runs;
    for (int i = 0; i < options.repeat; ++i) {
        const ConvolutionMeter meter;
        const Stopwatch watch;
        extractor->extract(picture, stopOnly(options.control));
        runs.emplace_back(watch.seconds(), meter.stages());
    }
    std::ranges::sort(runs, {}, [](const auto& run) { return run.first; });
    std::tie(cost.seconds, cost.stages) = runs[runs.size() / 2];
    cost.peak = static_cast<double>(processMemory().peak);
    return cost;
}

} // namespace

double ExtractorCost::convolutionFlops() const
{
    return sumOf(stages, &StageCost::convolutionFlops);
}

double ExtractorCost::convolutionSeconds() const
{
    return sumOf(stages, &StageCost::convolutionSeconds);
}

ExtractBenchReport benchExtract(const ExtractBenchOptions& options, const RgbImage& picture)
try {
    const bool half = options.precision == "bfloat16";
    ExtractBenchReport report;
    for (const std::string& extractor : options.extractors) {
        options.control.throwIfStopped();
        report.rate = std::max(report.rate, measureConvolutionRate(half));
        report.extractors.push_back(costOf(extractor, options, picture));
    }
    // Before and after, since a machine gets warm: the better one counts.
    report.rate = std::max(report.rate, measureConvolutionRate(half));
    return report;
} catch (const std::exception& e) {
    throw asError(e);
}

RgbImage madeUpPicture()
{
    std::uint32_t state = 1;
    const auto next = [&state] { return (state = state * 1664525u + 1013904223u) >> 24; };
    RgbImage coarse(40, 24);
    for (std::uint8_t& value : coarse.pixels)
        value = static_cast<std::uint8_t>(next());
    RgbImage picture = resizeBilinear(coarse, 1333, 800);
    for (std::uint8_t& value : picture.pixels)
        value = static_cast<std::uint8_t>(std::clamp(int(value) + int(next() % 32) - 16, 0, 255));
    return picture;
}

} // namespace vbs
