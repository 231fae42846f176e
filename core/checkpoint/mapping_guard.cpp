#include "core/checkpoint/mapping_guard.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <unistd.h>

namespace vbs {

namespace {

/// What the handler may read: nothing here is ever freed or moved.
struct Mapping {
    std::atomic<std::uintptr_t> begin = 0; ///< 0: free; written last
    std::atomic<std::uintptr_t> end = 0;
    std::array<char, 512> line{}; ///< what is said of it
};

constexpr std::size_t kMostMappings = 256;
std::array<Mapping, kMostMappings> g_mappings;
std::mutex g_mutex;

void explainAndEnd(int signal, siginfo_t* info, void*)
{
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    for (const Mapping& mapping : g_mappings) {
        const std::uintptr_t begin = mapping.begin;
        if (begin == 0 || address < begin || address >= mapping.end)
            continue;
        (void)!::write(STDERR_FILENO, mapping.line.data(), std::strlen(mapping.line.data()));
        ::_exit(1);
    }
    std::signal(signal, SIG_DFL); // returning raises it again
}

void installHandler()
{
    struct sigaction present {};
    if (::sigaction(SIGBUS, nullptr, &present) != 0 || present.sa_handler != SIG_DFL)
        return;
    struct sigaction action {};
    action.sa_sigaction = explainAndEnd;
    action.sa_flags = SA_SIGINFO;
    ::sigaction(SIGBUS, &action, nullptr);
}

} // namespace

MappingGuard::MappingGuard(const std::filesystem::path& path, const void* begin, std::size_t size)
{
    static std::once_flag installed;
    std::call_once(installed, installHandler);
    const std::lock_guard lock(g_mutex);
    for (std::size_t slot = 0; slot < kMostMappings; ++slot) {
        Mapping& mapping = g_mappings[slot];
        if (mapping.begin != 0)
            continue;
        std::snprintf(mapping.line.data(), mapping.line.size(),
                      "visualbert: error: %.400s was cut short or became unreadable while it was in use.\n",
                      path.c_str());
        mapping.end = reinterpret_cast<std::uintptr_t>(begin) + size;
        mapping.begin = reinterpret_cast<std::uintptr_t>(begin);
        m_slot = static_cast<int>(slot);
        return;
    }
}

MappingGuard::~MappingGuard()
{
    if (m_slot >= 0)
        g_mappings[static_cast<std::size_t>(m_slot)].begin = 0;
}

} // namespace vbs
