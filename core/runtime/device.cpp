#include "core/runtime/device.h"

#include "core/base/process_memory.h"
#include "core/runtime/torch_compat.h"

#include <algorithm>
#include <charconv>
#include <dlfcn.h>
#include <filesystem>
#include <thread>

#include <torch/cuda.h>
#include <torch/types.h>
#include <torch/utils.h>

namespace vbs {

namespace {

bool nvidiaGpuPresent()
{
    return std::filesystem::exists("/proc/driver/nvidia/version") || std::filesystem::exists("/dev/nvidia0");
}

c10::Device parseDevice(const std::string& name)
{
    if (name == "auto")
        return torch::cuda::is_available() ? c10::Device(c10::kCUDA, 0) : c10::Device(c10::kCPU);
    if (name == "cpu")
        return c10::Device(c10::kCPU);
    int index = -1;
    if (name == "cuda") {
        index = 0;
    } else if (name.rfind("cuda:", 0) == 0) {
        const char* end = name.data() + name.size();
        const auto [rest, error] = std::from_chars(name.data() + 5, end, index);
        if (error != std::errc() || rest != end)
            index = -1;
    }
    if (index < 0) {
        throw Error(ErrorCode::InvalidArgument, "There is no device \"" + name + "\": use auto, cpu, cuda or cuda:N.");
    }
    const int count = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
    if (index >= count) {
        throw Error(ErrorCode::InvalidArgument,
                    count == 0 ? "Device " + name + " was asked for, but this LibTorch sees no CUDA GPU."
                               : "Device " + name + " was asked for, but there are only " + std::to_string(count) +
                                     " GPUs (cuda:0 is the first).");
    }
    return c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(index));
}

/// LibTorch may stand on an OpenBLAS with threads of its own, which torch::set_num_threads does not reach. It is looked
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
    throw Error(ErrorCode::TooLarge, "There is not enough free memory to compute, which takes " +
                                         std::to_string((kThread + kRest) >> 20) +
                                         " MB more: close other programs, or raise the limit (ulimit -v).");
}

} // namespace

DeviceChoice chooseDevice(const std::string& name, int threads)
{
    if (threads < 0)
        throw Error(ErrorCode::InvalidArgument, "The number of threads cannot be negative.");
    DeviceChoice choice;
    choice.device = parseDevice(name);
    const int count = affordableThreads(threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency()));
    torch::set_num_threads(count);
    setOpenBlasThreads(count);
    choice.info.device = choice.device.str();
    choice.info.threads = count;
    choice.info.precision = "float32";
    choice.info.libtorch = TORCH_VERSION;
    if (choice.device.is_cuda())
        choice.info.reason = "LibTorch sees a CUDA GPU, and it is used.";
    else if (name == "cpu")
        choice.info.reason = "The CPU was asked for.";
    else if (nvidiaGpuPresent())
        choice.info.reason = "This machine has an NVIDIA GPU, but this LibTorch is built for the CPU only. "
                             "Start with ./run.sh --torch DIR, naming a LibTorch with CUDA, to use it.";
    else
        choice.info.reason = "No NVIDIA GPU was found.";
    return choice;
}

at::ScalarType choosePrecision(const std::string& name, DeviceChoice& choice)
{
    if (name != "auto" && name != "float32" && name != "bfloat16")
        throw Error(ErrorCode::InvalidArgument,
                    "There is no precision \"" + name + "\": use auto, float32 or bfloat16.");
    choice.info.precision = name == "bfloat16" ? name : "float32";
    return name == "bfloat16" ? at::kBFloat16 : at::kFloat;
}

} // namespace vbs
