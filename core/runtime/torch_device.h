#pragma once

#include "core/engine/inference_types.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

namespace vbs {

/// What chooseDevice and choosePrecision chose, as LibTorch calls it.
inline c10::Device torchDevice(const DeviceInfo& choice)
{
    return c10::Device(choice.device);
}
inline c10::ScalarType torchType(const DeviceInfo& choice)
{
    return choice.precision == "bfloat16" ? c10::ScalarType::BFloat16 : c10::ScalarType::Float;
}

} // namespace vbs
