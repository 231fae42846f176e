#pragma once

#ifndef Q_MOC_RUN
#include "core/picture_book/scenes/scene.h"
#include "core/regions/box_geometry.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

#include <torch/types.h>

namespace vbs {

/// Sees scenes perfectly: it is told which scenes come, in their order, and gives one-hot category, colour and
/// size with the box geometry. Region 0 is the whole picture with its place.
class OracleExtractor : public RegionExtractor {
public:
    OracleExtractor(std::uint64_t seed, std::uint64_t first = 0) : m_seed(seed), m_next(first) {}

    ExtractedRegions extract(const RgbImage& image, const JobControl&) override { return regionsOf(next()); }

    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images, const JobControl&) override
    {
        std::vector<ExtractedRegions> all;
        for (std::size_t i = 0; i < images.size(); ++i)
            all.push_back(regionsOf(next()));
        return all;
    }

    ExtractedRegions describe(const RgbImage&, const std::vector<Box>&, const JobControl&) override
    {
        throw Error(ErrorCode::InvalidArgument, "The oracle knows its scenes' own boxes only.");
    }

    std::int64_t featureSize() const override { return kAppearance + 22; }
    std::string fingerprint() const override { return "oracle"; }

    static constexpr std::int64_t kAppearance = 16 + 8 + 2 + 5;

private:
    Scene next() { return sceneOfSeries(m_seed, m_next++); }

    static ExtractedRegions regionsOf(const Scene& scene)
    {
        ExtractedRegions result;
        const auto n = std::int64_t(scene.objects.size()) + 1;
        result.boxes = torch::zeros({n, 4});
        at::Tensor looks = torch::zeros({n, kAppearance});
        result.boxes[0] = torch::tensor({0.f, 0.f, float(kSceneWidth), float(kSceneHeight)});
        looks[0][26 + scene.place] = 1;
        result.regions = {kSceneWidth, kSceneHeight, {Region{{0, 0, kSceneWidth, kSceneHeight}, "whole picture"}}};
        for (std::int64_t i = 1; i < n; ++i) {
            const SceneObject& object = scene.objects[std::size_t(i - 1)];
            result.boxes[i] = torch::tensor({object.box.x1, object.box.y1, object.box.x2, object.box.y2});
            looks[i][object.category] = 1;
            looks[i][16 + object.color] = 1;
            looks[i][24 + object.size] = 1;
            result.regions.regions.push_back({object.box, std::string(kSceneCategories[std::size_t(object.category)])});
        }
        result.features = torch::cat(
            {looks, boxGeometry(result.boxes, kSceneWidth, kSceneHeight, {BoxGeometryConfig::Kind::Fourier, 4})}, 1);
        return result;
    }

    std::uint64_t m_seed, m_next;
};

} // namespace vbs
#endif
