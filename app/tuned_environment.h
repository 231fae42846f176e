#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// The environment that this machine computes fastest with. OpenBLAS and OpenMP read it when they are loaded, before
/// main().
///
/// - OMP_WAIT_POLICY=passive and GOMP_SPINCOUNT: waiting OpenMP threads would spin and starve OpenBLAS's own, but
///   sleeping at once costs as much as a small layer, so they spin for some ten microseconds.
/// - OPENBLAS_THREAD_TIMEOUT: the same for OpenBLAS's threads, which by default spin for 20 ms.
/// - OPENBLAS_CORETYPE: SkylakeX on an Intel processor with AVX-512, even when the environment asks for less
///   (half the rate was measured with Haswell kernels there); elsewhere OpenBLAS's own choice stands.
/// - OPENBLAS_NUM_THREADS=1 where the process's memory is limited (ulimit -v): OpenBLAS's threads would begin before
///   main and wait for ever for the memory that they are refused. chooseDevice starts as many as there is memory for.
///
/// VBS_KEEP_ENVIRONMENT=1 leaves everything as it is.
class TunedEnvironment {
public:
    /// @param variables what the program was started with, as main's third argument.
    explicit TunedEnvironment(char** variables);

    /// Whether it differs from what the program was started with.
    bool isChanged() const { return m_changed; }

    /// As execve wants it; lives as long as this.
    std::vector<char*> pointers();

private:
    bool has(std::string_view name) const;
    void set(std::string_view name, std::string_view value);
    std::vector<std::string>::const_iterator find(std::string_view name) const;

    std::vector<std::string> m_entries;
    bool m_changed = false;
};

} // namespace vbs
