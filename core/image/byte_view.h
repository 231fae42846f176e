#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace vbs {

/// Reads numbers out of untrusted bytes; a read past the end throws ShortRead instead of reading on.
class ByteView {
public:
    struct ShortRead {};

    explicit ByteView(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    std::size_t size() const { return m_bytes.size(); }

    std::uint8_t byte(std::size_t at) const { return range(at, 1)[0]; }
    std::uint32_t big16(std::size_t at) const { return big(at, 2); }
    std::uint32_t big32(std::size_t at) const { return big(at, 4); }
    std::uint32_t little16(std::size_t at) const { return static_cast<std::uint32_t>(little(at, 2)); }
    std::uint32_t little24(std::size_t at) const { return static_cast<std::uint32_t>(little(at, 3)); }
    std::uint32_t little32(std::size_t at) const { return static_cast<std::uint32_t>(little(at, 4)); }
    std::uint64_t little64(std::size_t at) const { return little(at, 8); }
    std::uint64_t big64(std::size_t at) const { return std::uint64_t(big(at, 4)) << 32 | big(at + 4, 4); }

    std::span<const std::uint8_t> range(std::size_t at, std::size_t count) const
    {
        if (at > m_bytes.size() || count > m_bytes.size() - at)
            throw ShortRead{};
        return m_bytes.subspan(at, count);
    }

    /// Whether the bytes from `at` on begin with this text; false past the end.
    bool has(std::size_t at, std::string_view text) const
    {
        return at <= m_bytes.size() && text.size() <= m_bytes.size() - at &&
               std::memcmp(m_bytes.data() + at, text.data(), text.size()) == 0;
    }

private:
    std::uint32_t big(std::size_t at, std::size_t count) const
    {
        std::uint32_t value = 0;
        for (const std::uint8_t byte : range(at, count))
            value = value << 8 | byte;
        return value;
    }
    std::uint64_t little(std::size_t at, std::size_t count) const
    {
        const auto bytes = range(at, count);
        std::uint64_t value = 0;
        for (std::size_t i = count; i > 0; --i)
            value = value << 8 | bytes[i - 1];
        return value;
    }

    std::span<const std::uint8_t> m_bytes;
};

} // namespace vbs
