#include "core/image/transform.h"

#include "core/base/error.h"
#include "core/image/opencv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace vbs {

namespace {

void requireResizable(const RgbImage& image, int width, int height)
{
    if (image.empty() || width < 1 || height < 1) {
        throw Error(ErrorCode::InvalidArgument, sentence("A picture of %1 x %2 pixels cannot be resized to %3 x %4.",
                                                         image.width, image.height, width, height));
    }
}

RgbImage resized(const RgbImage& image, int width, int height, int interpolation)
{
    requireResizable(image, width, height);
    RgbImage result(width, height);
    cv::Mat target = viewOf(result);
    cv::resize(viewOf(image), target, cv::Size(width, height), 0, 0, interpolation);
    return result;
}

constexpr int kWeightBits = 22;
constexpr std::int32_t kHalf = 1 << (kWeightBits - 1);

/// Which input pixels make one output pixel, and how much of each in units of 2^-22.
struct Taps {
    int first = 0;
    std::vector<std::int32_t> weights;
};

/// PIL's triangle filter along one axis for the outputs begin … begin + count - 1 of newSize.
std::vector<Taps> triangleTaps(int size, int newSize, int begin, int count)
{
    const double scale = double(size) / newSize;
    const double radius = std::max(scale, 1.), inverse = 1 / radius;
    std::vector<Taps> all;
    std::vector<double> weights;
    for (int x = begin; x < begin + count; ++x) {
        const double centre = (x + .5) * scale;
        const int first = std::max(0, static_cast<int>(centre - radius + .5));
        const int last = std::min(size, static_cast<int>(centre + radius + .5));
        weights.clear();
        double sum = 0;
        for (int k = first; k < last; ++k) {
            weights.push_back(std::max(0., 1 - std::abs((k - centre + .5) * inverse)));
            sum += weights.back();
        }
        Taps& taps = all.emplace_back(Taps{first, {}});
        for (const double weight : weights)
            taps.weights.push_back(static_cast<std::int32_t>(weight / sum * (1 << kWeightBits) + .5));
    }
    return all;
}

std::uint8_t toByte(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> kWeightBits, 0, 255));
}

/// Only the rows from firstRow on, as many as the result has.
void resizeRows(const RgbImage& image, int firstRow, const std::vector<Taps>& taps, RgbImage& result)
{
    for (int y = 0; y < result.height; ++y) {
        const std::uint8_t* source = image.row(firstRow + y);
        std::uint8_t* target = result.row(y);
        for (const Taps& tap : taps) {
            const std::uint8_t* pixel = source + 3 * tap.first;
            std::int32_t red = kHalf, green = kHalf, blue = kHalf;
            for (const std::int32_t weight : tap.weights) {
                red += weight * pixel[0];
                green += weight * pixel[1];
                blue += weight * pixel[2];
                pixel += 3;
            }
            *target++ = toByte(red);
            *target++ = toByte(green);
            *target++ = toByte(blue);
        }
    }
}

/// @param firstRow where the picture's first row lies among those that the taps count.
void resizeColumns(const RgbImage& image, int firstRow, const std::vector<Taps>& taps, RgbImage& result)
{
    const std::size_t bytes = std::size_t(result.width) * 3;
    std::vector<std::int32_t> sums(bytes);
    for (int y = 0; y < result.height; ++y) {
        const Taps& tap = taps[static_cast<std::size_t>(y)];
        std::fill(sums.begin(), sums.end(), kHalf);
        for (std::size_t k = 0; k < tap.weights.size(); ++k) {
            const std::uint8_t* source = image.row(tap.first - firstRow + static_cast<int>(k));
            const std::int32_t weight = tap.weights[k];
            for (std::size_t i = 0; i < bytes; ++i)
                sums[i] += weight * source[i];
        }
        std::transform(sums.begin(), sums.end(), result.row(y), toByte);
    }
}

RgbImage cropped(const RgbImage& image, const PixelWindow& window)
{
    RgbImage result(window.width, window.height);
    for (int y = 0; y < window.height; ++y) {
        const std::uint8_t* source = image.row(window.y + y) + 3 * window.x;
        std::copy(source, source + 3 * window.width, result.row(y));
    }
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

RgbImage resizeAntialiased(const RgbImage& image, int width, int height)
{
    return resizeAntialiased(image, width, height, {0, 0, width, height});
}

RgbImage resizeAntialiased(const RgbImage& image, int width, int height, const PixelWindow& window)
{
    requireResizable(image, width, height);
    if (window.width < 1 || window.height < 1 || window.x < 0 || window.y < 0 || window.width > width - window.x ||
        window.height > height - window.y)
        throw Error(ErrorCode::InvalidArgument, sentence("A part beyond the resized picture was asked for."));
    // The columns' taps first: they tell which rows are needed.
    std::vector<Taps> taps = triangleTaps(image.height, height, window.y, window.height);
    const bool sameHeight = height == image.height;
    const int firstRow = sameHeight ? window.y : taps.front().first;
    const int endRow =
        sameHeight ? window.y + window.height : taps.back().first + static_cast<int>(taps.back().weights.size());
    RgbImage rows;
    if (width == image.width) {
        rows = cropped(image, {window.x, firstRow, window.width, endRow - firstRow});
    } else {
        rows = RgbImage(window.width, endRow - firstRow);
        resizeRows(image, firstRow, triangleTaps(image.width, width, window.x, window.width), rows);
    }
    if (sameHeight)
        return rows;
    RgbImage result(window.width, window.height);
    resizeColumns(rows, firstRow, taps, result);
    return result;
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
