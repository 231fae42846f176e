#pragma once

#include "core/datasets/dataset.h"

namespace vbs {

bool isVcrDataset(const DatasetFiles& files);

/// Questions about a picture with choices of answers and of reasons: an example each, see vcrQuery for the words.
/// The reason is asked with the right answer. Changed may be: truth.label.
std::unique_ptr<Dataset> openVcrDataset(const DatasetFiles& files, const DatasetOptions& options);

inline constexpr DatasetFormat kVcrFormat{
    "vcr",        "VCR",         Task::MultipleChoice, "--dataset VCR's JSON lines, metadata beside the pictures",
    isVcrDataset, openVcrDataset};

} // namespace vbs
