#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace vbs {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// Arrays and objects inside one another; what is deeper is refused, since the library copies, compares and writes
/// trees by recursion.
constexpr std::size_t kMaxJsonDepth = 200;

/// The one way from text to JSON. A byte order mark is passed over; NaN, Infinity and -Infinity are read as Python's
/// json module reads them (what needs a finite number must ask for one); of a repeated key the last value counts.
/// @param name what the text is called in messages: a file, "questions.json, line 3".
/// @throws Error (CorruptData) with the line and the column.
Json parseJson(std::string_view text, const std::string& name);

/// The same with the keys in the order of the text, for what is written back.
OrderedJson parseOrderedJson(std::string_view text, const std::string& name);

/// JSON in binary form (CBOR, RFC 8949), as caches hold it.
/// @throws Error (CorruptData).
Json parseCbor(std::string_view bytes, const std::string& name);

/// Reads and parses a JSON file of at most maxBytes.
/// @throws Error naming the file (FileNotFound, FileUnreadable, TooLarge, CorruptData).
Json readJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes = 256u << 20);

/// The same with the keys in the order of the file, for what is written back.
OrderedJson readOrderedJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes = 256u << 20);

/// Whether a number stands here that can be computed with (neither NaN nor infinite).
bool isFiniteNumber(const Json& value);

/// What kind of value it is, for messages: "a string", "null".
const char* jsonKind(const Json& value);

/// The text of a document. Bytes that are no UTF-8 (a file's name from another system) become U+FFFD.
/// @param indent spaces a level; -1: all on one line.
std::string jsonText(const OrderedJson& json, int indent = 2);

/// Writes through a temporary file and a rename, indented by two spaces.
/// @throws Error (FileUnwritable).
void writeJsonFile(const std::filesystem::path& path, const OrderedJson& json);

} // namespace vbs
