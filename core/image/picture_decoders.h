#pragma once

#include "core/image/picture_header.h"
#include "core/image/rgb_image.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>

// One function a format, each on the format's own library, so that what a file says of itself (transparency, planes,
// the meaning of its numbers) is heeded, and no library writes to standard error. All return eight bits a channel with
// transparency over white, turned as stored. name stands for the file in messages.
// All throw Error: CorruptData (cut off or damaged), UnsupportedFormat (a kind that is no picture of colours),
// TooLarge (not enough memory).

namespace vbs {

/// What becomes of a picture whose end is missing or cannot be decoded. Shown, its flaw says so, and at least its first
/// row is there.
enum class IfBroken { Refuse, Show };

struct DecodeControl {
    IfBroken ifBroken = IfBroken::Refuse;
    std::stop_token stop{}; ///< asked between rows (PNG, JPEG, GIF) or strips (TIFF); then Error (Cancelled)
};

RgbImage decodePng(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeControl& control);

/// @param reduction 1, 2, 4 or 8: decode at this fraction of the size.
RgbImage decodeJpeg(std::span<const std::uint8_t> bytes, const std::string& name, int reduction,
                    const DecodeControl& control);

/// Of an animation, the first frame.
RgbImage decodeWebP(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeControl& control);

/// The first frame. @pre its header states a size.
RgbImage decodeGif(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeControl& control);

/// BMP and PNM, by OpenCV. @pre its header states a size.
RgbImage decodeBitmap(std::span<const std::uint8_t> bytes, PictureFormat format, const std::string& name,
                      const DecodeControl& control);

struct TiffPicture {
    RgbImage image;
    int orientation = 1; ///< its Orientation tag, 1..8 as in EXIF
};

/// The first picture of the file.
TiffPicture decodeTiff(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeControl& control);

} // namespace vbs
