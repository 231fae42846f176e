#include "core/image/picture_data.h"

#include "core/base/base64.h"
#include "core/base/error.h"
#include "core/image/opencv_view.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace vbs {

namespace {

constexpr int kJpegQuality = 85; ///< beyond, files grow and nobody sees it

std::vector<std::uint8_t> encoded(const RgbImage& image, const char* suffix, const std::vector<int>& options = {})
{
    if (image.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("An empty picture cannot stand in a document."));
    cv::Mat bgr;
    cv::cvtColor(viewOf(image), bgr, cv::COLOR_RGB2BGR);
    std::vector<std::uint8_t> bytes;
    cv::imencode(suffix, bgr, bytes, options);
    return bytes;
}

std::string dataUri(const char* type, const std::vector<std::uint8_t>& bytes)
{
    return std::string("data:image/") + type + ";base64," + toBase64(std::as_bytes(std::span(bytes)));
}

} // namespace

std::string pngDataUri(const RgbImage& image)
{
    return dataUri("png", encoded(image, ".png"));
}

std::string smallDataUri(const RgbImage& image)
{
    // The library's own choice is for speed, and twice as large.
    const auto png = encoded(
        image, ".png", {cv::IMWRITE_PNG_COMPRESSION, 6, cv::IMWRITE_PNG_STRATEGY, cv::IMWRITE_PNG_STRATEGY_DEFAULT});
    const auto jpeg = encoded(image, ".jpg", {cv::IMWRITE_JPEG_QUALITY, kJpegQuality, cv::IMWRITE_JPEG_OPTIMIZE, 1});
    return png.size() <= jpeg.size() ? dataUri("png", png) : dataUri("jpeg", jpeg);
}

} // namespace vbs
