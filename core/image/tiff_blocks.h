#pragma once

#include "core/image/picture_decoders.h"
#include "core/image/tiff_file.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace vbs {

/// How a TIFF picture is cut into strips or tiles; a strip is a tile as wide as the picture. For sources only.
struct TiffBlocks {
    TIFF* tiff;
    std::uint32_t pictureWidth, pictureHeight;
    bool isTiled;
    std::uint32_t width, height; ///< of a block, above 0

    /// @throws Error (CorruptData) naming `name`. The file must outlive it.
    TiffBlocks(const TiffFile& file, std::uint32_t pictureWidth, std::uint32_t pictureHeight, const std::string& name);

    /// Calls visit(left, top, the block's number) for each block of a plane.
    template <typename Visit> void each(std::uint16_t plane, Visit visit) const
    {
        for (std::uint32_t top = 0; top < pictureHeight; top += std::min(height, pictureHeight - top))
            for (std::uint32_t left = 0; left < pictureWidth; left += std::min(width, pictureWidth - left))
                visit(left, top,
                      isTiled ? TIFFComputeTile(tiff, left, top, 0, plane) : TIFFComputeStrip(tiff, top, plane));
    }
};

/// The blocks that could not be decoded.
class MissingTiffBlocks {
public:
    /// The blocks must outlive it.
    MissingTiffBlocks(const TiffBlocks& blocks, std::size_t fileBytes) : m_blocks(blocks), m_fileBytes(fileBytes) {}

    bool isBehindTheEnd(std::uint32_t block) const; ///< of the file, at least partly
    void add(std::uint32_t left, std::uint32_t top, std::uint32_t block);
    bool isEmpty() const { return m_places.empty(); }

    /// Makes them grey and sets the flaw. @throws Error (CorruptData) where none is there but these.
    void mark(RgbImage& image, const std::string& name) const;

private:
    const TiffBlocks& m_blocks;
    std::size_t m_fileBytes;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_places; ///< top, left
    bool m_isCutOff = false;
};

} // namespace vbs
