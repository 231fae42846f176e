#include "core/image/decoding.h"
#include "core/image/image_io.h"
#include "core/image/picture_decoders.h"
#include "core/image/picture_header.h"
#include "core/image/tiff_blocks.h"
#include "core/image/tiff_file.h"

#include <cmath>
#include <cstring>
#include <vector>

namespace vbs {

namespace {

constexpr std::uint64_t kMostBlockBytes = std::uint64_t(1) << 30;

/// What a TIFF file says of its numbers.
struct TiffLayout {
    std::uint32_t width = 0, height = 0;
    std::uint16_t bits = 1, samples = 1, kind = SAMPLEFORMAT_UINT, photometric = PHOTOMETRIC_MINISBLACK;
    std::uint16_t planes = PLANARCONFIG_CONTIG, compression = COMPRESSION_NONE, orientation = 1;
    int colors = 1;             ///< samples that are colours: 1 or 3
    int alpha = -1;             ///< the sample that is transparency; -1: none
    bool premultiplied = false; ///< colours are multiplied by it

    /// Where a sample goes among the channels; -1: nowhere, such as an infrared band.
    int channelOf(int sample) const { return sample < colors ? sample : sample == alpha ? colors : -1; }
};

/// @param saysExtra whether the file says what its further samples mean.
TiffLayout layoutOf(const TiffFile& file, bool saysExtra)
{
    TiffLayout layout;
    layout.width = file.field<std::uint32_t>(TIFFTAG_IMAGEWIDTH, 0);
    layout.height = file.field<std::uint32_t>(TIFFTAG_IMAGELENGTH, 0);
    layout.bits = file.field<std::uint16_t>(TIFFTAG_BITSPERSAMPLE, 1);
    layout.samples = file.field<std::uint16_t>(TIFFTAG_SAMPLESPERPIXEL, 1);
    layout.kind = file.field<std::uint16_t>(TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    layout.planes = file.field<std::uint16_t>(TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    layout.compression = file.field<std::uint16_t>(TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    layout.photometric =
        file.field<std::uint16_t>(TIFFTAG_PHOTOMETRIC, layout.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
    const auto turned = file.field<std::uint16_t>(TIFFTAG_ORIENTATION, 1);
    layout.orientation = turned >= 1 && turned <= 8 ? turned : 1;
    layout.colors = layout.photometric == PHOTOMETRIC_RGB ? 3 : 1;
    std::uint16_t count = 0;
    const std::uint16_t* meanings = nullptr;
    TIFFGetFieldDefaulted(file.handle(), TIFFTAG_EXTRASAMPLES, &count, &meanings);
    for (int i = 0; i < count && layout.alpha < 0; ++i)
        if (meanings[i] == EXTRASAMPLE_ASSOCALPHA || meanings[i] == EXTRASAMPLE_UNASSALPHA) {
            layout.alpha = layout.colors + i;
            layout.premultiplied = meanings[i] == EXTRASAMPLE_ASSOCALPHA;
        }
    // Without the tag, the fourth of four is transparency to other readers, too. (libtiff makes the tag up.)
    if (!saysExtra && layout.colors == 3 && layout.samples == 4)
        layout.alpha = 3;
    return layout;
}

[[noreturn]] void refuse(const std::string& name, const Sentence& what)
{
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("%1 is a TIFF file of %2: convert it to a picture of 8 or 16 bits a channel.", name, what));
}

/// Turns numbers into eight bits and puts them where they belong.
class ChannelWriter {
public:
    ChannelWriter(const TiffLayout& layout, const std::string& name)
        : m_layout(layout), m_name(name), m_image(static_cast<int>(layout.width), static_cast<int>(layout.height)),
          m_alpha(layout.alpha < 0 ? 0 : std::size_t(layout.width) * layout.height)
    {
    }

    /// @param sample of the first number; further ones of the pixel follow unless the planes are separate.
    void put(std::uint32_t x, std::uint32_t y, int sample, const std::uint8_t* from)
    {
        const int count = m_layout.planes == PLANARCONFIG_SEPARATE ? 1 : m_layout.samples;
        const std::size_t bytes = m_layout.bits / 8u;
        const std::size_t pixel = std::size_t(y) * m_layout.width + x;
        for (int i = 0; i < count; ++i, from += bytes) {
            const int channel = m_layout.channelOf(sample + i);
            if (channel >= m_layout.colors)
                m_alpha[pixel] = eightBits(from);
            else if (channel >= 0)
                m_image.pixels[pixel * 3 + std::size_t(channel)] = eightBits(from);
        }
    }

    /// What was put, as colours over white.
    RgbImage takePicture()
    {
        const bool inverted = m_layout.photometric == PHOTOMETRIC_MINISWHITE;
        const bool isGrey = m_layout.colors == 1;
        std::uint8_t* pixel = m_image.pixels.data();
        const std::uint8_t* alpha = m_alpha.empty() ? nullptr : m_alpha.data();
        for (const std::uint8_t* const end = pixel + m_image.pixels.size(); pixel != end; pixel += 3) {
            const int opacity = alpha ? *alpha++ : 255;
            for (int c = 2; c >= 0; --c) { // grey lies in the first and is replaced last
                const int value = pixel[isGrey ? 0 : c] ^ (inverted ? 255 : 0);
                pixel[c] = m_layout.premultiplied ? premultipliedOverWhite(value, opacity) : overWhite(value, opacity);
            }
        }
        return std::move(m_image);
    }

private:
    std::uint8_t eightBits(const std::uint8_t* from) const
    {
        if (m_layout.bits == 8)
            return *from;
        if (m_layout.bits == 16) {
            std::uint16_t value = 0;
            std::memcpy(&value, from, sizeof value);
            return static_cast<std::uint8_t>((value + 128) / 257);
        }
        float value = 0;
        std::memcpy(&value, from, sizeof value);
        if (!(value >= 0 && value <= 1)) // also where it is no number
            throw Error(ErrorCode::UnsupportedFormat,
                        sentence("%1 is a TIFF file of floating-point numbers beyond 0 to 1, so what is black and "
                                 "white is not known: convert it to a picture of 8 or 16 bits a channel.",
                                 m_name));
        return static_cast<std::uint8_t>(std::lround(value * 255));
    }

    const TiffLayout& m_layout;
    const std::string& m_name;
    RgbImage m_image;
    std::vector<std::uint8_t> m_alpha;
};

RgbImage readNumbers(const TiffFile& file, const TiffLayout& layout, const std::string& name,
                     const DecodeControl& control, std::size_t fileBytes)
{
    TIFF* const tiff = file.handle();
    const TiffBlocks blocks(file, layout.width, layout.height, name);
    const bool isSeparate = layout.planes == PLANARCONFIG_SEPARATE;
    const std::uint64_t pixelBytes = std::uint64_t(layout.bits / 8u) * (isSeparate ? 1 : layout.samples);
    const std::uint64_t blockBytes = pixelBytes * blocks.width * blocks.height;
    if (blockBytes == 0 || blocks.width > kMostBlockBytes || blockBytes > kMostBlockBytes * 4)
        throwDamaged(name, "TIFF");
    std::vector<std::uint8_t> block(blockBytes);
    ChannelWriter writer(layout, name);
    MissingTiffBlocks missing(blocks, fileBytes);
    for (int plane = 0; plane < (isSeparate ? int(layout.samples) : 1); ++plane) {
        if (isSeparate && layout.channelOf(plane) < 0)
            continue;
        blocks.each(std::uint16_t(plane), [&](std::uint32_t left, std::uint32_t top, std::uint32_t at) {
            if (control.stop.stop_requested())
                throwStopped();
            const std::uint32_t rows = std::min(blocks.height, layout.height - top);
            const std::uint32_t columns = std::min(blocks.width, layout.width - left);
            const auto wanted = static_cast<tmsize_t>(blocks.isTiled ? blockBytes : pixelBytes * blocks.width * rows);
            const tmsize_t read = blocks.isTiled ? TIFFReadEncodedTile(tiff, at, block.data(), wanted)
                                                 : TIFFReadEncodedStrip(tiff, at, block.data(), wanted);
            if (read < wanted) {
                if (control.ifBroken == IfBroken::Refuse)
                    throwCutOff(name, "TIFF");
                return missing.add(left, top, at);
            }
            for (std::uint32_t y = 0; y < rows; ++y)
                for (std::uint32_t x = 0; x < columns; ++x)
                    writer.put(left + x, top + y, plane,
                               block.data() + (std::size_t(y) * blocks.width + x) * pixelBytes);
        });
    }
    RgbImage image = writer.takePicture();
    missing.mark(image, name);
    return image;
}

/// Palettes, fewer than eight bits, YCbCr, CMYK, Lab and the like, by libtiff's own conversion to colours.
RgbImage readColors(const TiffFile& file, const TiffLayout& layout, const std::string& name,
                    const DecodeControl& control, std::size_t fileBytes)
{
    char reason[1024];
    if (!TIFFRGBAImageOK(file.handle(), reason))
        refuse(name, sentence("a rare kind"));
    const TiffBlocks blocks(file, layout.width, layout.height, name);
    MissingTiffBlocks missing(blocks, fileBytes); // libtiff does not tell which it could not decode
    for (int plane = 0; plane < (layout.planes == PLANARCONFIG_SEPARATE ? int(layout.samples) : 1); ++plane)
        blocks.each(std::uint16_t(plane), [&](std::uint32_t left, std::uint32_t top, std::uint32_t at) {
            if (missing.isBehindTheEnd(at))
                missing.add(left, top, at);
        });
    // libtiff writes four bytes a pixel, which become three where they lie.
    RgbImage image;
    image.width = static_cast<int>(layout.width);
    image.height = static_cast<int>(layout.height);
    const std::size_t count = std::size_t(layout.width) * layout.height;
    image.pixels.resize(count * sizeof(std::uint32_t));
    std::uint8_t* const bytes = image.pixels.data();
    const bool goesOn = control.ifBroken == IfBroken::Show && !missing.isEmpty();
    if (!TIFFReadRGBAImageOriented(file.handle(), layout.width, layout.height, reinterpret_cast<std::uint32_t*>(bytes),
                                   layout.orientation, !goesOn))
        throwCutOff(name, "TIFF");
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, bytes + i * sizeof pixel, sizeof pixel);
        bytes[3 * i] = static_cast<std::uint8_t>(TIFFGetR(pixel));
        bytes[3 * i + 1] = static_cast<std::uint8_t>(TIFFGetG(pixel));
        bytes[3 * i + 2] = static_cast<std::uint8_t>(TIFFGetB(pixel));
    }
    image.pixels.resize(count * 3);
    if (goesOn)
        missing.mark(image, name);
    return image;
}

/// Measurements are no colours, and nobody can tell which of them is white.
void requireColors(const TiffLayout& layout, const std::string& name)
{
    if (layout.kind == SAMPLEFORMAT_IEEEFP && layout.bits != 32)
        refuse(name, sentence("floating-point numbers of %1 bits", layout.bits));
    if (layout.kind == SAMPLEFORMAT_INT)
        refuse(name, sentence("signed numbers, which are measurements rather than colours"));
    if (layout.kind == SAMPLEFORMAT_COMPLEXINT || layout.kind == SAMPLEFORMAT_COMPLEXIEEEFP)
        refuse(name, sentence("complex numbers, which are measurements rather than colours"));
    if (layout.kind != SAMPLEFORMAT_IEEEFP && layout.bits > 16)
        refuse(name, sentence("numbers of %1 bits", layout.bits));
}

} // namespace

TiffPicture decodeTiff(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeControl& control)
{
    const TiffFile file(bytes, name);
    const TiffLayout layout = layoutOf(file, tiffHasTag(bytes, TIFFTAG_EXTRASAMPLES));
    requireColors(layout, name);
    // The size was checked before, but a file may state it twice.
    if (std::uint64_t(layout.width) * layout.height > std::uint64_t(kMaxPixels) || layout.width == 0 ||
        layout.height == 0)
        throwDamaged(name, "TIFF");
    const bool isPlain = layout.photometric == PHOTOMETRIC_RGB || layout.photometric == PHOTOMETRIC_MINISBLACK ||
                         layout.photometric == PHOTOMETRIC_MINISWHITE;
    const bool isFloat = layout.kind == SAMPLEFORMAT_IEEEFP;
    if (isFloat && !isPlain)
        refuse(name, sentence("floating-point numbers that are neither grey nor red, green and blue"));
    const bool isOldJpeg = layout.compression == COMPRESSION_OJPEG;
    if (isPlain && !isOldJpeg && (layout.bits == 8 || layout.bits == 16 || isFloat)) {
        if (layout.samples < layout.colors)
            throwDamaged(name, "TIFF");
        return {readNumbers(file, layout, name, control, bytes.size()), layout.orientation};
    }
    return {readColors(file, layout, name, control, bytes.size()), layout.orientation};
}

} // namespace vbs
