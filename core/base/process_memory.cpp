#include "core/base/process_memory.h"

#include <fstream>
#include <malloc.h>
#include <string>

namespace vbs {

ProcessMemory processMemory()
{
    ProcessMemory memory;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        const std::size_t colon = line.find(':');
        const auto kilobytes = [&] { return std::stoull(line.substr(colon + 1)) * 1024; };
        if (line.starts_with("VmHWM:"))
            memory.peak = kilobytes();
        else if (line.starts_with("VmRSS:"))
            memory.resident = kilobytes();
        else if (line.starts_with("RssAnon:"))
            memory.anonymous = kilobytes();
    }
    return memory;
}

void forgetMemoryPeak()
{
    ::malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";
}

} // namespace vbs
