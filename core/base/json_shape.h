#pragma once

#include "core/base/json.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace vbs {

/// Whether a JSON value has the form of a C++ type, and that form's name for messages. The library's own conversion
/// cuts fractions off and takes true for 1.
template <typename T> struct JsonShape {
    static_assert(std::is_arithmetic_v<T>);

    static bool fits(const Json& value)
    {
        if constexpr (std::is_same_v<T, bool>) {
            return value.is_boolean();
        } else if constexpr (std::is_floating_point_v<T>) {
            return isFiniteNumber(value);
        } else {
            if (value.is_number_unsigned())
                return std::in_range<T>(value.get<std::uint64_t>());
            if (value.is_number_integer())
                return std::in_range<T>(value.get<std::int64_t>());
            const double number = value.is_number() ? value.get<double>() : 0.5;
            return number == std::floor(number) && std::abs(number) <= double(std::numeric_limits<T>::max() / 2);
        }
    }
    static std::string name()
    {
        return std::is_same_v<T, bool> ? "true or false" : std::is_floating_point_v<T> ? "a number" : "a whole number";
    }
};

template <> struct JsonShape<std::string> {
    static bool fits(const Json& value) { return value.is_string(); }
    static std::string name() { return "a string"; }
};

template <> struct JsonShape<Json> {
    static bool fits(const Json&) { return true; }
    static std::string name() { return "a value"; }
};

template <typename Item> struct JsonShape<std::vector<Item>> {
    static bool fits(const Json& value)
    {
        return value.is_array() &&
               std::all_of(value.begin(), value.end(), [](const Json& item) { return JsonShape<Item>::fits(item); });
    }
    static std::string name() { return "a list, each item " + JsonShape<Item>::name(); }
};

} // namespace vbs
