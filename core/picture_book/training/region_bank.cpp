#include "core/picture_book/training/region_bank.h"

#include "core/checkpoint/safetensors.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::int64_t kPicturesAtOnce = 16;

/// What the cache file holds: everything that took the detector, nothing that the scene gives for free.
struct Extracted {
    at::Tensor features; ///< float16 [scenes, kBankRegions, D]
    at::Tensor boxes;    ///< float32 [scenes, kBankRegions, 4], pixels
    at::Tensor counts;   ///< int64 [scenes]
};

Extracted extractAll(RegionExtractor& extractor, const std::vector<Scene>& scenes, const JobControl& control)
{
    const auto count = static_cast<std::int64_t>(scenes.size());
    Extracted all{torch::zeros({count, kBankRegions, extractor.featureSize()}, torch::kHalf),
                  torch::zeros({count, kBankRegions, 4}), torch::zeros({count}, torch::kLong)};
    for (std::int64_t start = 0; start < count; start += kPicturesAtOnce) {
        control.throwIfStopped();
        control.report("Extracting the regions of training scenes", double(start) / double(count));
        std::vector<RgbImage> pictures;
        for (std::int64_t i = start; i < std::min(count, start + kPicturesAtOnce); ++i)
            pictures.push_back(drawScene(scenes[std::size_t(i)]));
        std::vector<const RgbImage*> batch;
        for (const RgbImage& picture : pictures)
            batch.push_back(&picture);
        const auto found = extractor.extractBatch(batch, control);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const std::int64_t n = std::min<std::int64_t>(found[i].features.size(0), kBankRegions);
            const auto row = start + static_cast<std::int64_t>(i);
            all.features[row].slice(0, 0, n).copy_(found[i].features.slice(0, 0, n));
            all.boxes[row].slice(0, 0, n).copy_(found[i].boxes.slice(0, 0, n));
            all.counts[row] = n;
        }
    }
    control.report("Extracting the regions of training scenes", 1);
    return all;
}

/// Greedy one-to-one matching by falling overlap; region 0, the whole picture, matches nothing.
std::array<int, kBankRegions> matchRegions(const Scene& scene, const float* boxes, std::int64_t count)
{
    std::array<int, kBankRegions> match;
    match.fill(-1);
    struct Pair {
        float overlap;
        int region, object;
    };
    std::vector<Pair> pairs;
    for (int r = 1; r < count; ++r) {
        const Box box{boxes[4 * r], boxes[4 * r + 1], boxes[4 * r + 2], boxes[4 * r + 3]};
        for (std::size_t o = 0; o < scene.objects.size(); ++o) {
            const float overlap = intersectionOverUnion(box, scene.objects[o].box);
            if (overlap >= 0.5f)
                pairs.push_back({overlap, r, static_cast<int>(o)});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.overlap > b.overlap; });
    std::vector<bool> used(scene.objects.size());
    for (const Pair& pair : pairs) {
        if (match[std::size_t(pair.region)] >= 0 || used[std::size_t(pair.object)])
            continue;
        match[std::size_t(pair.region)] = pair.object;
        used[std::size_t(pair.object)] = true;
    }
    return match;
}

void finish(RegionBank& bank, const Extracted& all)
{
    const auto count = static_cast<std::int64_t>(bank.scenes.size());
    bank.features = all.features.to(torch::kFloat);
    const at::Tensor scale = torch::tensor({1.f / kSceneWidth, 1.f / kSceneHeight});
    bank.centres = (all.boxes.slice(2, 0, 2) + all.boxes.slice(2, 2, 4)) / 2 * scale;
    bank.mask = (torch::arange(kBankRegions).unsqueeze(0) < all.counts.unsqueeze(1)).to(torch::kLong);
    const at::Tensor boxes = all.boxes.contiguous();
    for (std::int64_t i = 0; i < count; ++i) {
        const Scene& scene = bank.scenes[std::size_t(i)];
        const std::int64_t regions = all.counts[i].item<std::int64_t>();
        bank.objectOfRegion.push_back(matchRegions(scene, boxes.data_ptr<float>() + i * kBankRegions * 4, regions));
        const auto& match = bank.objectOfRegion.back();
        const int matched = static_cast<int>(std::count_if(match.begin(), match.end(), [](int o) { return o >= 0; }));
        bank.objects += static_cast<int>(scene.objects.size());
        bank.missedObjects += static_cast<int>(scene.objects.size()) - matched;
        bank.extraRegions += static_cast<int>(regions) - 1 - matched;
        if (scene.palette != ScenePalette::Free)
            bank.duplicateRich.push_back(std::size_t(i));
    }
}

} // namespace

RegionBank::Regions RegionBank::take(const std::vector<std::int64_t>& sceneIndices) const
{
    const at::Tensor index = torch::tensor(sceneIndices);
    const at::Tensor rows = mask.index_select(0, index);
    const std::int64_t longest = rows.sum(1).max().item<std::int64_t>();
    return {features.index_select(0, index).slice(1, 0, longest).contiguous(),
            rows.slice(1, 0, longest).contiguous(),
            centres.index_select(0, index).slice(1, 0, longest).contiguous(),
            {}};
}

RegionBank::Regions RegionBank::takePairs(const std::vector<std::int64_t>& left,
                                          const std::vector<std::int64_t>& right) const
{
    const Regions a = take(left), b = take(right);
    return {torch::cat({a.features, b.features}, 1), torch::cat({a.mask, b.mask}, 1),
            torch::cat({a.centres, b.centres}, 1),
            torch::cat({torch::zeros_like(a.mask), torch::ones_like(b.mask)}, 1)};
}

RegionBank buildRegionBank(RegionExtractor& extractor, std::uint64_t seed, std::int64_t first, std::int64_t count,
                           const std::filesystem::path& cacheFile, const JobControl& control)
{
    RegionBank bank;
    for (std::int64_t i = 0; i < count; ++i)
        bank.scenes.push_back(sceneOfSeries(seed, std::uint64_t(first + i)));
    const std::string key = extractor.fingerprint() + " seed " + std::to_string(seed) + " first " +
                            std::to_string(first) + " count " + std::to_string(count);
    if (!cacheFile.empty() && std::filesystem::exists(cacheFile)) {
        const auto file = readSafetensors(cacheFile);
        if (file.metadata.count("key") && file.metadata.at("key") == key) {
            finish(bank, {file.tensors.at("features"), file.tensors.at("boxes"), file.tensors.at("counts")});
            return bank;
        }
    }
    const Extracted all = extractAll(extractor, bank.scenes, control);
    if (!cacheFile.empty()) {
        writeSafetensors(cacheFile, {{"features", all.features}, {"boxes", all.boxes}, {"counts", all.counts}},
                         {{"key", key}});
    }
    finish(bank, all);
    return bank;
}

} // namespace vbs
