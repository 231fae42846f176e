#include "app/commands/thread_option.h"

#include "core/base/threads.h"
#include "core/runtime/process_setup.h"

namespace vbs {

void addThreadsOption(CLI::App& app)
{
    app.add_option_function<int>("--threads", setComputeThreads, "processor threads; 0: all")
        ->default_str("0")
        ->check(CLI::Range(0, mostThreads()));
}

} // namespace vbs
