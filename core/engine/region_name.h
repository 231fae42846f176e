#pragma once

#include "core/engine/inference_types.h"

#include <string>

namespace vbs {

/// What a region is called: as the user calls it, else "red ball"; "ball" without an attribute; "whole picture:
/// meadow"; "region" without a label.
std::string nameOf(const Region& region);

} // namespace vbs
