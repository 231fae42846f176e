#include "core/image/gif_blocks.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr std::size_t kScreen = 6, kFirstTable = 13;
constexpr std::uint8_t kExtension = 0x21, kFrame = 0x2c, kEnd = 0x3b;

/// Bytes of the colour table that these flags announce.
std::size_t tableBytes(std::uint8_t flags)
{
    return flags & 0x80 ? std::size_t(3) << ((flags & 7) + 1) : 0;
}

/// Behind the blocks of data that begin here.
std::size_t afterData(const ByteView& view, std::size_t at)
{
    while (const std::size_t length = view.byte(at))
        at += 1 + length;
    return at + 1;
}

/// Calls visit(where its place and size stand) for each frame until it returns true or the file ends.
template <typename Visit> void visitFrames(const ByteView& view, Visit visit)
{
    std::size_t at = kFirstTable + tableBytes(view.byte(kScreen + 4));
    for (;;) {
        const std::uint8_t block = view.byte(at);
        if (block == kExtension) {
            at = afterData(view, at + 2);
        } else if (block == kFrame) {
            constexpr std::size_t kDescriptor = 10;
            const std::uint8_t flags = view.byte(at + kDescriptor - 1);
            if (visit(at + 1))
                return;
            at = afterData(view, at + kDescriptor + tableBytes(flags) + 1);
        } else if (block == kEnd) {
            return;
        } else {
            ++at; // some writers leave bytes between blocks; every viewer passes over them
        }
    }
}

} // namespace

ImageSize gifSize(const ByteView& view)
{
    ImageSize size{static_cast<int>(view.little16(kScreen)), static_cast<int>(view.little16(kScreen + 2))};
    bool isThere = false;
    visitFrames(view, [&](std::size_t at) {
        size.width = std::max(size.width, static_cast<int>(view.little16(at) + view.little16(at + 4)));
        size.height = std::max(size.height, static_cast<int>(view.little16(at + 2) + view.little16(at + 6)));
        return isThere = true;
    });
    if (!isThere)
        throw ByteView::ShortRead{};
    return size;
}

int gifFrames(const ByteView& view)
{
    int count = 0;
    try {
        visitFrames(view, [&](std::size_t) {
            ++count;
            return false;
        });
    } catch (const ByteView::ShortRead&) {
        // cut off: those that begin are counted
    }
    return count;
}

} // namespace vbs
