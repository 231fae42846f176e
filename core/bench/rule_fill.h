#pragma once

#include <cstdint>
#include <string_view>

namespace vbs {

/// Numbers made from names alone, so that a network of any size can be filled the same way everywhere without a
/// weights file: 64-bit FNV-1a over the salt's bytes followed by the key's, then splitmix64 (Steele, Lea & Flood 2014).
class RuleStream {
public:
    RuleStream(std::string_view salt, std::string_view key);

    std::uint64_t seed() const { return m_seed; }

    /// Number i of the stream, i = 0, 1, ...: at least 0, below 1, in steps of 2^-24.
    double at(std::uint64_t i) const
    {
        std::uint64_t z = m_seed + (i + 1) * 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        z ^= z >> 31;
        return static_cast<double>(z >> 40) * 0x1p-24;
    }

private:
    std::uint64_t m_seed;
};

} // namespace vbs
