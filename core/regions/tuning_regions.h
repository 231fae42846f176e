#pragma once

#include "core/base/geometry.h"
#include "core/base/progress.h"
#include "core/base/recently_used.h"
#include "core/image/rgb_image.h"

#include <ATen/core/Tensor.h>

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

class RegionExtractor;
class RegionStore;
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

/// The regions of a data set's pictures: each is extracted once, or taken from the user's store, and kept in the run's
/// own folder, so that epochs and later runs read numbers only and nothing is lost half way. A file there that is
/// damaged is made again, with the same numbers. Used by one thread.
class TuningRegionStore {
public:
    /// @param folder made when it is needed; one file a picture. @param extractor and known must outlive the store.
    TuningRegionStore(std::filesystem::path folder, RegionExtractor& extractor, RegionStore& known);

    /// Finds what is not in the folder yet; decoding runs ahead. Progress tells count, rate and the time left. A
    /// stop request keeps what is done.
    /// @return the pictures that cannot be read, or whose boxes do not lie in them; the others go on without them.
    /// @throws Error (FileUnwritable, Cancelled).
    std::vector<UnreadablePicture> prepare(const std::vector<TuningPicture>& pictures, const JobControl& control);

    /// Regions of a picture, from memory or the folder, or found now; valid until the next call. @throws Error naming a
    /// picture that cannot be read.
    const TuningRegions& of(const TuningPicture& picture);

private:
    std::string keyOf(const TuningPicture& picture) const;
    std::filesystem::path fileOf(const std::string& key) const { return m_folder / (key + ".safetensors"); }
    void extract(const TuningPicture& picture, const RgbImage& image, const JobControl& control);

    std::filesystem::path m_folder;
    RegionExtractor& m_extractor;
    RegionStore& m_known;
    std::string m_fingerprint;
    RecentlyUsed<TuningRegions> m_memory;
    std::unordered_map<std::string, std::string> m_keys; ///< of pictures without boxes, by path
};

} // namespace vbs
