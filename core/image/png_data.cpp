#include "core/image/png_data.h"

#include "core/base/base64.h"
#include "core/base/error.h"
#include "core/image/opencv_view.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace vbs {

std::string pngDataUri(const RgbImage& image)
{
    if (image.empty())
        throw Error(ErrorCode::InvalidArgument, "An empty picture cannot be written as PNG.");
    cv::Mat bgr;
    cv::cvtColor(viewOf(image), bgr, cv::COLOR_RGB2BGR);
    std::vector<std::uint8_t> bytes;
    cv::imencode(".png", bgr, bytes);
    return "data:image/png;base64," + toBase64(std::as_bytes(std::span(bytes)));
}

} // namespace vbs
