#include "app/commands/thread_option.h"

#include "core/base/threads.h"

namespace vbs {

void addThreadsOption(CLI::App& app, int& threads)
{
    app.add_option("--threads", threads, "processor threads; 0: all")
        ->capture_default_str()
        ->check(CLI::Range(0, mostThreads()));
}

} // namespace vbs
