#pragma once

#include <cstdint>

namespace vbs {

/// A well-mixed 64-bit number from two (splitmix64's finaliser, Steele et al. 2014, once for each), to give
/// every member of a numbered series a seed of its own.
constexpr std::uint64_t splitMix(std::uint64_t seed, std::uint64_t index)
{
    const auto mixed = [](std::uint64_t z) {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    };
    return mixed(mixed(seed) + index);
}

} // namespace vbs
