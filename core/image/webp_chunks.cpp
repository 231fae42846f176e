#include "core/image/webp_chunks.h"

#include <algorithm>

namespace vbs {

namespace {

/// Calls visit(position) for each chunk of a WebP file until it returns true.
template <typename Visit> void visitWebpChunks(const ByteView& view, Visit visit)
{
    for (std::size_t at = 12; at + 8 <= view.size() && !visit(at);) {
        const std::size_t length = view.little32(at + 4);
        at += 8 + length + (length & 1);
    }
}

} // namespace

std::optional<ImageSize> webpSize(const ByteView& view)
{
    const auto sized = [](std::uint32_t width, std::uint32_t height) {
        return ImageSize{static_cast<int>(width), static_cast<int>(height)};
    };
    if (view.has(12, "VP8X"))
        return sized(view.little24(24) + 1, view.little24(27) + 1);
    if (view.has(12, "VP8L")) {
        const std::uint32_t bits = view.little32(21);
        return sized((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }
    if (view.has(12, "VP8 "))
        return sized(view.little16(26) & 0x3fff, view.little16(28) & 0x3fff);
    return std::nullopt;
}

std::span<const std::uint8_t> webpChunk(const ByteView& view, std::string_view name)
{
    std::span<const std::uint8_t> payload;
    visitWebpChunks(view, [&](std::size_t at) {
        const bool isIt = view.has(at, name);
        if (isIt)
            payload = view.range(at + 8, view.little32(at + 4));
        return isIt;
    });
    return payload;
}

std::optional<WebpFrame> webpFirstFrame(const ByteView& view)
{
    constexpr std::size_t kHeader = 16;
    std::optional<WebpFrame> frame;
    visitWebpChunks(view, [&](std::size_t at) {
        if (!view.has(at, "ANMF"))
            return false;
        const std::size_t length = view.little32(at + 4);
        at += 8;
        frame = {
            2 * view.little24(at), 2 * view.little24(at + 3), view.little24(at + 6) + 1, view.little24(at + 9) + 1, {}};
        const std::size_t first = at + kHeader, end = std::min(at + std::max(length, kHeader), view.size());
        frame->data = view.range(first, end - std::min(first, end));
        return true;
    });
    return frame;
}

int webpFrames(const ByteView& view)
{
    int count = 0;
    visitWebpChunks(view, [&](std::size_t at) {
        count += view.has(at, "ANMF");
        return false;
    });
    return count;
}

} // namespace vbs
