#pragma once

#include "core/engine/inference_types.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

#include <string>

namespace vbs {

/// Where to compute, from the words of --device and --threads.
struct DeviceChoice {
    c10::Device device{c10::kCPU};
    DeviceInfo info;
};

/// @param name auto, cpu, cuda or cuda:N. @param threads 0: every core.
/// Sets LibTorch's thread count; fewer where memory for their buffers is refused, see info.threads. Where an NVIDIA GPU
/// lies idle, info.reason says why and how to change it.
/// @throws Error (InvalidArgument) for an unknown name, or a GPU that is not there;
/// (TooLarge) when there is not even memory for one thread.
DeviceChoice chooseDevice(const std::string& name, int threads);

/// The number type that --precision names: auto (float32, which gives the reference's numbers), float32 or bfloat16.
/// Notes it in the choice. @throws Error (InvalidArgument) for another name.
at::ScalarType choosePrecision(const std::string& name, DeviceChoice& choice);

} // namespace vbs
