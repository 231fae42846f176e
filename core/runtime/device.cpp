#include "core/runtime/device.h"

#include "core/base/for_people.h"
#include "core/runtime/process_setup.h"
#include "core/runtime/torch_compat.h"

#include <charconv>
#include <dlfcn.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>

#include <ATen/Version.h>
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
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There is no device \"%1\": use auto, cpu, cuda or cuda:N.", name));
    }
    const int count = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
    if (index >= count) {
        throw Error(ErrorCode::InvalidArgument,
                    count == 0 ? sentence("Device %1 was requested, but this LibTorch does not see a CUDA GPU.", name)
                               : sentence("Device %1 was requested, but there are only %2 GPUs (cuda:0 is the first).",
                                          name, count));
    }
    return c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(index));
}

/// The first line of a file of the system's that begins with a word; empty where there is none.
std::string lineOf(const std::filesystem::path& file, std::string_view word)
{
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        if (line.starts_with(word))
            return line + "\n";
    return {};
}

} // namespace

std::vector<std::string> computeDevices()
{
    std::vector<std::string> devices{"cpu"};
    const int gpus = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
    for (int index = 0; index < gpus; ++index)
        devices.push_back("cuda:" + std::to_string(index));
    return devices;
}

DeviceMemory memoryOf(const std::string& name)
{
    const c10::Device device(name);
    DeviceMemory known;
    if (!device.is_cuda()) {
        const long pages = ::sysconf(_SC_PHYS_PAGES), size = ::sysconf(_SC_PAGE_SIZE);
        known.total = pages > 0 && size > 0 ? std::uint64_t(pages) * std::uint64_t(size) : 0;
        return known;
    }
    // A LibTorch with CUDA has brought the runtime along; without it nothing of CUDA is linked.
    using Properties = int (*)(std::size_t * free, std::size_t * total);
    using Choose = int (*)(int device);
    const auto choose = reinterpret_cast<Choose>(::dlsym(RTLD_DEFAULT, "cudaSetDevice"));
    const auto memory = reinterpret_cast<Properties>(::dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
    std::size_t free = 0, total = 0;
    if (choose && memory && choose(device.index()) == 0 && memory(&free, &total) == 0)
        known = {free, total};
    return known;
}

DeviceInfo chooseDevice(const std::string& name)
{
    const c10::Device device = parseDevice(name);
    DeviceInfo choice;
    choice.device = device.str();
    choice.threads = startComputeThreads();
    choice.precision = "float32";
    choice.libtorch = TORCH_VERSION;
    choice.memoryBytes = memoryOf(choice.device).total;
    if (device.is_cuda())
        choice.reason = forPeople("A CUDA GPU was found and is used.");
    else if (name == "cpu")
        choice.reason = forPeople("The CPU was requested.");
    else if (nvidiaGpuPresent())
        choice.reason = forPeople("This machine has an NVIDIA GPU, but this LibTorch is built for the CPU only. "
                                  "Start with ./run.sh --torch DIR, naming a LibTorch with CUDA, to use it.");
    else
        choice.reason = forPeople("No NVIDIA GPU was found.");
    return choice;
}

std::string computedBy(const DeviceInfo& choice)
{
    // What LibTorch says of itself names the libraries that it stands on and the instructions that they use.
    std::string text = at::show_config() + lineOf("/proc/cpuinfo", "model name") + std::to_string(choice.threads) +
                       " threads on " + choice.device + "\n";
    if (choice.device == "cpu")
        return text;
    std::set<std::string> models; // the folders' order is the system's
    std::error_code code;
    for (std::filesystem::directory_iterator at("/proc/driver/nvidia/gpus", code), end; !code && at != end;
         at.increment(code))
        models.insert(lineOf(at->path() / "information", "Model"));
    for (const std::string& model : models)
        text += model;
    return text;
}

void choosePrecision(const std::string& name, DeviceInfo& choice)
{
    if (name != "auto" && name != "float32" && name != "bfloat16")
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There is no precision \"%1\": use auto, float32 or bfloat16.", name));
    choice.precision = name == "bfloat16" ? name : "float32";
}

} // namespace vbs
