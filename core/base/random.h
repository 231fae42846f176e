#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace vbs {

/// Random numbers that are the same on every machine and library for the same seed
/// (std::mt19937_64 is specified exactly; the standard distributions are not, so they are not used).
class Rng {
public:
    explicit Rng(std::uint64_t seed) : m_engine(seed) {}

    std::uint64_t next() { return m_engine(); }

    /// Uniform in 0..n-1; n > 0. The bias, below 2^-32 for any n < 2^32, does not matter here.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>((m_engine() >> 32) * n >> 32); }

    /// Uniform integer in first..last, both included.
    int between(int first, int last) { return first + static_cast<int>(below(std::size_t(last - first + 1))); }

    /// Uniform in [0, 1) with 53 bits.
    double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    bool chance(double probability) { return uniform() < probability; }

    /// Near-normal (sum of twelve uniforms; libm-free, so identical everywhere), mean 0, deviation 1.
    double normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += uniform();
        return sum;
    }

    template <typename Container> const auto& pick(const Container& items) { return items[below(items.size())]; }
    template <typename T> T pick(std::initializer_list<T> items) { return items.begin()[below(items.size())]; }

    template <typename T> void shuffle(std::vector<T>& items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(i)]);
    }

    /// State as text, to resume a run exactly.
    std::mt19937_64& engine() { return m_engine; }

private:
    std::mt19937_64 m_engine;
};

} // namespace vbs
