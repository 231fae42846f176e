#pragma once

#include "core/base/json.h"
#include "core/datasets/record_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// Tells whether a file is still the one that was read.
struct FileStamp {
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type changed;

    static FileStamp of(const std::filesystem::path& path);
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Changes to a JSON file, for a copy of it in which every other byte stays as it is, also in a record that is changed.
class RecordEdits {
public:
    /// @throws Error (CorruptData) when the file is not the one of the stamp any more.
    RecordEdits(std::filesystem::path source, const FileStamp& stamp);

    /// A record as it is in the file.
    OrderedJson read(const RecordPlace& place) const;

    /// Changes one record, whose other keys and order stay; the same one may be changed several times.
    void edit(const RecordPlace& place, const std::function<void(OrderedJson& record)>& change);

    /// Puts a text in the place of some bytes; of no bytes: before the first of them.
    void replace(const RecordPlace& place, std::string text);

    /// Changes an array: takes records out and puts new ones behind the last.
    /// @param inside what stands between its brackets. @param records places of all its records, in order.
    /// @param removed numbers of records, in order. @param added texts.
    void changeArray(const RecordPlace& inside, const std::vector<RecordPlace>& records,
                     const std::vector<std::size_t>& removed, const std::vector<std::string>& added);

    /// Takes records out of a file that forEachRecord reads: lines, or one array.
    /// @param records places of all its records, in order. @param removed numbers of records, in order.
    void removeRecords(const std::vector<RecordPlace>& records, const std::vector<std::size_t>& removed);

    /// @param to may be the source. @throws Error (FileUnreadable, FileUnwritable); (CorruptData) when the source has
    /// changed since it was read.
    void write(const std::filesystem::path& to) const;

private:
    struct Change {
        std::uint64_t end = 0;
        std::string text;                  ///< what takes the place of the bytes
        std::optional<OrderedJson> record; ///< instead of the text
    };
    std::string bytes(const RecordPlace& place) const;
    void requireUnchanged() const;

    std::filesystem::path m_source;
    FileStamp m_stamp;
    std::map<std::uint64_t, Change> m_changes; ///< by where the replaced bytes begin
};

} // namespace vbs
