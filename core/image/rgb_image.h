#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// Eight bits a channel, red-green-blue, rows from the top without padding.
struct RgbImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< height * width * 3
    std::string name;                 ///< of the file it was read from; empty when there is none
    std::string path;                 ///< of that file, as it was given
    std::string flaw;                 ///< what is wrong with the file, in sentences; empty: nothing
    int frames = 1;                   ///< how many the file has; the picture is the first

    RgbImage() = default;
    RgbImage(int w, int h) : width(w), height(h), pixels(std::size_t(w) * std::size_t(h) * 3) {}

    bool empty() const { return pixels.empty(); }
    const std::uint8_t* row(int y) const { return pixels.data() + std::size_t(y) * std::size_t(width) * 3; }
    std::uint8_t* row(int y) { return pixels.data() + std::size_t(y) * std::size_t(width) * 3; }
};

/// How a picture crosses threads.
using ImagePtr = std::shared_ptr<const RgbImage>;

} // namespace vbs
