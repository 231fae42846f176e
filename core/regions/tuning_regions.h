#pragma once

#include "core/base/geometry.h"
#include "core/base/progress.h"
#include "core/image/rgb_image.h"

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

class RegionExtractor;
struct ExtractedRegions;

/// A picture whose regions are wanted.
struct TuningPicture {
    std::filesystem::path file;
    std::vector<Box> boxes; ///< pixels; these regions instead of what the extractor finds; empty: what it finds

    friend bool operator==(const TuningPicture&, const TuningPicture&) = default;
};

/// A picture without regions.
struct UnreadablePicture {
    std::filesystem::path file;
    std::string reason; ///< a sentence that names it
};

/// What a network is told of a picture. All on the CPU.
struct TuningRegions {
    at::Tensor features; ///< float32 [n, D]
    at::Tensor boxes;    ///< float32 [n, 4], pixels of the picture
    int width = 0, height = 0;
};

/// The regions of a data set's pictures: each is extracted once and kept in a folder, so that epochs and later runs
/// read numbers only. Used by one thread.
class TuningRegionStore {
public:
    /// @param folder made when it is needed; one file a picture. @param extractor must outlive the store.
    TuningRegionStore(std::filesystem::path folder, RegionExtractor& extractor);

    /// Extracts what is not in the folder yet; decoding runs ahead. Progress tells count, rate and the time left. A
    /// stop request keeps what is done.
    /// @return the pictures that cannot be read, or whose boxes do not lie in them; the others go on without them.
    /// @throws Error (FileUnwritable, Cancelled).
    std::vector<UnreadablePicture> prepare(const std::vector<TuningPicture>& pictures, const JobControl& control);

    /// Regions of a picture, from memory or the folder, or extracted now. @throws Error naming a picture that
    /// cannot be read.
    const TuningRegions& of(const TuningPicture& picture);

private:
    std::string keyOf(const TuningPicture& picture) const;
    std::filesystem::path fileOf(const std::string& key) const { return m_folder / (key + ".safetensors"); }
    struct Item {
        TuningPicture picture;
        RgbImage image;
    };
    void extract(const std::vector<Item>& items, const JobControl& control);
    void extractOne(const Item& item, const JobControl& control);
    void keep(const Item& item, const ExtractedRegions& regions) const;

    std::filesystem::path m_folder;
    RegionExtractor& m_extractor;
    std::string m_fingerprint;
    std::unordered_map<std::string, TuningRegions> m_memory;
    std::unordered_map<std::string, std::string> m_keys; ///< of pictures without boxes, by path
    std::size_t m_bytes = 0;
};

} // namespace vbs
