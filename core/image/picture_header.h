#pragma once

#include "core/image/image_io.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vbs {

enum class PictureFormat { Png, Jpeg, Bmp, Gif, WebP, Tiff, Pnm };

std::string_view nameOf(PictureFormat format);

/// The format by its first bytes; the file's suffix is not asked.
std::optional<PictureFormat> formatOf(std::span<const std::uint8_t> bytes);

/// The size that the header states; nullopt when the bytes end before it or it is not there.
std::optional<ImageSize> sizeInHeader(PictureFormat format, std::span<const std::uint8_t> bytes);

/// What a file that is no supported picture seems to be, as a noun phrase: "a text file", "a PDF document".
std::string guessKind(std::span<const std::uint8_t> bytes);

/// Whether the file holds its last part (JPEG: end marker; PNG: every chunk whole, with its checksum, up to IEND;
/// WebP and BMP: the length in the header). True for the formats whose decoder notices by itself.
bool isComplete(PictureFormat format, std::span<const std::uint8_t> bytes);

/// Whether some pixels may be transparent (PNG, WebP; TIFF is decoded to see).
bool mayHaveAlpha(PictureFormat format, std::span<const std::uint8_t> bytes);

/// The EXIF block of a JPEG, PNG or WebP file, beginning with its TIFF header; empty when there is none.
std::span<const std::uint8_t> exifBlock(PictureFormat format, std::span<const std::uint8_t> bytes);

} // namespace vbs
