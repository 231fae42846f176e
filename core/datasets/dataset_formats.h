#pragma once

#include "core/datasets/dataset.h"

#include <span>

namespace vbs {

/// Every format, in the order in which recognition tries them. A new one is a file pair and a row here; commands take
/// their help and choices from it.
std::span<const DatasetFormat> datasetFormats();

/// @throws Error (InvalidArgument) listing the names for an unknown one.
const DatasetFormat& datasetFormat(std::string_view name);

/// The format of these files. @param name of --format; empty: told by their contents.
/// @param task only formats that ask this; none: any.
/// @throws Error (UnsupportedFormat) naming the file and the formats, (InvalidArgument) for an unknown name or one of
/// another task.
const DatasetFormat& formatOf(const DatasetFiles& files, std::string_view name = {}, std::optional<Task> task = {});

} // namespace vbs
