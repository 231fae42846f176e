#include "app/commands/extract_progress.h"

#include "app/commands/terminal_progress.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace vbs {

JobControl progressOfMany(bool quiet, std::stop_token stop)
{
    JobControl control = terminalProgress(quiet);
    control.stop = std::move(stop);
    if (quiet || ::isatty(STDERR_FILENO) != 0)
        return control;
    using Clock = std::chrono::steady_clock;
    auto last = std::make_shared<Clock::time_point>(Clock::now());
    control.onProgress = [last](const Progress& progress) {
        if (Clock::now() - *last < std::chrono::seconds(10))
            return;
        *last = Clock::now();
        std::fprintf(stderr, "%s\n", progress.stage.c_str());
    };
    return control;
}

} // namespace vbs
