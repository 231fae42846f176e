#pragma once

#include "core/datasets/box_source.h"

namespace vbs {

bool isCocoSource(const std::filesystem::path& path, const std::map<std::string, char>& keys);

/// A COCO file. @throws Error as CocoBoxes::read.
std::unique_ptr<BoxSource> openCocoSource(const std::filesystem::path& path);

inline constexpr BoxFormat kCocoBoxFormat{"COCO", "COCO's \"images\"", "a COCO file", isCocoSource, openCocoSource};

} // namespace vbs
