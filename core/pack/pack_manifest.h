#pragma once

#include "core/pack/model_pack.h"

namespace vbs {

/// @param file names the manifest in messages. @throws Error (CorruptData, UnsupportedFormat) in one sentence
/// that names the key.
PackManifest manifestFromJson(const Json& json, const std::string& file);

OrderedJson toJson(const PackManifest& manifest);

/// Whether a path is relative and cannot leave its folder: no "..", not absolute, not empty.
bool staysInside(const std::string& relative);

} // namespace vbs
