#include "core/image/picture_header.h"

#include "core/base/file_io.h"
#include "core/image/bitmap_headers.h"
#include "core/image/byte_view.h"
#include "core/image/gif_blocks.h"
#include "core/image/jpeg_segments.h"
#include "core/image/png_chunks.h"
#include "core/image/webp_chunks.h"

#include <algorithm>
#include <cctype>
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

std::optional<ImageSize> checked(const StatedSize& size)
{
    return checked(size.width, size.height);
}

/// PNG's animation control: the number of frames comes first.
int pngFrames(const ByteView& view)
{
    const auto control = pngChunk(view, "acTL");
    return control.empty() ? 1 : static_cast<int>(std::min(ByteView(control).big32(0), 0x7fff'ffffu));
}

std::uint64_t tiffDirectory(const ByteView& view)
{
    const bool isLittle = view.has(0, "II");
    const bool isBig = (isLittle ? view.little16(2) : view.big16(2)) == 43;
    if (isBig)
        return isLittle ? view.little64(8) : view.big64(8);
    return isLittle ? view.little32(4) : view.big32(4);
}

/// Calls visit(tag, value) for the entries of a TIFF or BigTIFF file's first directory that hold one small number.
template <typename Visit> void visitTiffEntries(const ByteView& view, Visit visit)
{
    const bool isLittle = view.has(0, "II");
    auto read16 = [&](std::size_t at) { return isLittle ? view.little16(at) : view.big16(at); };
    auto read32 = [&](std::size_t at) { return isLittle ? view.little32(at) : view.big32(at); };
    auto read64 = [&](std::size_t at) { return isLittle ? view.little64(at) : view.big64(at); };
    const bool isBig = read16(2) == 43;
    const std::uint64_t directory = tiffDirectory(view);
    if (directory > view.size())
        return;
    const std::uint64_t count = isBig ? read64(directory) : read16(directory);
    const std::size_t first = directory + (isBig ? 8 : 2), step = isBig ? 20 : 12, value = isBig ? 12 : 8;
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, 4096); ++i) {
        const std::size_t at = first + i * step;
        const bool isShort = read16(at + 2) == 3;
        visit(read16(at), isShort ? read16(at + value) : read32(at + value));
    }
}

std::optional<ImageSize> tiffSize(const ByteView& view)
{
    std::int64_t width = 0, height = 0;
    visitTiffEntries(view, [&](std::uint32_t tag, std::uint32_t value) {
        if (tag == 256)
            width = value;
        else if (tag == 257)
            height = value;
    });
    return checked(width, height);
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

std::optional<PictureFormat> formatOfFile(const std::filesystem::path& path)
{
    constexpr std::size_t kEnough = 64;
    const std::string start = firstBytesOf(path, kEnough);
    return formatOf({reinterpret_cast<const std::uint8_t*>(start.data()), start.size()});
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
            return checked(bmpSize(view));
        case PictureFormat::Gif: {
            const ImageSize size = gifSize(view);
            return checked(size.width, size.height);
        }
        case PictureFormat::WebP:
            if (const auto size = webpSize(view))
                return checked(size->width, size->height);
            break;
        case PictureFormat::Tiff:
            return tiffSize(view);
        case PictureFormat::Pnm:
            return checked(pnmSize(view));
        }
    } catch (const ByteView::ShortRead&) {
    }
    return std::nullopt;
}

Sentence describeForeign(std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()),
                                 std::min<std::size_t>(bytes.size(), 1024));
    const auto unsupported = [](const Sentence& what) {
        return sentence("is %1, which is not supported: convert it to JPEG or PNG", what);
    };
    const auto foreign = [](const Sentence& what) { return sentence("is not a picture: it looks like %1", what); };
    if (view.has(4, "ftyp")) {
        for (const std::string_view brand : {"hei", "hev", "mif1", "msf1"})
            if (view.has(8, brand))
                return unsupported(sentence("a HEIC picture"));
        return view.has(8, "avif") || view.has(8, "avis") ? unsupported(sentence("an AVIF picture"))
                                                          : foreign(sentence("a video"));
    }
    if (view.has(0, "\xff\x0a"sv) || view.has(4, "JXL "))
        return unsupported(sentence("a JPEG XL picture"));
    if (view.has(0, "%PDF"))
        return foreign(sentence("a PDF document"));
    if (view.has(0, "PK\3\4"))
        return foreign(sentence("a ZIP archive or office document"));
    if (!looksLikeText(bytes))
        return foreign(sentence("a file of another kind"));
    if (start.find("<svg") != std::string_view::npos)
        return unsupported(sentence("an SVG drawing"));
    if (start.find("<html") != std::string_view::npos || start.find("<!DOCTYPE html") != std::string_view::npos)
        return foreign(sentence("a web page"));
    return foreign(sentence("a text file"));
}

bool hasSoundHeader(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    try {
        return format == PictureFormat::Bmp ? isSoundBmp(view) : format != PictureFormat::Pnm || isSoundPnm(view);
    } catch (const ByteView::ShortRead&) {
        return false;
    }
}

bool isComplete(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    try {
        if (format == PictureFormat::Bmp || format == PictureFormat::Pnm) {
            const auto rows = format == PictureFormat::Bmp ? bmpRows(view) : pnmRows(view);
            return !rows || rows->end() <= view.size(); // the others' decoder notices their end
        }
        if (format == PictureFormat::WebP)
            return std::uint64_t(view.little32(4)) + 8 <= view.size();
    } catch (const ByteView::ShortRead&) {
        return false;
    }
    return true;
}

int frameCount(PictureFormat format, std::span<const std::uint8_t> bytes)
{
    const ByteView view(bytes);
    int count = 1;
    try {
        if (format == PictureFormat::Gif)
            count = gifFrames(view);
        else if (format == PictureFormat::WebP)
            count = webpFrames(view);
        else if (format == PictureFormat::Png)
            count = pngFrames(view);
    } catch (const ByteView::ShortRead&) {
        // cut off before it is said
    }
    return std::max(count, 1);
}

bool tiffReachesItsDirectory(std::span<const std::uint8_t> bytes)
{
    try {
        return tiffDirectory(ByteView(bytes)) < bytes.size();
    } catch (const ByteView::ShortRead&) {
        return false;
    }
}

bool tiffHasTag(std::span<const std::uint8_t> bytes, std::uint32_t wanted)
{
    bool isThere = false;
    try {
        visitTiffEntries(ByteView(bytes),
                         [&](std::uint32_t tag, std::uint32_t) { isThere = isThere || tag == wanted; });
    } catch (const ByteView::ShortRead&) {
    }
    return isThere;
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
