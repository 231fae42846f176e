#pragma once

#include "core/base/progress.h"
#include "core/picture_book/scenes/scene.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace vbs {

class RegionExtractor;

/// The whole picture and at most eleven objects: what the picture-book model ever sees of a picture.
inline constexpr int kBankRegions = 12;

/// Scenes of a series together with the regions that an extractor found in them, matched with the truth.
struct RegionBank {
    std::vector<Scene> scenes;
    at::Tensor features; ///< float32 [scenes, kBankRegions, D], zero beyond a scene's count
    at::Tensor centres;  ///< float32 [scenes, kBankRegions, 2], 0..1 of width and height
    at::Tensor mask;     ///< int64 [scenes, kBankRegions], 1 where there is a region
    /// Index into the scene's objects for each region, -1 where it matches none (IoU < 0.5).
    std::vector<std::array<int, kBankRegions>> objectOfRegion;
    std::vector<std::size_t> duplicateRich; ///< scenes whose palette makes attributes and relations decide
    int missedObjects = 0, extraRegions = 0, objects = 0;

    std::int64_t featureSize() const { return features.size(2); }

    struct Regions {
        at::Tensor features; ///< [batch, regions, D], cut to the longest of the batch
        at::Tensor mask;     ///< int64 [batch, regions]
        at::Tensor centres;  ///< [batch, regions, 2]
        at::Tensor types;    ///< int64 [batch, regions]: which picture; undefined: there is one
    };
    Regions take(const std::vector<std::int64_t>& sceneIndices) const;

    /// The regions of two pictures one after the other, types 0 (left) and 1 (right).
    Regions takePairs(const std::vector<std::int64_t>& left, const std::vector<std::int64_t>& right) const;
};

/// Draws the scenes first … first + count - 1 of a series and extracts their regions.
/// @param cacheFile read when it was written for the same extractor and scenes, else written; empty: none.
RegionBank buildRegionBank(RegionExtractor& extractor, std::uint64_t seed, std::int64_t first, std::int64_t count,
                           const std::filesystem::path& cacheFile, const JobControl& control);

} // namespace vbs
