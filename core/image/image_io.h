#pragma once

#include "core/image/rgb_image.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

namespace vbs {

/// Pictures beyond this many pixels are refused before they are decoded.
inline constexpr std::int64_t kMaxPixels = 400'000'000;

struct ImageSize {
    int width = 0;
    int height = 0;
};

/// Width and height from the file's header alone (PNG, JPEG, BMP, GIF, WebP, TIFF, PNM), before EXIF rotation.
/// @throws Error naming the file: FileNotFound, FileUnreadable, UnsupportedFormat (not a picture: says what it
/// seems to be), CorruptData.
ImageSize readImageSize(const std::filesystem::path& path);

/// What becomes of an EXIF orientation: applied once, or left to be, as in pipelines that never look at it.
enum class Orientation { AsMeant, AsStored };

/// Decodes a picture; grey, palette, 16-bit and alpha pictures
/// become 8-bit RGB (alpha over white); of an animation, the first frame. The picture's name is the file's, without
/// folders.
/// @throws Error naming the file: as readImageSize, TooLarge (both numbers named), CorruptData (also for a
/// truncated picture, which is not given half grey).
/// @param sha256 gets that of the bytes which were decoded, since the file may change afterwards; may be null.
RgbImage readImage(const std::filesystem::path& path, Orientation orientation = Orientation::AsMeant,
                   std::string* sha256 = nullptr);

/// The same for somebody who looks at it: of a file that is cut off or damaged what there is (of TIFF whole strips or
/// tiles, of BMP and PNM rows that are not compressed), with grey for what is missing and the flaw set.
/// @throws Error also (Cancelled) soon after a stop was requested.
RgbImage readImageToShow(const std::filesystem::path& path, const std::stop_token& stop = {});

/// A picture for a thumbnail, oriented and shrunk so that its longer side has at most maxSide pixels; a smaller
/// one is not enlarged. JPEG files are decoded at a fraction of their size, many times faster than in full.
/// Broken files as in readImageToShow. @throws Error as readImage.
RgbImage readThumbnail(const std::filesystem::path& path, int maxSide, const std::stop_token& stop = {});

/// The same as readImage from memory; name stands for the file in messages.
RgbImage decodeImage(std::span<const std::uint8_t> bytes, const std::string& name,
                     Orientation orientation = Orientation::AsMeant);

/// The same as readImageToShow from memory.
RgbImage decodeImageToShow(std::span<const std::uint8_t> bytes, const std::string& name,
                           const std::stop_token& stop = {});

/// Writes PNG (or what the suffix says: .jpg, .png, .bmp) through a temporary file.
/// @throws Error (FileUnwritable, UnsupportedFormat).
void writeImage(const std::filesystem::path& path, const RgbImage& image);

} // namespace vbs
