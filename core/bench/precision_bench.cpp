#include "core/bench/precision_bench.h"

#include "core/base/stopwatch.h"
#include "core/bench/rule_filled_weights.h"
#include "core/bench/temporary_folder.h"
#include "core/checkpoint/torch_errors.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/extractor_setup.h"
#include "core/regions/published_extractors.h"
#include "core/regions/region_extractor.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

struct RegionPair {
    std::size_t exact, rounded;
};

/// The best overlapping pairs first, each region once.
std::vector<RegionPair> pairsOf(const RegionSet& exact, const RegionSet& rounded)
{
    struct Candidate {
        float overlap;
        RegionPair pair;
    };
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < exact.regions.size(); ++i) {
        for (std::size_t j = 0; j < rounded.regions.size(); ++j) {
            const float overlap = intersectionOverUnion(exact.regions[i].box, rounded.regions[j].box);
            if (overlap >= RegionChange::kSameRegion)
                candidates.push_back({overlap, {i, j}});
        }
    }
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::overlap);
    std::vector<bool> exactTaken(exact.regions.size()), roundedTaken(rounded.regions.size());
    std::vector<RegionPair> pairs;
    for (const Candidate& candidate : candidates) {
        if (exactTaken[candidate.pair.exact] || roundedTaken[candidate.pair.rounded])
            continue;
        exactTaken[candidate.pair.exact] = roundedTaken[candidate.pair.rounded] = true;
        pairs.push_back(candidate.pair);
    }
    return pairs;
}

double featureDistance(const ExtractedRegions& exact, const ExtractedRegions& rounded)
{
    double largest = 0;
    for (const RegionPair& pair : pairsOf(exact.regions, rounded.regions)) {
        const at::Tensor a = exact.features[std::int64_t(pair.exact)].to(torch::kDouble);
        const at::Tensor b = rounded.features[std::int64_t(pair.rounded)].to(torch::kDouble);
        const double lengths = (a.norm() * b.norm()).item<double>();
        if (lengths > 0)
            largest = std::max(largest, 1 - (a * b).sum().item<double>() / lengths);
    }
    return largest;
}

} // namespace

void RegionChange::add(const RegionSet& exact, const RegionSet& rounded)
{
    const std::vector<RegionPair> pairs = pairsOf(exact, rounded);
    for (const RegionPair& pair : pairs) {
        const Region& a = exact.regions[pair.exact];
        const Region& b = rounded.regions[pair.rounded];
        relabelled += a.label != b.label || a.attribute != b.attribute;
    }
    regions += exact.regions.size();
    matched += pairs.size();
    lost += exact.regions.size() - pairs.size();
    gained += rounded.regions.size() - pairs.size();
}

double RegionChange::changedShare() const
{
    return matched > 0 ? double(relabelled) / double(matched) : 0;
}

PrecisionCost comparePrecisions(Json config, const std::filesystem::path& folder, const std::vector<RgbImage>& pictures,
                                int rounds, const JobControl& control)
try {
    const torch::NoGradGuard noGrad;
    config["precision"] = "float32";
    const auto exact = createRegionExtractor(config, folder, c10::Device(c10::kCPU));
    config["precision"] = kAlwaysBfloat16;
    const auto rounded = createRegionExtractor(config, folder, c10::Device(c10::kCPU));
    const JobControl stopOnly{control.stop, {}};
    PrecisionCost cost;
    for (RegionExtractor* extractor : {exact.get(), rounded.get()})
        extractor->extract(pictures.front(), stopOnly); // lays out weights and makes the kernels
    std::vector<double> exactTimes, roundedTimes, ratios;
    const double all = double(rounds) * double(pictures.size());
    for (int round = 0; round < rounds; ++round) {
        for (const RgbImage& picture : pictures) {
            control.throwIfStopped();
            control.report("Comparing precisions", double(ratios.size()) / all);
            const Stopwatch first;
            const ExtractedRegions a = exact->extract(picture, stopOnly);
            exactTimes.push_back(first.seconds());
            const Stopwatch second;
            const ExtractedRegions b = rounded->extract(picture, stopOnly);
            roundedTimes.push_back(second.seconds());
            ratios.push_back(exactTimes.back() / roundedTimes.back());
            if (round > 0)
                continue; // the same again
            cost.change.add(a.regions, b.regions);
            cost.featureDistance = std::max(cost.featureDistance, featureDistance(a, b));
        }
    }
    cost.float32Seconds = median(exactTimes);
    cost.bfloat16Seconds = median(roundedTimes);
    cost.speedRatio = median(ratios);
    return cost;
} catch (const std::exception& e) {
    throw asError(e);
}

PrecisionCost comparePrecisions(const std::string& extractor, const std::vector<RgbImage>& pictures, int rounds,
                                const JobControl& control)
{
    Json config = publishedExtractorConfig(extractor);
    const TemporaryFolder made;
    writeRuleFilledWeights(made.path() / "weights.safetensors", config, "bench");
    config["weights"] = "weights.safetensors";
    return comparePrecisions(config, made.path(), pictures, rounds, control);
}

} // namespace vbs
