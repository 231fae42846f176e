#pragma once

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/base/json.h"
#include "core/base/json_shape.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// One object of a lesson's JSON that knows where it stands, and which of its keys were asked for: the others are a
/// later version's, and kept. For sources only.
class LessonRecord {
public:
    /// @param place "steps[2]"; empty for the whole document. @throws Error (CorruptData) when it is no object.
    LessonRecord(const Json& json, std::string place);

    /// Null when the key is absent or null.
    const Json* find(const char* key);

    template <typename T> T value(const char* key, T otherwise)
    {
        const Json* found = find(key);
        if (!found)
            return otherwise;
        if (!JsonShape<T>::fits(*found))
            fail(key, sentence("should be %1", JsonShape<T>::name()));
        return found->get<T>();
    }
    /// A text of at most LessonLimits::kText bytes.
    std::string text(const char* key);
    /// At most so many texts.
    std::vector<std::string> texts(const char* key, std::size_t most);
    /// Different counts, growing; none beyond LessonLimits::kRegions.
    std::vector<std::size_t> indices(const char* key);
    std::vector<Box> boxes(const char* key);
    /// A whole number of least … most.
    int number(const char* key, int otherwise, int least, int most);

    template <typename Kind>
    Kind named(const char* key, std::optional<Kind> (*kindOf)(std::string_view), const char* names, Kind otherwise)
    {
        if (!find(key))
            return otherwise;
        const auto kind = kindOf(text(key));
        if (!kind)
            fail(key, sentence("should be one of %1", names));
        return *kind;
    }

    /// "steps[2].quiz"
    std::string placeOf(const std::string& key) const { return m_place.empty() ? key : m_place + "." + key; }
    /// The keys that nobody asked for.
    Json rest() const;

    [[noreturn]] void fail(const std::string& key, const Sentence& what) const;

private:
    const Json& m_json;
    std::string m_place;
    std::set<std::string, std::less<>> m_known;
};

/// JSON without NaN and infinities, which could not be written again. @throws Error (CorruptData) as parseJson.
Json parseLessonJson(std::string_view text, const std::string& name);

/// Adds the kept keys of a later version; those that are written already win.
void addKept(OrderedJson& json, const Json& more);

OrderedJson boxesJson(const std::vector<Box>& boxes);

} // namespace vbs
