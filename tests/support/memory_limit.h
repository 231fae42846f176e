#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <sys/resource.h>

namespace vbs::test {

/// While it lives, the process can map no more than so many bytes beyond what it has mapped already.
class MemoryLimit {
public:
    explicit MemoryLimit(std::uint64_t more)
    {
        ::getrlimit(RLIMIT_AS, &m_before);
        const rlimit limit{mapped() + more, m_before.rlim_max};
        ::setrlimit(RLIMIT_AS, &limit);
    }
    ~MemoryLimit() { ::setrlimit(RLIMIT_AS, &m_before); }
    MemoryLimit(const MemoryLimit&) = delete;
    MemoryLimit& operator=(const MemoryLimit&) = delete;

private:
    static std::uint64_t mapped()
    {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmSize:"))
                return std::stoull(line.substr(7)) * 1024;
        return 0;
    }

    rlimit m_before{};
};

} // namespace vbs::test
