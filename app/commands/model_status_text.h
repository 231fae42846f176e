#pragma once

#include "core/base/json.h"
#include "core/hub/model_store.h"

#include <string>

namespace vbs {

/// "455 MB", "12.3 MB", "631 bytes".
std::string sizeText(std::uintmax_t bytes);

/// An entry with its terms and needs, and how much of it is on disk.
OrderedJson statusJson(const CatalogEntry& entry, const ModelStatus& status);

} // namespace vbs
