#include "app/tuned_environment.h"

#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace vbs {

namespace {

bool setIfDifferent(const char* name, const char* value)
{
    const char* current = std::getenv(name);
    if (current != nullptr && std::strcmp(current, value) == 0)
        return false;
    ::setenv(name, value, 1);
    return true;
}

bool intelWithAvx512()
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_is("intel") && __builtin_cpu_supports("avx512f");
#else
    return false;
#endif
}

} // namespace

void restartWithTunedEnvironment(char** argv)
{
    // The mark keeps a program whose environment cannot be changed from restarting for ever.
    if (std::getenv("VBS_KEEP_ENVIRONMENT") != nullptr || std::getenv("VBS_ENVIRONMENT_TUNED") != nullptr)
        return;
    bool changed = setIfDifferent("OMP_WAIT_POLICY", "passive");
    // Waking a thread takes tens of microseconds, as long as a small layer: wait a little before sleeping.
    changed = setIfDifferent("GOMP_SPINCOUNT", "10000") || changed;
    // OpenBLAS's threads would spin for 20 ms after each product, on the cores that oneDNN's then need.
    changed = setIfDifferent("OPENBLAS_THREAD_TIMEOUT", "4") || changed;
    if (intelWithAvx512())
        changed = setIfDifferent("OPENBLAS_CORETYPE", "SkylakeX") || changed;
    if (!changed)
        return;
    ::setenv("VBS_ENVIRONMENT_TUNED", "1", 1);
    ::execv("/proc/self/exe", argv);
    // Running on untuned is better than not running.
}

} // namespace vbs
