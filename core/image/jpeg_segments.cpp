#include "core/image/jpeg_segments.h"

#include <cstring>

namespace vbs {

namespace {

constexpr int kStartOfScan = 0xda, kEndOfImage = 0xd9, kApp1 = 0xe1;

/// Markers that stand alone, without a length: TEM, RSTn, SOI.
bool standsAlone(int marker)
{
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/// SOFn; DHT (c4), JPG (c8) and DAC (cc) lie in the same range.
bool isFrameHeader(int marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

struct Marker {
    int code;
    std::size_t payload; ///< where its length field begins
};

/// The next marker at or after `at`, over fill bytes and (after a scan) entropy-coded data.
Marker nextMarker(const ByteView& view, std::size_t at)
{
    const auto all = view.range(0, view.size());
    for (;;) {
        if (at >= all.size())
            throw ByteView::ShortRead{};
        const void* found = std::memchr(all.data() + at, 0xff, all.size() - at);
        if (found == nullptr)
            throw ByteView::ShortRead{};
        at = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - all.data()) + 1;
        const int code = view.byte(at);
        if (code != 0x00 && code != 0xff)
            return {code, at + 1};
    }
}

/// Calls visit(marker code, payload position) for each segment until it returns true or the picture ends.
template <typename Visit> void walk(const ByteView& view, Visit visit)
{
    std::size_t at = 2;
    for (;;) {
        const Marker marker = nextMarker(view, at);
        if (visit(marker.code, marker.payload) || marker.code == kEndOfImage)
            return;
        at = marker.payload + (standsAlone(marker.code) ? 0 : view.big16(marker.payload));
    }
}

} // namespace

std::optional<ImageSize> jpegSize(const ByteView& view)
{
    std::optional<ImageSize> size;
    walk(view, [&](int code, std::size_t payload) {
        if (!isFrameHeader(code))
            return false;
        const auto height = static_cast<int>(view.big16(payload + 3));
        const auto width = static_cast<int>(view.big16(payload + 5));
        if (width > 0 && height > 0)
            size = ImageSize{width, height};
        return true;
    });
    return size;
}

std::span<const std::uint8_t> jpegExif(const ByteView& view)
{
    std::span<const std::uint8_t> block;
    walk(view, [&](int code, std::size_t payload) {
        constexpr std::string_view prefix("Exif\0\0", 6);
        if (code == kApp1 && view.has(payload + 2, prefix)) {
            const std::size_t length = view.big16(payload);
            if (length > 2 + prefix.size())
                block = view.range(payload + 2 + prefix.size(), length - 2 - prefix.size());
            return true;
        }
        return code == kStartOfScan;
    });
    return block;
}

} // namespace vbs
