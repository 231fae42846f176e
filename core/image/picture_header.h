#pragma once

#include "core/base/sentence.h"
#include "core/image/image_io.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vbs {

enum class PictureFormat { Png, Jpeg, Bmp, Gif, WebP, Tiff, Pnm };

std::string_view nameOf(PictureFormat format);

/// The format by its first bytes; the file's suffix is not asked.
std::optional<PictureFormat> formatOf(std::span<const std::uint8_t> bytes);

/// The same of a file; nullopt also for what is no ordinary file or cannot be read.
std::optional<PictureFormat> formatOfFile(const std::filesystem::path& path);

/// The size that the header states; nullopt when the bytes end before it or it is not there.
std::optional<ImageSize> sizeInHeader(PictureFormat format, std::span<const std::uint8_t> bytes);

/// What a file of no supported format is, to follow its name: "is not a picture: it looks like a text file",
/// "is a HEIC picture, which is not supported: convert it to JPEG or PNG".
Sentence describeForeign(std::span<const std::uint8_t> bytes);

/// Whether the header says what its decoder understands. OpenCV, which decodes BMP and PNM, writes to standard error
/// where it does not; true for the other formats.
bool hasSoundHeader(PictureFormat format, std::span<const std::uint8_t> bytes);

/// Whether the file holds as many bytes as its header says (WebP, BMP, PNM). True for the formats whose decoder notices
/// by itself.
bool isComplete(PictureFormat format, std::span<const std::uint8_t> bytes);

/// How many frames the file says it has, the one that is decoded among them (GIF, PNG, WebP); else 1.
int frameCount(PictureFormat format, std::span<const std::uint8_t> bytes);

/// Whether a TIFF file is as long as the place of its first directory.
bool tiffReachesItsDirectory(std::span<const std::uint8_t> bytes);

/// Whether the first directory of a TIFF file has this tag.
bool tiffHasTag(std::span<const std::uint8_t> bytes, std::uint32_t tag);

/// The EXIF block of a JPEG, PNG or WebP file, beginning with its TIFF header; empty when there is none.
std::span<const std::uint8_t> exifBlock(PictureFormat format, std::span<const std::uint8_t> bytes);

} // namespace vbs
