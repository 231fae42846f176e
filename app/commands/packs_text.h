#pragma once

#include "core/pack/model_pack.h"

#include <cstdint>
#include <string>

namespace vbs {

/// "nlvr, vqa": the keys of a pack's models.
std::string tasksOf(const PackManifest& manifest);

/// Of the files that the pack lists.
std::uintmax_t bytesOf(const PackManifest& manifest);

} // namespace vbs
