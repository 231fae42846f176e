#include "core/image/decoding.h"
#include "core/image/picture_decoders.h"

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <png.h>
#include <vector>

namespace vbs {

namespace {

constexpr std::size_t kBytesAtOnce = 512; ///< libpng drops what it lacks the rest of; its own 8192 is a small file

/// libpng leaves by longjmp, so everything that needs a destructor lives here, outside of the function that it leaves.
struct PngReader {
    std::span<const std::uint8_t> bytes;
    std::size_t at = 0;
    std::stop_token stop;
    bool ranOut = false, stopped = false, badChecksum = false, noMemory = false;
    png_structp png = nullptr;
    png_infop info = nullptr;
    RgbImage image;
    int rowsDone = 0; ///< in all passes
    bool isInterlaced = false;
    std::vector<std::uint8_t> rgba;

    ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
};

void readPngBytes(png_structp png, png_bytep to, std::size_t count)
{
    auto& reader = *static_cast<PngReader*>(png_get_io_ptr(png));
    if (count > reader.bytes.size() - reader.at) {
        reader.ranOut = true;
        png_error(png, "end");
    }
    std::memcpy(to, reader.bytes.data() + reader.at, count);
    reader.at += count;
}

[[noreturn]] void onPngError(png_structp png, png_const_charp message)
{
    auto& reader = *static_cast<PngReader*>(png_get_error_ptr(png));
    reader.badChecksum = std::strstr(message, "CRC") != nullptr;
    reader.noMemory = std::strstr(message, "emory") != nullptr;
    png_longjmp(png, 1);
}

/// The next row; between rows is time to stop. Of interlaced pictures each pass fills in for those that follow.
void readRow(PngReader& reader, std::uint8_t* row)
{
    if (reader.stop.stop_requested()) {
        reader.stopped = true;
        png_error(reader.png, "stopped");
    }
    png_read_row(reader.png, reader.isInterlaced ? nullptr : row, reader.isInterlaced ? row : nullptr);
    ++reader.rowsDone;
}

void putOverWhite(const std::uint8_t* from, RgbImage& image, int y)
{
    std::uint8_t* to = image.row(y);
    for (const std::uint8_t* const end = from + 4 * std::size_t(image.width); from != end; from += 4, to += 3)
        for (int c = 0; c < 3; ++c)
            to[c] = overWhite(from[c], from[3]);
}

void onPngWarning(png_structp, png_const_charp) {}

/// Texts, profiles and times are of no use here, and may be damaged or swell when they are unpacked.
void passOverOtherChunks(png_structp png)
{
    static constexpr char names[] = "bKGD\0cHRM\0eXIf\0gAMA\0hIST\0iCCP\0iTXt\0oFFs\0pCAL\0pHYs\0sBIT\0sCAL\0sPLT\0"
                                    "sRGB\0sTER\0tEXt\0tIME\0zTXt";
    static constexpr int count = sizeof names / 5;
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, reinterpret_cast<png_const_bytep>(names), count);
}

/// @return whether the picture is decoded; false after libpng's error.
bool readPng(PngReader& reader)
{
    if (setjmp(png_jmpbuf(reader.png)))
        return false;
    png_structp png = reader.png;
    png_set_read_fn(png, &reader, readPngBytes);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_compression_buffer_size(png, kBytesAtOnce);
    png_set_crc_action(png, PNG_CRC_DEFAULT, PNG_CRC_WARN_DISCARD);
    passOverOtherChunks(png);
    png_read_info(png, reader.info);
    png_set_expand(png); // palettes, less than eight bits, a transparent colour
    png_set_strip_16(png);
    png_set_gray_to_rgb(png);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, reader.info);
    const auto width = png_get_image_width(png, reader.info), height = png_get_image_height(png, reader.info);
    reader.image = RgbImage(static_cast<int>(width), static_cast<int>(height));
    reader.isInterlaced = passes > 1;
    if (reader.isInterlaced) // what no pass reaches stays
        std::ranges::fill(reader.image.pixels, kMissing);
    if (png_get_channels(png, reader.info) != 4) {
        for (int pass = 0; pass < passes; ++pass)
            for (int y = 0; y < reader.image.height; ++y)
                readRow(reader, reader.image.row(y));
        return true;
    }
    const std::size_t rowBytes = std::size_t(width) * 4;
    reader.rgba.resize(rowBytes * (reader.isInterlaced ? height : 1));
    for (std::size_t i = 0; i < reader.rgba.size(); ++i)
        reader.rgba[i] = i % 4 == 3 ? 255 : kMissing;
    for (int pass = 0; pass < passes; ++pass)
        for (int y = 0; y < reader.image.height; ++y) {
            std::uint8_t* const row = reader.rgba.data() + (reader.isInterlaced ? std::size_t(y) * rowBytes : 0);
            readRow(reader, row);
            if (pass + 1 == passes)
                putOverWhite(row, reader.image, y);
        }
    return true;
}

/// Of a picture that is cut off or damaged.
void finishWithGrey(PngReader& reader)
{
    RgbImage& image = reader.image;
    if (!reader.isInterlaced)
        std::fill(image.row(reader.rowsDone), image.pixels.data() + image.pixels.size(), kMissing);
    else if (!reader.rgba.empty())
        for (int y = 0; y < image.height; ++y)
            putOverWhite(reader.rgba.data() + 4 * std::size_t(y) * std::size_t(image.width), image, y);
}

} // namespace

RgbImage decodePng(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeControl& control)
{
    PngReader reader;
    reader.bytes = bytes;
    reader.stop = control.stop;
    reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, onPngError, onPngWarning);
    if (reader.png)
        reader.info = png_create_info_struct(reader.png);
    if (!reader.info)
        throwNoMemory(name);
    if (readPng(reader))
        return std::move(reader.image);
    if (reader.stopped)
        throwStopped();
    if (reader.noMemory)
        throwNoMemory(name);
    if (control.ifBroken == IfBroken::Show && reader.rowsDone > 0) {
        finishWithGrey(reader);
        reader.image.flaw = reader.ranOut ? cutOffText(name) : damagedText(name);
        return std::move(reader.image);
    }
    if (reader.ranOut)
        throwCutOff(name, "PNG");
    if (reader.badChecksum)
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 is damaged: the checksum of its PNG data is wrong; copy or download it again.", name));
    throwDamaged(name, "PNG");
}

} // namespace vbs
