#include "core/checkpoint/zip_archive.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <optional>
#include <system_error>
#include <thread>

#include <zlib.h>

namespace vbs {

namespace {

// Sizes and places are those of PKWARE's APPNOTE.TXT, sections 4.3.7 to 4.3.16.
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kEntrySignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEnd64Bytes = 56;
constexpr std::size_t kLocator64Bytes = 20;
constexpr std::uint32_t kIn64 = 0xffffffff;       ///< the value stands in the zip64 field
constexpr std::uint16_t kEncryptedFlags = 0x2041; ///< also strong encryption and a masked directory
constexpr std::uint16_t kSizesFollow = 0x0008;    ///< the local header may leave CRC and sizes 0
constexpr std::uint64_t kMaxRecords = 1'000'000;

/// Reads little-endian numbers at places that the caller has proved to be in the file.
template <typename T> T at(std::span<const std::byte> bytes, std::size_t offset)
{
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The contents of the zip64 field among the extra fields, which may be cut or garbage: then empty.
std::span<const std::byte> zip64Field(std::span<const std::byte> extra)
{
    while (extra.size() >= 4) {
        const auto id = at<std::uint16_t>(extra, 0);
        const auto length = at<std::uint16_t>(extra, 2);
        if (length > extra.size() - 4)
            break;
        if (id == 1)
            return extra.subspan(4, length);
        extra = extra.subspan(4 + length);
    }
    return {};
}

/// A 32-bit value, or the next one of the zip64 field. Empty if that is missing.
std::optional<std::uint64_t> widened(std::uint32_t value, std::span<const std::byte>& field)
{
    if (value != kIn64)
        return value;
    if (field.size() < 8)
        return std::nullopt;
    const auto wide = at<std::uint64_t>(field, 0);
    field = field.subspan(8);
    return wide;
}

/// Where the central directory lies.
struct Directory {
    std::uint64_t begin = 0, end = 0, count = 0;
};

std::size_t findEnd(std::span<const std::byte> file, const FileRefusal& refusal)
{
    for (std::size_t comment = 0; comment <= 0xffff && kEndBytes + comment <= file.size(); ++comment) {
        const std::size_t position = file.size() - kEndBytes - comment;
        if (at<std::uint32_t>(file, position) == kEndSignature && at<std::uint16_t>(file, position + 20) == comment)
            return position;
    }
    refusal.refuse("its zip archive has no end record; the file may be truncated");
}

Directory readEnd64(std::span<const std::byte> file, std::size_t locator, const FileRefusal& refusal)
{
    const auto position = at<std::uint64_t>(file, locator + 8);
    if (locator < kEnd64Bytes || position > locator - kEnd64Bytes ||
        at<std::uint32_t>(file, position) != kEnd64Signature || at<std::uint32_t>(file, position + 16) != 0 ||
        at<std::uint32_t>(file, position + 20) != 0 ||
        at<std::uint64_t>(file, position + 24) != at<std::uint64_t>(file, position + 32))
        refusal.refuse("the zip64 end of its archive is broken");
    const auto offset = at<std::uint64_t>(file, position + 48);
    const auto bytes = at<std::uint64_t>(file, position + 40);
    if (offset > position || bytes != position - offset)
        refusal.refuse("its zip archive's directory is not where the end record says");
    return {offset, position, at<std::uint64_t>(file, position + 32)};
}

Directory findDirectory(std::span<const std::byte> file, const FileRefusal& refusal)
{
    const std::size_t end = findEnd(file, refusal);
    const bool hasLocator =
        end >= kLocator64Bytes && at<std::uint32_t>(file, end - kLocator64Bytes) == kLocator64Signature;
    const auto count = at<std::uint16_t>(file, end + 10);
    const auto bytes = at<std::uint32_t>(file, end + 12);
    const auto offset = at<std::uint32_t>(file, end + 16);
    if (hasLocator) {
        const Directory directory = readEnd64(file, end - kLocator64Bytes, refusal);
        if ((count != 0xffff && count != directory.count) || (offset != kIn64 && offset != directory.begin) ||
            (bytes != kIn64 && bytes != directory.end - directory.begin))
            refusal.refuse("the two ends of its zip64 archive differ");
        return directory;
    }
    if (at<std::uint16_t>(file, end + 4) != 0 || at<std::uint16_t>(file, end + 6) != 0 ||
        at<std::uint16_t>(file, end + 8) != count)
        refusal.refuse("its zip archive spans several volumes");
    if (offset > end || bytes != end - offset)
        refusal.refuse("its zip archive's directory is not where the end record says");
    return {offset, end, count};
}

} // namespace

ZipArchive::ZipArchive(std::span<const std::byte> file, const FileRefusal& refusal) : m_file(file), m_refusal(refusal)
{
    const Directory directory = findDirectory(file, refusal);
    if (directory.count > kMaxRecords)
        refusal.refuse("its zip archive has more than " + std::to_string(kMaxRecords) + " records",
                       ErrorCode::TooLarge);
    readDirectory(directory.begin, directory.end, directory.count);
    checkOverlaps(directory.begin);
}

void ZipArchive::readDirectory(std::size_t begin, std::size_t end, std::uint64_t count)
{
    std::size_t position = begin;
    for (std::uint64_t i = 0; i < count; ++i)
        position = readEntry(position, begin, end);
    if (position != end)
        m_refusal.refuse("its zip archive's directory is longer than its records");
}

/// @returns where the next entry begins.
std::size_t ZipArchive::readEntry(std::size_t position, std::size_t directory, std::size_t end)
{
    if (end - position < kEntryBytes || at<std::uint32_t>(m_file, position) != kEntrySignature)
        m_refusal.refuse("its zip archive's directory is broken");
    const std::size_t nameBytes = at<std::uint16_t>(m_file, position + 28);
    const std::size_t extraBytes = at<std::uint16_t>(m_file, position + 30);
    const std::size_t whole = kEntryBytes + nameBytes + extraBytes + at<std::uint16_t>(m_file, position + 32);
    if (whole > end - position)
        m_refusal.refuse("its zip archive's directory is cut off");
    const std::string_view name = textOf(m_file.subspan(position + kEntryBytes, nameBytes));
    auto wide = zip64Field(m_file.subspan(position + kEntryBytes + nameBytes, extraBytes));
    const auto plainBytes = widened(at<std::uint32_t>(m_file, position + 24), wide);
    const auto storedBytes = widened(at<std::uint32_t>(m_file, position + 20), wide);
    const auto header = widened(at<std::uint32_t>(m_file, position + 42), wide);
    if (!plainBytes || !storedBytes || !header)
        m_refusal.refuse("the zip record " + quotedName(name) + " lacks its zip64 sizes");
    if (at<std::uint16_t>(m_file, position + 8) & kEncryptedFlags)
        m_refusal.refuse("the zip record " + quotedName(name) + " is encrypted", ErrorCode::UnsupportedFormat);
    ZipRecord record;
    record.crc = at<std::uint32_t>(m_file, position + 16);
    record.compressed = at<std::uint16_t>(m_file, position + 10) != 0;
    if (*storedBytes > m_file.size() || *header > m_file.size() || (!record.compressed && *plainBytes != *storedBytes))
        m_refusal.refuse("the sizes of the zip record " + quotedName(name) + " are wrong");
    record.size = *storedBytes;
    checkLocalHeader(name, record, *header, directory);
    if (!m_extents.emplace(*header, record.offset + record.size).second)
        m_refusal.refuse("the zip record " + quotedName(name) + " overlaps another");
    if (!m_records.emplace(name, record).second)
        m_refusal.refuse("the zip record " + quotedName(name) + " occurs twice");
    return position + whole;
}

/// Two readers that trust different headers must not see different weights.
void ZipArchive::checkLocalHeader(std::string_view name, ZipRecord& record, std::size_t header,
                                  std::size_t directory) const
{
    const auto broken = [&] { m_refusal.refuse("the two headers of the zip record " + quotedName(name) + " differ"); };
    if (directory < kLocalBytes || header > directory - kLocalBytes ||
        at<std::uint32_t>(m_file, header) != kLocalSignature)
        m_refusal.refuse("the zip record " + quotedName(name) + " is not where the directory says");
    const std::size_t nameBytes = at<std::uint16_t>(m_file, header + 26);
    const std::size_t extraBytes = at<std::uint16_t>(m_file, header + 28);
    const std::size_t room = directory - header - kLocalBytes;
    if (nameBytes + extraBytes > room || record.size > room - nameBytes - extraBytes)
        m_refusal.refuse("the zip record " + quotedName(name) + " runs into the directory");
    const std::uint16_t flags = at<std::uint16_t>(m_file, header + 6);
    if (textOf(m_file.subspan(header + kLocalBytes, nameBytes)) != name || (flags & kEncryptedFlags) ||
        (at<std::uint16_t>(m_file, header + 8) != 0) != record.compressed)
        broken();
    const bool later = flags & kSizesFollow;
    auto wide = zip64Field(m_file.subspan(header + kLocalBytes + nameBytes, extraBytes));
    const auto plainBytes = widened(at<std::uint32_t>(m_file, header + 22), wide);
    const auto storedBytes = widened(at<std::uint32_t>(m_file, header + 18), wide);
    const std::uint32_t crc = at<std::uint32_t>(m_file, header + 14);
    if (crc != record.crc && !(later && crc == 0))
        broken();
    if (!plainBytes || !storedBytes) {
        if (!later)
            broken();
    } else if (*storedBytes != record.size && !(later && *storedBytes == 0)) {
        broken();
    }
    record.offset = header + kLocalBytes + nameBytes + extraBytes;
}

void ZipArchive::checkOverlaps(std::size_t directory) const
{
    std::size_t end = 0;
    for (const auto& [begin, next] : m_extents) {
        if (begin < end || next > directory)
            m_refusal.refuse("records of its zip archive overlap");
        end = next;
    }
}

std::span<const std::byte> ZipArchive::bytes(std::string_view name) const
{
    const auto record = m_records.find(name);
    if (record == m_records.end())
        m_refusal.refuse("its zip archive has no record " + quotedName(name));
    if (record->second.compressed)
        m_refusal.refuse("the zip record " + quotedName(name) + " is compressed, which torch.save never does; " +
                             "unpack the archive and store it without compression",
                         ErrorCode::UnsupportedFormat);
    return m_file.subspan(record->second.offset, record->second.size);
}

void ZipArchive::verify(const std::vector<std::string>& names) const
{
    struct Slice {
        std::span<const std::byte> bytes;
        std::uint32_t crc = 0;
    };
    constexpr std::size_t kSliceBytes = 4 << 20;
    std::vector<Slice> slices;
    std::vector<std::size_t> firstSlice;
    for (const std::string& name : names) {
        std::span<const std::byte> rest = bytes(name);
        firstSlice.push_back(slices.size());
        for (; !rest.empty(); rest = rest.subspan(slices.back().bytes.size()))
            slices.push_back({rest.first(std::min(rest.size(), kSliceBytes))});
    }
    firstSlice.push_back(slices.size());

    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < slices.size(); i = next++) {
            const auto* data = reinterpret_cast<const Bytef*>(slices[i].bytes.data());
            slices[i].crc = static_cast<std::uint32_t>(::crc32_z(0, data, slices[i].bytes.size()));
        }
    };
    constexpr std::size_t kMostThreads = 8;
    constexpr std::size_t kSlicesPerThread = 4; // fewer would not pay for the thread's start
    const std::size_t threads =
        std::min<std::size_t>({kMostThreads, std::thread::hardware_concurrency(), slices.size() / kSlicesPerThread});
    {
        std::vector<std::jthread> helpers;
        try {
            for (std::size_t i = 1; i < threads; ++i)
                helpers.emplace_back(work);
        } catch (const std::system_error&) {
            // The machine gives no more threads; this one does the work as well.
        }
        work();
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        uLong crc = ::crc32_z(0, nullptr, 0);
        for (std::size_t k = firstSlice[i]; k < firstSlice[i + 1]; ++k)
            crc = ::crc32_combine(crc, slices[k].crc, static_cast<z_off_t>(slices[k].bytes.size()));
        if (crc != m_records.find(names[i])->second.crc)
            m_refusal.refuse("the checksum of the zip record " + quotedName(names[i]) +
                             " is wrong; download the file again");
    }
}

} // namespace vbs
