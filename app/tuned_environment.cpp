#include "app/tuned_environment.h"

#include <algorithm>
#include <sys/resource.h>

namespace vbs {

namespace {

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

} // namespace

TunedEnvironment::TunedEnvironment(char** variables)
{
    for (; variables != nullptr && *variables != nullptr; ++variables)
        m_entries.emplace_back(*variables);
    // The mark keeps a program whose environment cannot be changed from restarting for ever.
    if (has("VBS_KEEP_ENVIRONMENT") || has("VBS_ENVIRONMENT_TUNED"))
        return;
    set("OMP_WAIT_POLICY", "passive");
    // Waking a thread takes tens of microseconds, as long as a small layer: wait a little before sleeping.
    set("GOMP_SPINCOUNT", "10000");
    // OpenBLAS's threads would spin for 20 ms after each product, on the cores that oneDNN's then need.
    set("OPENBLAS_THREAD_TIMEOUT", "4");
    if (intelWithAvx512())
        set("OPENBLAS_CORETYPE", "SkylakeX");
    if (isMemoryLimited())
        set("OPENBLAS_NUM_THREADS", "1");
    if (m_changed)
        set("VBS_ENVIRONMENT_TUNED", "1");
}

std::vector<char*> TunedEnvironment::pointers()
{
    std::vector<char*> pointers;
    for (std::string& entry : m_entries)
        pointers.push_back(entry.data());
    pointers.push_back(nullptr);
    return pointers;
}

bool TunedEnvironment::has(std::string_view name) const
{
    return find(name) != m_entries.end();
}

void TunedEnvironment::set(std::string_view name, std::string_view value)
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

std::vector<std::string>::const_iterator TunedEnvironment::find(std::string_view name) const
{
    return std::ranges::find_if(m_entries, [&](const std::string& entry) {
        return entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=';
    });
}

} // namespace vbs
