#pragma once

#include "core/base/stopwatch.h"
#include "core/hub/model_store.h"

#include <deque>

namespace vbs {

/// Turns what happens during a pull into reports: at most ten a second, with the rate of the last seconds.
class PullMeter {
public:
    PullMeter(const PullOptions& options, std::uintmax_t total) : m_options(options) { m_now.total = total; }

    void setTotal(std::uintmax_t total) { m_now.total = total; }
    /// Bytes of files that are whole.
    void setWhole(std::uintmax_t bytes) { m_whole = bytes; }
    /// @param ofFile bytes of the file in hand that are there.
    void report(PullProgress::Stage stage, const std::string& file, std::uintmax_t ofFile, const std::string& host = {},
                const std::string& message = {});
    void note(const std::string& sentence) const;

private:
    void measure();

    const PullOptions& m_options;
    PullProgress m_now;
    std::uintmax_t m_whole = 0;
    Stopwatch m_watch;
    double m_reported = -1;
    struct Sample {
        double seconds;
        std::uintmax_t bytes;
    };
    std::deque<Sample> m_samples;
};

} // namespace vbs
