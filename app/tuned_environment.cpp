#include "app/tuned_environment.h"

#include <algorithm>
#include <climits>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

namespace vbs {

namespace {

/// A program's environment, and what it is to be.
class Environment {
public:
    explicit Environment(char** entries)
    {
        for (; entries != nullptr && *entries != nullptr; ++entries)
            m_entries.emplace_back(*entries);
    }

    bool has(std::string_view name) const { return find(name) != m_entries.end(); }
    bool isChanged() const { return m_changed; }

    void set(std::string_view name, std::string_view value)
    {
        const std::string entry = std::string(name) + "=" + std::string(value);
        const auto known = find(name);
        if (known != m_entries.end() && *known == entry)
            return;
        m_changed = true;
        if (known == m_entries.end())
            m_entries.push_back(entry);
        else
            m_entries[std::size_t(known - m_entries.begin())] = entry;
    }

    /// As execve wants it; lives as long as this.
    std::vector<char*> pointers()
    {
        std::vector<char*> pointers;
        for (std::string& entry : m_entries)
            pointers.push_back(entry.data());
        pointers.push_back(nullptr);
        return pointers;
    }

private:
    std::vector<std::string>::const_iterator find(std::string_view name) const
    {
        return std::ranges::find_if(m_entries, [&](const std::string& entry) {
            return entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=';
        });
    }

    std::vector<std::string> m_entries;
    bool m_changed = false;
};

bool intelWithAvx512()
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_is("intel") && __builtin_cpu_supports("avx512f");
#else
    return false;
#endif
}

bool isMemoryLimited()
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

/// By its own name, which task managers show: through the link the process would be called "exe".
std::string programPath()
{
    constexpr const char* kLink = "/proc/self/exe";
    char path[PATH_MAX];
    const ssize_t length = ::readlink(kLink, path, sizeof path);
    return length > 0 && std::size_t(length) < sizeof path ? std::string(path, std::size_t(length)) : kLink;
}

void restart(char** argv, char** variables)
{
    Environment environment(variables);
    // The mark keeps a program whose environment cannot be changed from restarting for ever.
    if (environment.has("VBS_KEEP_ENVIRONMENT") || environment.has("VBS_ENVIRONMENT_TUNED"))
        return;
    environment.set("OMP_WAIT_POLICY", "passive");
    // Waking a thread takes tens of microseconds, as long as a small layer: wait a little before sleeping.
    environment.set("GOMP_SPINCOUNT", "10000");
    // OpenBLAS's threads would spin for 20 ms after each product, on the cores that oneDNN's then need.
    environment.set("OPENBLAS_THREAD_TIMEOUT", "4");
    if (intelWithAvx512())
        environment.set("OPENBLAS_CORETYPE", "SkylakeX");
    if (isMemoryLimited())
        environment.set("OPENBLAS_NUM_THREADS", "1");
    if (!environment.isChanged())
        return;
    environment.set("VBS_ENVIRONMENT_TUNED", "1");
    ::execve(programPath().c_str(), argv, environment.pointers().data());
    // Running on untuned is better than not running.
}

void restartEarly(int, char** argv, char** variables)
{
    restart(argv, variables);
}

/// GNU's loader calls this before it initialises any library, which saves doing that twice; and where memory is short,
/// libraries would end the program before main.
[[gnu::section(".preinit_array"), gnu::used]] void (*const beforeLibraries)(int, char**, char**) = restartEarly;

} // namespace

void restartWithTunedEnvironment(char** argv)
{
    restart(argv, environ);
}

} // namespace vbs
