#include "core/runtime/device.h"

#include "core/runtime/process_setup.h"
#include "core/runtime/torch_compat.h"

#include <charconv>
#include <filesystem>

#include <c10/core/Device.h>
#include <torch/cuda.h>

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
                    count == 0 ? "Device " + name + " was requested, but this LibTorch does not see a CUDA GPU."
                               : "Device " + name + " was requested, but there are only " + std::to_string(count) +
                                     " GPUs (cuda:0 is the first).");
    }
    return c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(index));
}

} // namespace

DeviceInfo chooseDevice(const std::string& name)
{
    const c10::Device device = parseDevice(name);
    DeviceInfo choice;
    choice.device = device.str();
    choice.threads = startComputeThreads();
    choice.precision = "float32";
    choice.libtorch = TORCH_VERSION;
    if (device.is_cuda())
        choice.reason = "A CUDA GPU was found and is used.";
    else if (name == "cpu")
        choice.reason = "The CPU was requested.";
    else if (nvidiaGpuPresent())
        choice.reason = "This machine has an NVIDIA GPU, but this LibTorch is built for the CPU only. "
                        "Start with ./run.sh --torch DIR, naming a LibTorch with CUDA, to use it.";
    else
        choice.reason = "No NVIDIA GPU was found.";
    return choice;
}

void choosePrecision(const std::string& name, DeviceInfo& choice)
{
    if (name != "auto" && name != "float32" && name != "bfloat16")
        throw Error(ErrorCode::InvalidArgument,
                    "There is no precision \"" + name + "\": use auto, float32 or bfloat16.");
    choice.precision = name == "bfloat16" ? name : "float32";
}

} // namespace vbs
