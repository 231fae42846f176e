#pragma once

#include "core/engine/inference_types.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// Every device that there is, as chooseDevice takes them: the processor, then each GPU.
std::vector<std::string> computeDevices();

/// Where to compute, from the word of --device; starts the threads for it (startComputeThreads). The precision is
/// float32 until choosePrecision. Where an NVIDIA GPU lies idle, the reason says why and how to change it.
/// @param name auto, cpu, cuda or cuda:N.
/// @throws Error (InvalidArgument) for an unknown name, or a GPU that is not there;
/// (TooLarge) when there is not even memory for one thread.
DeviceInfo chooseDevice(const std::string& name);

struct DeviceMemory {
    std::uint64_t free = 0, total = 0; ///< bytes; 0: not known. Of the processor, what is free is not asked for
};

/// @param device as chooseDevice names it: "cpu", "cuda:0".
DeviceMemory memoryOf(const std::string& device);

/// All that decides how numbers are rounded: LibTorch, processor, threads, GPU.
std::string computedBy(const DeviceInfo& choice);

/// The number type that --precision names: auto (float32, which gives the reference's numbers), float32 or bfloat16.
/// Notes it in the choice. @throws Error (InvalidArgument) for another name.
void choosePrecision(const std::string& name, DeviceInfo& choice);

} // namespace vbs
