#pragma once

namespace vbs {

/// Marks a text in a table for the translators' tool (resources/translations/README.md).
constexpr const char* forPeople(const char* text)
{
    return text;
}

} // namespace vbs
