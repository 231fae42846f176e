#include "core/runtime/process_setup.h"

#include "core/base/error.h"
#include "core/base/process_memory.h"
#include "core/image/opencv_log.h"

#include <algorithm>
#include <dlfcn.h>
#include <mutex>
#include <string>
#include <thread>

#include <ATen/Context.h>
#include <ATen/Parallel.h>

namespace vbs {

namespace {

/// LibTorch may stand on an OpenBLAS with threads of its own, which at::set_num_threads does not reach. It is looked
/// for while running: linkers settle a weak symbol of a library that is not linked directly as absent.
void setOpenBlasThreads(int count)
{
    if (void* const symbol = ::dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))
        reinterpret_cast<void (*)(int)>(symbol)(count);
}

/// OpenBLAS gives each thread that multiplies a buffer of 128 MB, and where the system refuses one it asks again for
/// ever. @return as many threads as there is memory for. @throws Error (TooLarge) when there is not even for one.
int affordableThreads(int wanted)
{
    constexpr std::uint64_t kThread = 136u << 20, kRest = 128u << 20; // the buffer and a stack; weights and pictures
    for (int count = wanted; count >= 1; count = count > 1 ? (count + 1) / 2 : 0)
        if (couldReserve(std::uint64_t(count) * kThread + kRest))
            return count;
    throw Error(ErrorCode::TooLarge, sentence("There is not enough free memory to compute, which takes %1 MB more: "
                                              "close other programs, or raise the limit (ulimit -v).",
                                              (kThread + kRest) >> 20));
}

std::mutex threadsMutex;
int threadsWanted = 0;  ///< 0: one for each core
int threadsStarted = 0; ///< 0: not yet

} // namespace

void setUpProcess()
{
    silenceOpenCv();
    at::globalContext().setFlushDenormal(true);
}

void setComputeThreads(int count)
{
    if (count < 0)
        throw Error(ErrorCode::InvalidArgument, sentence("The number of threads cannot be negative."));
    const std::lock_guard lock(threadsMutex);
    threadsWanted = count;
    threadsStarted = 0;
}

void computeAlone()
{
    at::get_num_threads(); // LibTorch sets the thread's number when it is first asked
    if (void* const symbol = ::dlsym(RTLD_DEFAULT, "omp_set_num_threads"))
        reinterpret_cast<void (*)(int)>(symbol)(1); // of this thread; LibTorch's own function would tell all of them
}

int startComputeThreads()
{
    const std::lock_guard lock(threadsMutex);
    if (threadsStarted == 0) {
        const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        threadsStarted = affordableThreads(threadsWanted > 0 ? threadsWanted : cores);
        setOpenBlasThreads(threadsStarted);
    }
    at::set_num_threads(threadsStarted); // OpenMP keeps a number for each thread
    return threadsStarted;
}

} // namespace vbs
