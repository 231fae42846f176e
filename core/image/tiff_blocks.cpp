#include "core/image/tiff_blocks.h"

#include "core/image/decoding.h"

namespace vbs {

TiffBlocks::TiffBlocks(const TiffFile& file, std::uint32_t picturesWidth, std::uint32_t picturesHeight,
                       const std::string& name)
    : tiff(file.handle()), pictureWidth(picturesWidth), pictureHeight(picturesHeight),
      isTiled(TIFFIsTiled(file.handle()) != 0), width(pictureWidth), height(pictureHeight)
{
    if (isTiled) {
        width = file.field<std::uint32_t>(TIFFTAG_TILEWIDTH, 0);
        height = file.field<std::uint32_t>(TIFFTAG_TILELENGTH, 0);
    } else {
        height = std::min(file.field<std::uint32_t>(TIFFTAG_ROWSPERSTRIP, pictureHeight), pictureHeight);
    }
    if (width == 0 || height == 0)
        throwDamaged(name, "TIFF");
}

bool MissingTiffBlocks::isBehindTheEnd(std::uint32_t block) const
{
    const std::uint64_t offset = TIFFGetStrileOffset(m_blocks.tiff, block);
    const std::uint64_t bytes = TIFFGetStrileByteCount(m_blocks.tiff, block);
    return offset > m_fileBytes || bytes > m_fileBytes - offset;
}

void MissingTiffBlocks::add(std::uint32_t left, std::uint32_t top, std::uint32_t block)
{
    m_places.insert({top, left});
    m_isCutOff = m_isCutOff || isBehindTheEnd(block);
}

void MissingTiffBlocks::mark(RgbImage& image, const std::string& name) const
{
    if (m_places.empty())
        return;
    const auto count = [](std::uint64_t length, std::uint64_t step) { return (length + step - 1) / step; };
    if (m_places.size() ==
        count(m_blocks.pictureWidth, m_blocks.width) * count(m_blocks.pictureHeight, m_blocks.height))
        throwCutOff(name, "TIFF");
    for (const auto& [top, left] : m_places) {
        const std::uint32_t columns = std::min(m_blocks.width, m_blocks.pictureWidth - left);
        const std::uint32_t rows = std::min(m_blocks.height, m_blocks.pictureHeight - top);
        for (std::uint32_t y = 0; y < rows; ++y)
            std::fill_n(image.row(int(top + y)) + 3 * std::size_t(left), 3 * std::size_t(columns), kMissing);
    }
    image.flaw = m_isCutOff ? cutOffText(name) : damagedText(name);
}

} // namespace vbs
