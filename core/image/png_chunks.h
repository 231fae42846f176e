#pragma once

#include "core/image/byte_view.h"

#include <span>
#include <string_view>

namespace vbs {

/// What is read of a PNG file without decoding it. Both may throw ByteView::ShortRead.

/// The contents of the first chunk of this name; empty when there is none.
std::span<const std::uint8_t> pngChunk(const ByteView& view, std::string_view name);

/// Whether every chunk is there in full with the right checksum, up to IEND.
bool pngIsWhole(const ByteView& view);

} // namespace vbs
