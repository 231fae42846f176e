#include "core/image/png_chunks.h"

#include <zlib.h>

namespace vbs {

namespace {

constexpr std::size_t kSignatureLength = 8;

} // namespace

std::span<const std::uint8_t> pngChunk(const ByteView& view, std::string_view name)
{
    for (std::size_t at = kSignatureLength; !view.has(at + 4, "IEND");) {
        const std::size_t length = view.big32(at);
        if (view.has(at + 4, name))
            return view.range(at + 8, length);
        at += length + 12;
    }
    return {};
}

bool pngIsWhole(const ByteView& view)
{
    for (std::size_t at = kSignatureLength;;) {
        const std::size_t length = view.big32(at);
        const auto checked = view.range(at + 4, length + 4);
        if (::crc32_z(0, checked.data(), checked.size()) != view.big32(at + 8 + length))
            return false;
        if (view.has(at + 4, "IEND"))
            return true;
        at += length + 12;
    }
}

} // namespace vbs
