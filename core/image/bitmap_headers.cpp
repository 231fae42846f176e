#include "core/image/bitmap_headers.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <limits>
#include <string>

namespace vbs {

namespace {

constexpr std::size_t kInfoHeader = 14; ///< where a bitmap's second header begins, with its length
constexpr std::uint32_t kCoreHeader = 12;
constexpr std::int64_t kGreatestSide = std::numeric_limits<int>::max();

/// "P6 # comment\n640 480 255 ...": numbers between spaces and comments; bitmaps (P1, P4) have no greatest value.
struct PnmHeader {
    std::int64_t width = 0, height = 0, greatest = 1;
    std::size_t pixels = 0; ///< where they begin
    int kind = 0;           ///< 1..6
};

PnmHeader pnmHeader(const ByteView& view)
{
    PnmHeader header;
    header.kind = view.byte(1) - '0';
    std::size_t at = 2;
    const auto read = [&] {
        while (std::isspace(view.byte(at)) || view.byte(at) == '#') {
            if (view.byte(at) == '#')
                while (view.byte(at) != '\n')
                    ++at;
            ++at;
        }
        std::int64_t number = 0;
        while (std::isdigit(view.byte(at)) && number < std::numeric_limits<int>::max())
            number = number * 10 + (view.byte(at++) - '0');
        return number;
    };
    header.width = read();
    header.height = read();
    if (header.kind != 1 && header.kind != 4)
        header.greatest = read();
    header.pixels = at + 1;
    if (!std::isspace(view.byte(at)))
        header.kind = 0;
    return header;
}

bool isCore(const ByteView& view)
{
    return view.little32(kInfoHeader) == kCoreHeader;
}

std::uint32_t bmpBits(const ByteView& view)
{
    return isCore(view) ? view.little16(24) : view.little16(28);
}

std::optional<RawRows> rawRows(std::uint64_t first, std::int64_t rowBits, std::int64_t rowUnit, std::int64_t height,
                               bool upwards)
{
    const std::int64_t rowBytes = (rowBits + rowUnit - 1) / rowUnit * (rowUnit / 8);
    if (rowBytes <= 0 || height <= 0 || height > kGreatestSide)
        return std::nullopt;
    return RawRows{first, std::uint64_t(rowBytes), static_cast<int>(height), upwards};
}

void putLittle(std::vector<std::uint8_t>& bytes, std::size_t at, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i, value >>= 8)
        bytes[at + std::size_t(i)] = static_cast<std::uint8_t>(value);
}

} // namespace

StatedSize bmpSize(const ByteView& view)
{
    if (isCore(view))
        return {view.little16(18), view.little16(20)};
    const auto height = static_cast<std::int32_t>(view.little32(22)); // negative: rows from the top
    return {static_cast<std::int32_t>(view.little32(18)), std::abs(std::int64_t(height))};
}

StatedSize pnmSize(const ByteView& view)
{
    const PnmHeader header = pnmHeader(view);
    return {header.width, header.height};
}

/// The headers that OpenCV reads: BITMAPCOREHEADER, or BITMAPINFOHEADER and its longer sisters.
bool isSoundBmp(const ByteView& view)
{
    if (!isCore(view) && view.little32(kInfoHeader) < 40)
        return false;
    static constexpr std::uint32_t known[] = {1, 4, 8, 16, 24, 32};
    if (std::ranges::find(known, bmpBits(view)) == std::end(known))
        return false;
    return isCore(view) || (view.little32(30) <= 3 && view.little32(46) <= 256);
}

bool isSoundPnm(const ByteView& view)
{
    const PnmHeader header = pnmHeader(view);
    return header.kind >= 1 && header.kind <= 6 && header.greatest >= 1 && header.greatest <= 0xffff;
}

std::optional<RawRows> bmpRows(const ByteView& view)
{
    constexpr std::uint32_t kPlain = 0, kBitFields = 3;
    const std::uint32_t compression = isCore(view) ? kPlain : view.little32(30);
    if (compression != kPlain && compression != kBitFields)
        return std::nullopt;
    const StatedSize size = bmpSize(view);
    const bool upwards = isCore(view) || static_cast<std::int32_t>(view.little32(22)) > 0;
    return rawRows(view.little32(10), size.width * std::int64_t(bmpBits(view)), 32, size.height, upwards);
}

std::optional<RawRows> pnmRows(const ByteView& view)
{
    const PnmHeader header = pnmHeader(view);
    if (header.kind < 4)
        return std::nullopt;
    const std::int64_t bits = header.kind == 4 ? 1 : header.greatest > 255 ? 16 : 8;
    return rawRows(header.pixels, header.width * bits * (header.kind == 6 ? 3 : 1), 8, header.height, false);
}

std::vector<std::uint8_t> bmpWithRows(const ByteView& view, const RawRows& rows, int count)
{
    const auto there = view.range(0, rows.first + rows.rowBytes * std::uint64_t(count));
    std::vector<std::uint8_t> bytes(there.begin(), there.end());
    if (isCore(view))
        putLittle(bytes, 20, std::uint32_t(count), 2);
    else
        putLittle(bytes, 22, std::uint32_t(rows.upwards ? count : -count), 4);
    return bytes;
}

std::vector<std::uint8_t> pnmWithRows(const ByteView& view, const RawRows& rows, int count)
{
    const PnmHeader header = pnmHeader(view);
    std::string start =
        "P" + std::to_string(header.kind) + "\n" + std::to_string(header.width) + " " + std::to_string(count) + "\n";
    if (header.kind != 4)
        start += std::to_string(header.greatest) + "\n";
    std::vector<std::uint8_t> bytes(start.begin(), start.end());
    const auto pixels = view.range(rows.first, rows.rowBytes * std::uint64_t(count));
    bytes.insert(bytes.end(), pixels.begin(), pixels.end());
    return bytes;
}

} // namespace vbs
