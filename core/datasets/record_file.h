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
/// A line that is no JSON object, or too long, is visited as a damaged record (see JsonRecord::damaged), likewise what
/// stands in an array and is no object. An array that is no valid JSON is refused as a whole.
/// @throws Error naming file and record: FileNotFound, FileUnreadable, TooLarge; (CorruptData) also when most lines are
/// damaged; what visit throws.
void forEachRecord(const std::filesystem::path& path, const RecordVisitor& visit);

/// The same for the array under a key of the file's one object: records are called "questions[3]".
/// @return everything else of the object.
/// @throws Error as above; (CorruptData) when the key is missing, there twice, or no array.
Json forEachRecordOf(const std::filesystem::path& path, const std::string& key, const RecordVisitor& visit);

/// What a file of several arrays has beside their records.
struct RecordFileRest {
    Json json;                                 ///< its other keys, and those of the arrays that are none
    std::map<std::string, RecordPlace> values; ///< by key, brackets included
    std::uint64_t end = 0;                     ///< where a further key may be put in
};

/// The same for several arrays, in the order of the file. One that is missing is no error.
RecordFileRest forEachRecordOf(const std::filesystem::path& path, const std::map<std::string, RecordVisitor>& visits);

/// What a file looks like from its beginning, to tell formats apart: the keys of its first record (of a line or an
/// array), or those of its one object as far as the first megabyte goes, with the first character of their values:
/// '[', '{', '"' … Where the first line is damaged, the first one that is none of these tells. Empty for anything else;
/// throws nothing.
std::map<std::string, char> firstKeysOf(const std::filesystem::path& path);

} // namespace vbs
