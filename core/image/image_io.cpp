#include "core/image/image_io.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/image/decoding.h"
#include "core/image/opencv_view.h"
#include "core/image/orientation.h"
#include "core/image/picture_decoders.h"
#include "core/image/picture_header.h"
#include "core/image/transform.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <vector>

namespace vbs {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kHeaderBytes = 64 << 10;        // enough for nearly every header
constexpr std::uintmax_t kMaxFileBytes = 0x7fff'ffff; // as OpenCV counts bytes; kMaxPixels fit in

Bytes bytesOf(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Checks that the bytes are a picture of a kind that can be decoded.
PictureFormat requireFormat(Bytes bytes, const std::string& name)
{
    if (bytes.empty())
        throw Error(ErrorCode::CorruptData, sentence("%1 is empty.", name));
    const auto format = formatOf(bytes);
    if (!format)
        throw Error(ErrorCode::UnsupportedFormat, sentence("%1 %2.", name, describeForeign(bytes)));
    return *format;
}

[[noreturn]] void throwNoSize(PictureFormat format, Bytes bytes, const std::string& name)
{
    if (format == PictureFormat::Tiff && !tiffReachesItsDirectory(bytes)) // which many programs write last
        throwCutOff(name, nameOf(format));
    throw Error(ErrorCode::CorruptData,
                sentence("%1 is damaged: its %2 header does not state a size; copy or download it again.", name,
                         nameOf(format)));
}

void requireDecodableSize(ImageSize size, const std::string& name)
{
    const std::int64_t pixels = std::int64_t(size.width) * size.height;
    if (pixels > kMaxPixels) {
        throw Error(ErrorCode::TooLarge,
                    sentence("%1 has %2 x %3 = %4 pixels; at most %5 are decoded: make a smaller copy.", name,
                             size.width, size.height, pixels, kMaxPixels));
    }
}

struct DecodeOptions {
    int reduction = 1; ///< 1, 2, 4 or 8: decode at this fraction of the size, where the decoder can
    Orientation orientation = Orientation::AsMeant;
    DecodeControl control{};
};

RgbImage decode(Bytes bytes, const std::string& name, const DecodeOptions& options)
{
    const PictureFormat format = *formatOf(bytes);
    RgbImage image;
    int turn = 1;
    switch (format) {
    case PictureFormat::Png:
        image = decodePng(bytes, name, options.control);
        break;
    case PictureFormat::Jpeg:
        image = decodeJpeg(bytes, name, options.reduction, options.control);
        break;
    case PictureFormat::WebP:
        image = decodeWebP(bytes, name, options.control);
        break;
    case PictureFormat::Gif:
        image = decodeGif(bytes, name, options.control);
        break;
    case PictureFormat::Tiff: {
        TiffPicture tiff = decodeTiff(bytes, name, options.control);
        image = std::move(tiff.image);
        turn = tiff.orientation;
        break;
    }
    default:
        image = decodeBitmap(bytes, format, name, options.control);
    }
    image.frames = frameCount(format, bytes);
    if (options.orientation == Orientation::AsStored)
        return image;
    if (format != PictureFormat::Tiff)
        turn = exifOrientation(exifBlock(format, bytes));
    return oriented(std::move(image), turn);
}

/// The largest reduction that still leaves at least maxSide pixels on the longer side.
int reductionFor(ImageSize size, int maxSide)
{
    const int longer = std::max(size.width, size.height);
    for (const int reduction : {8, 4, 2})
        if (longer / reduction >= maxSide)
            return reduction;
    return 1;
}

ImageSize requireDecodable(Bytes bytes, const std::string& name)
{
    const PictureFormat format = requireFormat(bytes, name);
    const auto size = sizeInHeader(format, bytes);
    if (!size)
        throwNoSize(format, bytes, name);
    requireDecodableSize(*size, name);
    return *size;
}

/// Refuses by the header, before a large file is read as a whole.
std::string readPictureFile(const std::filesystem::path& path)
{
    std::error_code code;
    const auto bytes = std::filesystem::file_size(path, code);
    if (!code && bytes > 16 * kHeaderBytes)
        requireDecodableSize(readImageSize(path), path.string());
    return readTextFile(path, kMaxFileBytes);
}

RgbImage namedAfter(const std::filesystem::path& path, RgbImage image)
{
    image.name = path.filename().string();
    image.path = path.string();
    return image;
}

} // namespace

ImageSize readImageSize(const std::filesystem::path& path)
{
    const std::string name = path.string();
    std::error_code code;
    const auto bytes = std::filesystem::file_size(path, code);
    std::string contents;
    if (!code && bytes > kHeaderBytes && std::filesystem::is_regular_file(path, code)) {
        contents = firstBytesOf(path, kHeaderBytes);
        if (const auto size = sizeInHeader(requireFormat(bytesOf(contents), name), bytesOf(contents)))
            return *size;
    }
    contents = readTextFile(path, kMaxFileBytes);
    const PictureFormat format = requireFormat(bytesOf(contents), name);
    if (const auto size = sizeInHeader(format, bytesOf(contents)))
        return *size;
    throwNoSize(format, bytesOf(contents), name);
}

RgbImage readImage(const std::filesystem::path& path, Orientation orientation, std::string* sha256)
{
    const std::string contents = readPictureFile(path);
    if (sha256)
        *sha256 = vbs::sha256(contents);
    return namedAfter(path, decodeImage(bytesOf(contents), path.string(), orientation));
}

RgbImage readImageToShow(const std::filesystem::path& path, const std::stop_token& stop)
{
    return namedAfter(path, decodeImageToShow(bytesOf(readPictureFile(path)), path.string(), stop));
}

RgbImage readThumbnail(const std::filesystem::path& path, int maxSide, const std::stop_token& stop)
{
    const std::string contents = readPictureFile(path);
    const ImageSize size = requireDecodable(bytesOf(contents), path.string());
    const DecodeOptions options{.reduction = reductionFor(size, maxSide), .control = {IfBroken::Show, stop}};
    return shrinkToFit(decode(bytesOf(contents), path.string(), options), maxSide);
}

RgbImage decodeImage(std::span<const std::uint8_t> bytes, const std::string& name, Orientation orientation)
{
    requireDecodable(bytes, name);
    return decode(bytes, name, {.orientation = orientation});
}

RgbImage decodeImageToShow(std::span<const std::uint8_t> bytes, const std::string& name, const std::stop_token& stop)
{
    requireDecodable(bytes, name);
    return decode(bytes, name, {.control = {IfBroken::Show, stop}});
}

void writeImage(const std::filesystem::path& path, const RgbImage& image)
{
    std::string suffix = path.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    static constexpr std::string_view known[] = {".png", ".jpg", ".jpeg", ".bmp"};
    if (std::ranges::find(known, suffix) == std::end(known))
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 cannot be written: name the file .png, .jpg or .bmp.", path.string()));
    if (image.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("%1 cannot be written: the picture is empty.", path.string()));
    cv::Mat bgr;
    cv::cvtColor(viewOf(image), bgr, cv::COLOR_RGB2BGR);
    std::vector<std::uint8_t> bytes;
    try {
        cv::imencode(suffix, bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, 95});
    } catch (const cv::Exception& e) {
        throw Error(ErrorCode::FileUnwritable, sentence("%1 cannot be written: %2.", path.string(), e.err));
    }
    writeFileAtomically(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

} // namespace vbs
