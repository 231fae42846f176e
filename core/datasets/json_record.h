#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace vbs {

/// One object of a JSON file that knows where it stands, so that every error about it names the file, the
/// record and the key: `questions.json: questions[3] has no "image_id".`
/// A null value counts as absent.
class JsonRecord {
public:
    /// @throws Error (CorruptData) when value is not an object.
    JsonRecord(std::string file, std::string place, const Json& value);

    /// A record whose text cannot be used: whatever is asked of it throws this error.
    static JsonRecord damaged(std::string place, const Error& why);

    /// What the constructor throws of a value that is no object.
    static Error notAnObject(const std::string& file, const std::string& place, const Json& value);

    /// @throws Error (CorruptData) when the key is absent or of another type.
    std::int64_t integer(const char* key) const;
    std::string text(const char* key) const;
    /// A key that others refer to: a whole number as its digits, or a text as it is.
    std::string id(const char* key) const;
    const Json& array(const char* key) const;

    /// As above, but an absent key is no error.
    std::int64_t integerOr(const char* key, std::int64_t otherwise) const;
    double numberOr(const char* key, double otherwise) const; ///< finite
    std::string textOr(const char* key, const std::string& otherwise) const;
    int lengthOrZero(const char* key) const; ///< in pixels

    /// The value, or null when the key is absent.
    const Json* find(const char* key) const;
    /// Every record of the array under key; nothing when the key is absent and need is false.
    void forEach(const char* key, bool need, const std::function<void(const JsonRecord&)>& visit) const;

    /// "annotations[3]", "line 5"; "" for the whole file.
    const std::string& place() const { return m_place; }

    /// An error about one key: `FILE: PLACE.KEY WHAT`.
    [[noreturn]] void fail(const char* key, const std::string& what) const;

private:
    JsonRecord(std::string place, const Error& why);
    const Json& required(const char* key) const;

    const std::string m_file;
    const std::string m_place; ///< "" for the whole file, else as in "annotations[3]"
    const Json& m_value;
    const std::optional<Error> m_damage;
};

/// Does something with a record. @return why it cannot be used, or "".
std::string faultOf(const std::function<void()>& use);

/// The whole of a JSON file as a string with one record of each array a line: readable, and quick to compare.
class RecordLines {
public:
    explicit RecordLines(const OrderedJson& head);
    void beginArray(const std::string& key);
    void add(const OrderedJson& record);
    void endArray();
    std::string finish();

private:
    std::string m_text;
    bool m_first = true;
};

} // namespace vbs
