#pragma once

namespace vbs {

/// OpenBLAS and OpenMP read their settings when they are loaded, before main(). Sets what this machine
/// computes fastest with and, if that differs from what the program was started with, starts it again in its
/// own place. Returns when nothing is left to change. GNU's loader does this by itself before it initialises the
/// libraries; call it first in main() for the others.
///
/// - OMP_WAIT_POLICY=passive and GOMP_SPINCOUNT: waiting OpenMP threads would spin and starve OpenBLAS's own, but
///   sleeping at once costs as much as a small layer, so they spin for some ten microseconds.
/// - OPENBLAS_THREAD_TIMEOUT: the same for OpenBLAS's threads, which by default spin for 20 ms.
/// - OPENBLAS_CORETYPE: SkylakeX on an Intel processor with AVX-512, even when the environment asks for less
///   (half the rate was measured with Haswell kernels there); elsewhere OpenBLAS's own choice stands.
/// - OPENBLAS_NUM_THREADS=1 where the process's memory is limited (ulimit -v): OpenBLAS's threads would begin before
/// main
///   and wait for ever for the memory that they are refused. chooseDevice starts as many as there is memory for.
///
/// VBS_KEEP_ENVIRONMENT=1 leaves everything as it is.
void restartWithTunedEnvironment(char** argv);

} // namespace vbs
