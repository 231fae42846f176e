#pragma once

#include "core/base/for_people.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace vbs {

/// A text for people: an English pattern with %1, %2… and what stands in their places. It reads as plain English by
/// itself; the window translates pattern and parts (ui/util/core_text). Made by sentence(), or plain.
class Sentence {
public:
    Sentence() = default;
    /// A name, a path, a number, or words from elsewhere: they stay as they are in every language.
    Sentence(std::string plain) : m_english(std::move(plain)) {}
    Sentence(std::string pattern, std::vector<Sentence> parts);

    const std::string& english() const { return m_english; }
    operator const std::string&() const { return m_english; }

    const std::string& pattern() const { return m_pattern; } ///< empty: plain
    const std::vector<Sentence>& parts() const { return m_parts; }

private:
    std::string m_english, m_pattern;
    std::vector<Sentence> m_parts;
};

inline Sentence partOf(const Sentence& part)
{
    return part;
}
inline Sentence partOf(std::string part)
{
    return Sentence(std::move(part));
}
inline Sentence partOf(const char* part)
{
    return Sentence(std::string(part));
}
inline Sentence partOf(std::string_view part)
{
    return Sentence(std::string(part));
}
inline Sentence partOf(const std::filesystem::path& part)
{
    return Sentence(part.string());
}
inline Sentence partOf(char part)
{
    return Sentence(std::string(1, part));
}
template <typename Number>
requires std::is_arithmetic_v<Number> Sentence partOf(Number part)
{
    return Sentence(std::to_string(part));
}

/// `sentence("Cannot read %1: %2.", path, reason)`. The pattern must be a literal, so that the translators' tool sees
/// it (resources/translations/README.md). A % before anything but a digit is a letter like others; at most nine parts.
template <typename... Parts> Sentence sentence(const char* pattern, const Parts&... parts)
{
    static_assert(sizeof...(Parts) <= 9, "Places are %1 to %9.");
    return Sentence(pattern, {partOf(parts)...});
}

/// The pattern with parts in the places %1 to %9; places without a part stay.
std::string withParts(std::string_view pattern, const std::vector<std::string>& parts);

} // namespace vbs
