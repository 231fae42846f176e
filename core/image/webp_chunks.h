#pragma once

#include "core/image/byte_view.h"
#include "core/image/image_io.h"

#include <optional>
#include <span>
#include <string_view>

namespace vbs {

/// What is read of a WebP file without decoding it. May throw ByteView::ShortRead.

/// The size that its first chunk states; nullopt where that is none that states one.
std::optional<ImageSize> webpSize(const ByteView& view);

/// Payload of the first chunk of this name; empty when there is none.
std::span<const std::uint8_t> webpChunk(const ByteView& view, std::string_view name);

/// How many frames an animation has; 0: it is none.
int webpFrames(const ByteView& view);

} // namespace vbs
