#pragma once

#include "core/base/progress.h"
#include "core/data/picture_list.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// Writes into a pack what its pictures look like to its extractor (core/regions/picture_strangeness), learned from
/// pictures such as those that its models were taught with; what it knows of texts stays. Of the pictures, every fourth
/// finds the threshold. @throws Error as LoadedPack, readImage, learnPictureStrangeness and amendPack.
void calibrateOnPictures(const std::filesystem::path& pack, const std::vector<ListedPicture>& pictures,
                         const std::string& device, const JobControl& control);

} // namespace vbs
