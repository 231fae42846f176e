#pragma once

#include "core/image/byte_view.h"
#include "core/image/image_io.h"

#include <optional>
#include <span>

namespace vbs {

/// What is read of a JPEG file without decoding it (ITU-T T.81, annex B). Both may throw ByteView::ShortRead.

/// Size from the first frame header.
std::optional<ImageSize> jpegSize(const ByteView& view);

/// The Exif block (APP1), from its TIFF header on; empty when there is none.
std::span<const std::uint8_t> jpegExif(const ByteView& view);

} // namespace vbs
