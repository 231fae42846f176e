#include "core/base/process_memory.h"

#include <fstream>
#include <malloc.h>
#include <string>
#include <sys/mman.h>

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

bool couldReserve(std::uint64_t bytes)
{
    void* const place =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED)
        return false;
    ::munmap(place, bytes);
    return true;
}

void returnFreeMemory()
{
    ::malloc_trim(0);
}

void forgetMemoryPeak()
{
    returnFreeMemory();
    std::ofstream("/proc/self/clear_refs") << "5";
}

} // namespace vbs
