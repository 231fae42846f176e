#pragma once

#include "core/image/rgb_image.h"
#include "core/regions/region_store.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace vbs {

/// A picture of a data set on its way through a run.
struct RunPicture {
    std::filesystem::path file;
    std::string fileHash;           ///< SHA-256 of its bytes
    std::optional<std::string> key; ///< of its regions in the store, where the file was seen before
    ImagePtr image;                 ///< null where the key is known
};
using RunPicturePtr = std::shared_ptr<const RunPicture>;

/// Decodes pictures whose regions are not known yet. Keeps the latest of each side, since the examples of a picture
/// follow each other.
class RunPictures {
public:
    /// Both must outlive this, which asks the store for keys alone.
    RunPictures(const RegionStore& store, const RegionExtractor& extractor) : m_store(store), m_extractor(extractor) {}

    /// @param side 0, or 1 for the second of two. @throws Error naming a file that cannot be read.
    RunPicturePtr of(const std::filesystem::path& file, std::size_t side);

private:
    RunPicture read(const std::filesystem::path& file) const;

    const RegionStore& m_store;
    const RegionExtractor& m_extractor;
    std::array<RunPicturePtr, 2> m_kept;
};

} // namespace vbs
