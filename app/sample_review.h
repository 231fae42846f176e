#pragma once

#include "core/base/progress.h"
#include "core/datasets/dataset.h"

namespace vbs {

/// What `visualbert scenes --count 100 --errors 0.1` makes: a data set to learn reviewing with, a tenth of whose
/// answers is wrong on purpose. What an attempt that was cut off left is made anew. @throws Error as exportScenes.
DatasetFiles makeSampleReview(const std::filesystem::path& folder, const JobControl& control);

} // namespace vbs
