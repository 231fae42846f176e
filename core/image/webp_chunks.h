#pragma once

#include "core/image/byte_view.h"
#include "core/image/image_io.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace vbs {

/// What is read of a WebP file without decoding it. May throw ByteView::ShortRead.

/// The size that its first chunk states; nullopt where that is none that states one.
std::optional<ImageSize> webpSize(const ByteView& view);

/// Payload of the first chunk of this name; empty when there is none.
std::span<const std::uint8_t> webpChunk(const ByteView& view, std::string_view name);

/// The first frame of an animation.
struct WebpFrame {
    std::uint32_t left = 0, top = 0, width = 0, height = 0;
    std::span<const std::uint8_t> data; ///< its chunks, as far as they are there
};

/// nullopt where there is none.
std::optional<WebpFrame> webpFirstFrame(const ByteView& view);

/// How many frames an animation has; 0: it is none.
int webpFrames(const ByteView& view);

} // namespace vbs
