#include "app/commands/terminal_progress.h"

#include <cstdio>
#include <unistd.h>

namespace vbs {

JobControl terminalProgress(bool quiet)
{
    JobControl control;
    if (quiet || ::isatty(STDERR_FILENO) == 0)
        return control;
    control.onProgress = [](const Progress& progress) {
        if (progress.fraction < 0)
            std::fprintf(stderr, "\r\033[K%s…", progress.stage.c_str());
        else
            std::fprintf(stderr, "\r\033[K%s… %.0f %%", progress.stage.c_str(), 100 * progress.fraction);
        if (progress.fraction >= 1)
            std::fputs("\r\033[K", stderr);
    };
    return control;
}

std::function<void(const std::string&)> terminalLines(bool quiet)
{
    if (quiet)
        return {};
    return [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
}

} // namespace vbs
