#pragma once

#include "core/datasets/json_record.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace vbs {

/// Where a record stands in its file: bytes begin … end - 1.
struct RecordPlace {
    std::uint64_t begin = 0, end = 0;
};

using RecordVisitor = std::function<void(const JsonRecord& record, const RecordPlace& place)>;

/// Visits every record of a file that holds one JSON object a line, or one array of objects; the first character that
/// is no white space decides, never the name. Records of a line are called "line 3" in errors, those of an array
/// "[2]". Empty lines are passed over. One record is in memory at a time; it may have 16 MB, and a file 4 GB.
/// @throws Error naming file and record: FileNotFound, FileUnreadable, TooLarge, CorruptData; what visit throws.
void forEachRecord(const std::filesystem::path& path, const RecordVisitor& visit);

/// The same for the array under a key of the file's one object: records are called "questions[3]".
/// @return everything else of the object.
/// @throws Error as above; (CorruptData) when the key is missing, there twice, or no array.
Json forEachRecordOf(const std::filesystem::path& path, const std::string& key, const RecordVisitor& visit);

/// Tells whether a file is still the one that was read.
struct FileStamp {
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type changed;

    static FileStamp of(const std::filesystem::path& path);
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Changes to records of a file, for a copy of it in which every other byte stays as it is.
class RecordEdits {
public:
    /// @throws Error (CorruptData) when the file is not the one of the stamp any more.
    RecordEdits(std::filesystem::path source, const FileStamp& stamp);

    /// Changes one record, whose other keys and order stay; the same one may be changed several times.
    void edit(const RecordPlace& place, const std::function<void(OrderedJson& record)>& change);

    /// @param to may be the source. @throws Error (FileUnreadable, FileUnwritable).
    void write(const std::filesystem::path& to) const;

private:
    std::filesystem::path m_source;
    std::map<std::uint64_t, std::pair<RecordPlace, OrderedJson>> m_changed; ///< by where the record begins
};

/// What a file looks like from its beginning, to tell formats apart: the keys of its first record (of a line or an
/// array), or those of its one object as far as the first megabyte goes, with the first character of their values:
/// '[', '{', '"' … Empty for anything else; throws nothing.
std::map<std::string, char> firstKeysOf(const std::filesystem::path& path);

} // namespace vbs
