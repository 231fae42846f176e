#include "core/image/transform.h"

#include "core/base/error.h"
#include "core/image/opencv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace vbs {

namespace {

RgbImage resized(const RgbImage& image, int width, int height, int interpolation)
{
    if (image.empty() || width < 1 || height < 1) {
        throw Error(ErrorCode::InvalidArgument,
                    "A picture of " + std::to_string(image.width) + " x " + std::to_string(image.height) +
                        " pixels cannot be resized to " + std::to_string(width) + " x " + std::to_string(height) + ".");
    }
    RgbImage result(width, height);
    cv::Mat target = viewOf(result);
    cv::resize(viewOf(image), target, cv::Size(width, height), 0, 0, interpolation);
    return result;
}

} // namespace

RgbImage resizeBilinear(const RgbImage& image, int width, int height)
{
    return resized(image, width, height, cv::INTER_LINEAR);
}

RgbImage resizeArea(const RgbImage& image, int width, int height)
{
    return resized(image, width, height, cv::INTER_AREA);
}

RgbImage shrinkToFit(const RgbImage& image, int maxSide)
{
    const int longer = std::max(image.width, image.height);
    if (longer <= maxSide)
        return image;
    const double scale = double(maxSide) / longer;
    return resizeArea(image, std::max(1, int(std::lround(image.width * scale))),
                      std::max(1, int(std::lround(image.height * scale))));
}

} // namespace vbs
