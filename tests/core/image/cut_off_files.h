#pragma once

#include "tests/core/image/detailed_picture.h"

#include <opencv2/imgproc.hpp>
#include <png.h>

namespace vbs::test {

/// @param type PNG_COLOR_TYPE_RGB, or PNG_COLOR_TYPE_RGB_ALPHA with every second pixel see-through.
inline Bytes interlacedPng(int type)
{
    cv::Mat picture = detailed();
    if (type == PNG_COLOR_TYPE_RGB_ALPHA) {
        cv::cvtColor(picture, picture, cv::COLOR_BGR2BGRA);
        for (int i = 0; i < kWidth * kHeight; i += 2)
            picture.at<cv::Vec4b>(i / kWidth, i % kWidth)[3] = 0;
    }
    std::vector<png_bytep> rows;
    for (int y = 0; y < kHeight; ++y)
        rows.push_back(picture.ptr(y));
    Bytes bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    const auto write = [](png_structp to, png_bytep data, std::size_t count) {
        auto* all = static_cast<Bytes*>(png_get_io_ptr(to));
        all->insert(all->end(), data, data + count);
    };
    png_set_write_fn(png, &bytes, write, nullptr);
    png_set_IHDR(png, info, kWidth, kHeight, 8, type, PNG_INTERLACE_ADAM7, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_rows(png, info, rows.data());
    png_write_png(png, info, PNG_TRANSFORM_BGR, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

inline void putLittle(Bytes& bytes, int value, int count)
{
    for (; count > 0; --count, value >>= 8)
        bytes.push_back(std::uint8_t(value));
}

/// With the directory before the pixels, so that a cut takes pixels alone. Blocks are 16 rows high, and tiles 32
/// columns wide. @param isPalette which libtiff turns into colours; else greys.
inline Bytes tiffWithPixelsLast(bool isTiled, bool isPalette)
{
    constexpr int kRows = 16, kColumns = 64, kEntry = 12;
    const int across = isTiled ? (kWidth + kColumns - 1) / kColumns : 1, down = (kHeight + kRows - 1) / kRows;
    const int rowBytes = isTiled ? kColumns : kWidth, blocks = across * down;
    const int entries = (isTiled ? 10 : 9) + isPalette;
    const int colors = 8 + 2 + entries * kEntry + 4, offsets = colors + 3 * 256 * 2, counts = offsets + blocks * 4,
              pixels = counts + blocks * 4;
    Bytes bytes{'I', 'I', 42, 0, 8, 0, 0, 0};
    putLittle(bytes, entries, 2);
    const auto entry = [&](int tag, int value, int count = 1, int type = 4) {
        putLittle(bytes, tag, 2);
        putLittle(bytes, type, 2);
        putLittle(bytes, count, 4);
        putLittle(bytes, value, 4);
    };
    entry(256, kWidth);
    entry(257, kHeight);
    entry(258, 8);
    entry(259, 1); // not compressed
    entry(262, isPalette ? 3 : 1);
    if (!isTiled)
        entry(273, offsets, blocks);
    entry(277, 1);
    if (!isTiled) {
        entry(278, kRows);
        entry(279, counts, blocks);
    }
    if (isPalette)
        entry(320, colors, 3 * 256, 3);
    if (isTiled) {
        entry(322, kColumns);
        entry(323, kRows);
        entry(324, offsets, blocks);
        entry(325, counts, blocks);
    }
    putLittle(bytes, 0, 4);
    for (int i = 0; i < 3 * 256; ++i)
        putLittle(bytes, 256 * (255 - i % 256) + 255, 2);
    const auto rowsOf = [&](int block) { return isTiled ? kRows : std::min(kRows, kHeight - block * kRows); };
    for (int i = 0; i < blocks; ++i)
        putLittle(bytes, pixels + i * rowBytes * kRows, 4);
    for (int i = 0; i < blocks; ++i)
        putLittle(bytes, rowBytes * rowsOf(i), 4);
    for (int i = 0; i < blocks; ++i)
        for (int k = 0; k < rowBytes * rowsOf(i); ++k)
            bytes.push_back(std::uint8_t(200 + (i * 7 + k) % 50));
    return bytes;
}

inline Bytes bitmap(bool isDownwards)
{
    Bytes bytes = encoded(".bmp", detailed());
    if (!isDownwards)
        return bytes;
    for (int i = 0, height = -kHeight; i < 4; ++i, height >>= 8)
        bytes[22 + std::size_t(i)] = std::uint8_t(height);
    return bytes;
}

/// An animation whose first frame lies 6 from the left and 4 from the top; the second is missing. @param lossy or not.
inline Bytes animatedWebp(bool lossy)
{
    const Bytes picture = encoded(".webp", detailed(), {cv::IMWRITE_WEBP_QUALITY, lossy ? 90 : 101});
    const Bytes data(picture.begin() + 12, picture.end()); // its one chunk
    Bytes bytes{'R', 'I', 'F', 'F'};
    const auto length = int(data.size());
    putLittle(bytes, 4 + 18 + 14 + 24 + length + 500, 4);
    const auto put = [&](const char* text) { bytes.insert(bytes.end(), text, text + 4); };
    put("WEBP");
    put("VP8X");
    putLittle(bytes, 10, 4);
    putLittle(bytes, 2, 4); // animated
    putLittle(bytes, kWidth + 10 - 1, 3);
    putLittle(bytes, kHeight + 10 - 1, 3);
    put("ANIM");
    putLittle(bytes, 6, 4);
    putLittle(bytes, 0, 4);
    putLittle(bytes, 0, 2);
    put("ANMF");
    putLittle(bytes, 16 + length, 4);
    for (const int value : {6 / 2, 4 / 2, kWidth - 1, kHeight - 1, 100})
        putLittle(bytes, value, 3);
    bytes.push_back(0);
    bytes.insert(bytes.end(), data.begin(), data.end());
    return bytes;
}

} // namespace vbs::test
