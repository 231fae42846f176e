#pragma once

#include "core/image/byte_view.h"

#include <span>
#include <string_view>

namespace vbs {

/// What is read of a PNG file without decoding it. May throw ByteView::ShortRead.

/// The contents of the first chunk of this name; empty when there is none.
std::span<const std::uint8_t> pngChunk(const ByteView& view, std::string_view name);

} // namespace vbs
