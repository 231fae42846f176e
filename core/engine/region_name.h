#pragma once

#include "core/engine/inference_types.h"

#include <string>

namespace vbs {

/// "red ball": what a region is called, its attribute first where it has one.
inline std::string nameOf(const Region& region)
{
    return region.attribute.empty() ? region.label : region.attribute + " " + region.label;
}

} // namespace vbs
