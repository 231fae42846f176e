#pragma once

#include "core/image/byte_view.h"
#include "core/image/image_io.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vbs {

/// What is read of BMP and PNM files, whose pixels are numbers one after another. May throw ByteView::ShortRead.

/// As the header states them, which may be nonsense.
struct StatedSize {
    std::int64_t width = 0, height = 0;
};

StatedSize bmpSize(const ByteView& view);
StatedSize pnmSize(const ByteView& view);

/// Whether OpenCV understands the header; it writes to standard error where it does not.
bool isSoundBmp(const ByteView& view);
bool isSoundPnm(const ByteView& view);

/// The picture's rows where each has as many bytes as the next: not of compressed bitmaps and of PNM in digits.
struct RawRows {
    std::uint64_t first = 0;    ///< byte at which they begin
    std::uint64_t rowBytes = 0; ///< above 0
    int count = 0;
    bool upwards = false; ///< the lowest comes first

    std::uint64_t end() const { return first + rowBytes * std::uint64_t(count); }
};

/// nullopt also where the header is nonsense.
std::optional<RawRows> bmpRows(const ByteView& view);
std::optional<RawRows> pnmRows(const ByteView& view);

/// The file of a picture of the first `count` of these rows. @pre they are there.
std::vector<std::uint8_t> bmpWithRows(const ByteView& view, const RawRows& rows, int count);
std::vector<std::uint8_t> pnmWithRows(const ByteView& view, const RawRows& rows, int count);

} // namespace vbs
