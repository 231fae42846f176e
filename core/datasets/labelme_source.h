#pragma once

#include "core/datasets/box_source.h"

namespace vbs {

bool isLabelmeSource(const std::filesystem::path& path, const std::map<std::string, char>& keys);

/// One labelme file, or a folder with a labelme file for each picture, called as the picture is.
/// @throws Error as LabelmeFile::read.
std::unique_ptr<BoxSource> openLabelmeSource(const std::filesystem::path& path);

inline constexpr BoxFormat kLabelmeBoxFormat{"labelme", "labelme's \"shapes\"", "a labelme file or a folder of them",
                                             isLabelmeSource, openLabelmeSource};

} // namespace vbs
