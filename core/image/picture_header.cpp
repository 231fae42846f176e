#include "core/image/picture_header.h"

#include "core/image/byte_view.h"
#include "core/image/jpeg_segments.h"
#include "core/image/png_chunks.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>

namespace vbs {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n"sv;

std::optional<ImageSize> checked(std::int64_t width, std::int64_t height)
{
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    if (width <= 0 || height <= 0 || width > most || height > most)
        return std::nullopt;
    return ImageSize{static_cast<int>(width), static_cast<int>(height)};
}

std::optional<ImageSize> bmpSize(const ByteView& view)
{
    if (view.little32(14) == 12)
        return checked(view.little16(18), view.little16(20));
    const auto height = static_cast<std::int32_t>(view.little32(22)); // negative: rows from the top
    return checked(static_cast<std::int32_t>(view.little32(18)), height < 0 ? -std::int64_t(height) : height);
}

/// Uncompressed bitmaps state how many bytes must follow; the others' decoder notices their end.
bool bmpIsWhole(const ByteView& view)
{
    if (view.little32(14) < 40 || view.little32(30) != 0)
        return true;
    const auto size = bmpSize(view);
    const std::uint64_t bitsPerPixel = view.little16(28);
    if (!size)
        return false;
    const std::uint64_t rowBytes = (std::uint64_t(size->width) * bitsPerPixel + 31) / 32 * 4;
    return view.little32(10) + rowBytes * std::uint64_t(size->height) <= view.size();
}

std::optional<ImageSize> webpSize(const ByteView& view)
{
    if (view.has(12, "VP8X"))
        return checked(std::int64_t(view.little24(24)) + 1, std::int64_t(view.little24(27)) + 1);
    if (view.has(12, "VP8L")) {
        const std::uint32_t bits = view.little32(21);
        return checked((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }
    if (view.has(12, "VP8 "))
        return checked(view.little16(26) & 0x3fff, view.little16(28) & 0x3fff);
    return std::nullopt;
}

/// The chunks after the first of an extended WebP file. @return payload of the first with this name.
std::span<const std::uint8_t> webpChunk(const ByteView& view, std::string_view name)
{
    for (std::size_t at = 12; at + 8 <= view.size();) {
        const std::size_t length = view.little32(at + 4);
        if (view.has(at, name))
            return view.range(at + 8, length);
        at += 8 + length + (length & 1);
    }
    return {};
}

/// TIFF and BigTIFF: ImageWidth (256) and ImageLength (257) of the first directory.
std::optional<ImageSize> tiffSize(const ByteView& view)
{
    const bool isLittle = view.has(0, "II");
    auto read16 = [&](std::size_t at) { return isLittle ? view.little16(at) : view.big16(at); };
    auto read32 = [&](std::size_t at) { return isLittle ? view.little32(at) : view.big32(at); };
    auto read64 = [&](std::size_t at) { return isLittle ? view.little64(at) : view.big64(at); };
    const bool isBig = read16(2) == 43;
    const std::uint64_t directory = isBig ? read64(8) : read32(4);
    if (directory > view.size())
        return std::nullopt;
    const std::uint64_t count = isBig ? read64(directory) : read16(directory);
    const std::size_t first = directory + (isBig ? 8 : 2), step = isBig ? 20 : 12, value = isBig ? 12 : 8;
    std::int64_t width = 0, height = 0;
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, 4096); ++i) {
        const std::size_t at = first + i * step;
        const std::uint32_t tag = read16(at);
        if (tag != 256 && tag != 257)
            continue;
        const bool isShort = read16(at + 2) == 3;
        (tag == 256 ? width : height) = isShort ? read16(at + value) : read32(at + value);
    }
    return checked(width, height);
}

/// "P6 # comment\n640 480 255": two numbers between spaces and comments.
std::optional<ImageSize> pnmSize(const ByteView& view)
{
    std::int64_t numbers[2] = {0, 0};
    std::size_t at = 2;
    for (std::int64_t& number : numbers) {
        while (std::isspace(view.byte(at)) || view.byte(at) == '#') {
            if (view.byte(at) == '#')
                while (view.byte(at) != '\n')
                    ++at;
            ++at;
        }
        while (std::isdigit(view.byte(at)) && number < std::numeric_limits<int>::max())
            number = number * 10 + (view.byte(at++) - '0');
    }
    return checked(numbers[0], numbers[1]);
}

bool looksLikeText(std::span<const std::uint8_t> bytes)
{
    const auto start = bytes.first(std::min<std::size_t>(bytes.size(), 4096));
    return std::ranges::none_of(start, [](std::uint8_t c) {
        return c == 0x7f || (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    });
}

} // namespace

std::string_view nameOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Png:
        return "PNG";
    case PictureFormat::Jpeg:
        return "JPEG";
    case PictureFormat::Bmp:
        return "BMP";
    case PictureFormat::Gif:
        return "GIF";
    case PictureFormat::WebP:
        return "WebP";
    case PictureFormat::Tiff:
        return "TIFF";
    case PictureFormat::Pnm:
        return "PNM";
    }
    return "";
}

std::optional<PictureFormat> formatOf(std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    if (view.has(0, kPngSignature))
        return PictureFormat::Png;
    if (view.has(0, "\xff\xd8\xff"sv))
        return PictureFormat::Jpeg;
    // Many a text begins with "BM"; a bitmap has one of a few header lengths at byte 14.
    if (view.has(0, "BM") && view.size() >= 26 && view.little32(14) >= 12 && view.little32(14) <= 124)
        return PictureFormat::Bmp;
    if (view.has(0, "GIF87a") || view.has(0, "GIF89a"))
        return PictureFormat::Gif;
    if (view.has(0, "RIFF") && view.has(8, "WEBP"))
        return PictureFormat::WebP;
    for (const auto mark : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
        if (view.has(0, mark))
            return PictureFormat::Tiff;
    if (view.size() > 2 && view.has(0, "P") && bytes[1] >= '1' && bytes[1] <= '6' && std::isspace(bytes[2]))
        return PictureFormat::Pnm;
    return std::nullopt;
}

std::optional<ImageSize> sizeInHeader(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    try {
        switch (format) {
        case PictureFormat::Png:
            return checked(view.big32(16), view.big32(20));
        case PictureFormat::Jpeg:
            return jpegSize(view);
        case PictureFormat::Bmp:
            return bmpSize(view);
        case PictureFormat::Gif:
            return checked(view.little16(6), view.little16(8));
        case PictureFormat::WebP:
            return webpSize(view);
        case PictureFormat::Tiff:
            return tiffSize(view);
        case PictureFormat::Pnm:
            return pnmSize(view);
        }
    } catch (const ByteView::ShortRead&) {
    }
    return std::nullopt;
}

std::string guessKind(std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()),
                                 std::min<std::size_t>(bytes.size(), 1024));
    if (view.has(0, "%PDF"))
        return "a PDF document";
    if (view.has(0, "PK\3\4"))
        return "a ZIP archive or office document";
    if (view.has(4, "ftyphei") || view.has(4, "ftypmif1") || view.has(4, "ftypavif"))
        return "a HEIC or AVIF picture, which is not supported: convert it to JPEG or PNG";
    if (view.has(4, "ftyp"))
        return "a video";
    if (view.has(0, "\xff\x0a"sv) || view.has(4, "JXL "))
        return "a JPEG XL picture, which is not supported: convert it to JPEG or PNG";
    if (looksLikeText(bytes)) {
        if (start.find("<svg") != std::string_view::npos)
            return "an SVG drawing, which is not supported: convert it to PNG";
        if (start.find("<html") != std::string_view::npos || start.find("<!DOCTYPE html") != std::string_view::npos)
            return "a web page";
        return "a text file";
    }
    return "a file of another kind";
}

bool isComplete(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    try {
        if (format == PictureFormat::Jpeg)
            return jpegHasEnd(view);
        if (format == PictureFormat::Png)
            return pngIsWhole(view);
        if (format == PictureFormat::Bmp)
            return bmpIsWhole(view);
        if (format == PictureFormat::WebP)
            return std::uint64_t(view.little32(4)) + 8 <= view.size();
    } catch (const ByteView::ShortRead&) {
        return false;
    }
    return true;
}

bool mayHaveAlpha(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    try {
        if (format == PictureFormat::Png)
            return (view.byte(25) & 4) != 0 || !pngChunk(view, "tRNS").empty();
        if (format == PictureFormat::WebP)
            return view.has(12, "VP8L") || (view.has(12, "VP8X") && (view.byte(20) & 0x10) != 0);
    } catch (const ByteView::ShortRead&) {
    }
    return format == PictureFormat::Tiff;
}

std::span<const std::uint8_t> exifBlock(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    try {
        if (format == PictureFormat::Jpeg)
            return jpegExif(view);
        if (format == PictureFormat::Png)
            return pngChunk(view, "eXIf");
        if (format == PictureFormat::WebP) {
            const auto block = webpChunk(view, "EXIF");
            // Some writers keep JPEG's prefix.
            return ByteView(block).has(0, "Exif\0\0"sv) ? block.subspan(6) : block;
        }
    } catch (const ByteView::ShortRead&) {
    }
    return {};
}

} // namespace vbs
