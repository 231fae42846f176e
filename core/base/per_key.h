#pragma once

#include <array>
#include <cstddef>
#include <utility>

namespace vbs {

/// A row for every value of an enumeration that counts from 0, in its order. A missing, doubled or misplaced row does
/// not compile. @tparam Count one more than the last value.
template <typename Key, std::size_t Count, typename T> class PerKey {
public:
    struct Row {
        Key key;
        T value;
    };

    template <std::size_t N>
    requires(N == Count) consteval PerKey(const Row (&rows)[N]) : PerKey(rows, std::make_index_sequence<Count>())
    {
        for (std::size_t i = 0; i < N; ++i)
            if (rows[i].key != Key(i))
                throw "The rows must stand in the order of their keys.";
    }

    constexpr const T& operator[](Key key) const { return m_values[std::size_t(key)]; }
    constexpr auto begin() const { return m_values.begin(); }
    constexpr auto end() const { return m_values.end(); }

private:
    template <std::size_t... I>
    consteval PerKey(const Row* rows, std::index_sequence<I...>) : m_values{rows[I].value...}
    {
    }

    std::array<T, Count> m_values;
};

} // namespace vbs
