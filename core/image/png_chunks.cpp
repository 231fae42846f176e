#include "core/image/png_chunks.h"

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

} // namespace vbs
