#pragma once

#include "tests/core/image/picture_bytes.h"

#include <algorithm>

namespace vbs::test {

inline constexpr int kWidth = 301, kHeight = 203;

/// Bright and full of detail, so that a file has bytes for every row and nothing is grey by itself.
inline cv::Mat detailed()
{
    cv::Mat picture(kHeight, kWidth, CV_8UC3);
    cv::theRNG().state = 11;
    cv::randu(picture, 160, 255);
    return picture;
}

inline bool isGrey(const RgbImage& image, int y)
{
    for (int x = 0; x < image.width; ++x)
        if (!close(at(image, x, y), {128, 128, 128}, 0))
            return false;
    return true;
}

inline bool areRowsAlike(const RgbImage& a, const RgbImage& b, int y)
{
    return std::equal(a.row(y), a.row(y) + 3 * a.width, b.row(y));
}

} // namespace vbs::test
