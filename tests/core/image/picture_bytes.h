#pragma once

#include "core/base/error.h"
#include "core/image/rgb_image.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <zlib.h>

namespace vbs::test {

using Bytes = std::vector<std::uint8_t>;
using Pixel = std::array<int, 3>;

/// Four areas of different colours, wider than high, so that every turn and mirror shows.
inline cv::Mat quarters(int width = 48, int height = 32)
{
    cv::Mat picture(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2, low = y >= height / 2;
            picture.at<cv::Vec3b>(y, x) = low ? (right ? cv::Vec3b(255, 255, 255) : cv::Vec3b(255, 0, 0))
                                              : (right ? cv::Vec3b(0, 200, 0) : cv::Vec3b(0, 0, 255)); // BGR
        }
    return picture;
}
inline const Pixel kRed{255, 0, 0}, kGreen{0, 200, 0}, kBlue{0, 0, 255}, kWhite{255, 255, 255};

inline Bytes encoded(const std::string& suffix, const cv::Mat& picture, const std::vector<int>& parameters = {})
{
    Bytes bytes;
    cv::imencode(suffix, picture, bytes, parameters);
    return bytes;
}

inline std::string textOf(const Bytes& bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// A TIFF header with one entry: orientation.
inline Bytes exifWith(int orientation, bool littleEndian)
{
    if (littleEndian)
        return {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, std::uint8_t(orientation),
                0,   0,   0,  0, 0, 0, 0};
    return {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, std::uint8_t(orientation),
            0,   0,   0, 0,  0, 0};
}

inline void appendBig32(Bytes& bytes, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(std::uint8_t(value >> shift));
}

inline Bytes withExif(Bytes jpeg, const Bytes& exif)
{
    const std::size_t length = 2 + 6 + exif.size();
    Bytes segment{0xff, 0xe1, std::uint8_t(length >> 8), std::uint8_t(length), 'E', 'x', 'i', 'f', 0, 0};
    segment.insert(segment.end(), exif.begin(), exif.end());
    jpeg.insert(jpeg.begin() + 2, segment.begin(), segment.end());
    return jpeg;
}

/// A chunk with its checksum, put behind IHDR.
inline Bytes withChunk(Bytes png, const std::string& name, const Bytes& contents)
{
    Bytes chunk;
    appendBig32(chunk, std::uint32_t(contents.size()));
    chunk.insert(chunk.end(), name.begin(), name.end());
    chunk.insert(chunk.end(), contents.begin(), contents.end());
    appendBig32(chunk, std::uint32_t(::crc32_z(0, chunk.data() + 4, chunk.size() - 4)));
    png.insert(png.begin() + 8 + 25, chunk.begin(), chunk.end());
    return png;
}

inline Pixel at(const RgbImage& image, int x, int y)
{
    const std::uint8_t* p = image.row(y) + 3 * x;
    return {p[0], p[1], p[2]};
}

inline bool close(const Pixel& a, const Pixel& b, int tolerance)
{
    return std::abs(a[0] - b[0]) <= tolerance && std::abs(a[1] - b[1]) <= tolerance &&
           std::abs(a[2] - b[2]) <= tolerance;
}

/// The colours of the four corners' areas: top left, top right, bottom left, bottom right.
inline bool hasCorners(const RgbImage& image, const std::array<Pixel, 4>& expected, int tolerance)
{
    const int x1 = image.width / 4, x2 = image.width * 3 / 4, y1 = image.height / 4, y2 = image.height * 3 / 4;
    return close(at(image, x1, y1), expected[0], tolerance) && close(at(image, x2, y1), expected[1], tolerance) &&
           close(at(image, x1, y2), expected[2], tolerance) && close(at(image, x2, y2), expected[3], tolerance);
}

/// Runs and keeps the error, if any.
template <typename Work> std::pair<int, std::string> errorOf(Work work)
{
    try {
        work();
    } catch (const Error& e) {
        return {int(e.code()), e.what()};
    }
    return {-1, ""};
}

} // namespace vbs::test
