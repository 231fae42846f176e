#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace vbs {

/// Time since it was made, by the steady clock.
class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }
    double milliseconds() const { return 1000 * seconds(); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// The middle value, or the mean of the two. @param values at least one.
inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/// Runs work once to warm up, then several times. @returns the median time of one run.
template <typename Work> double medianSeconds(int runs, const Work& work)
{
    work();
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const Stopwatch watch;
        work();
        times.push_back(watch.seconds());
    }
    return median(std::move(times));
}

} // namespace vbs
