#pragma once

#include "core/checkpoint/file_refusal.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// One file in a zip archive.
struct ZipRecord {
    std::size_t offset = 0; ///< of its bytes in the archive
    std::size_t size = 0;   ///< of its bytes as stored
    std::uint32_t crc = 0;
    bool compressed = false;
};

/// The table of contents of a zip archive in memory, as far as torch.save needs it: plain and zip64, one volume.
/// The archive is checked when it is opened: the end record fits the file exactly, local headers agree with the
/// central directory, no name stands twice, no records overlap, nothing is encrypted.
class ZipArchive {
public:
    /// @throws Error through the refusal. Both arguments must outlive the archive.
    ZipArchive(std::span<const std::byte> file, const FileRefusal& refusal);

    const std::map<std::string, ZipRecord, std::less<>>& records() const { return m_records; }

    /// The bytes of a record. @throws Error if it is absent or compressed (torch.save compresses nothing, and
    /// unpacking could fill the memory).
    std::span<const std::byte> bytes(std::string_view name) const;

    /// Proves the CRC-32 of records that bytes() accepts, on several threads when they are large.
    /// @throws Error naming the first that differs.
    void verify(const std::vector<std::string>& names) const;

private:
    void readDirectory(std::size_t begin, std::size_t end, std::uint64_t count);
    std::size_t readEntry(std::size_t position, std::size_t directory, std::size_t end);
    void checkLocalHeader(std::string_view name, ZipRecord& record, std::size_t header, std::size_t directory) const;
    void checkOverlaps(std::size_t directory) const;

    std::span<const std::byte> m_file;
    const FileRefusal& m_refusal;
    std::map<std::string, ZipRecord, std::less<>> m_records;
    std::map<std::size_t, std::size_t> m_extents; ///< begin and end of each local header with its bytes
};

} // namespace vbs
