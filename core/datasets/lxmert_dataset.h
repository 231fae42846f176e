#pragma once

#include "core/datasets/dataset.h"

namespace vbs {

bool isLxmertDataset(const DatasetFiles& files);

/// Questions with scored answers. Changed may be: text, truth.scores.
std::unique_ptr<Dataset> openLxmertDataset(const DatasetFiles& files, const DatasetOptions& options);

inline constexpr DatasetFormat kLxmertFormat{"lxmert-vqa",
                                             "LXMERT's questions",
                                             Task::VisualQuestionAnswering,
                                             "--dataset LXMERT's questions with scored answers",
                                             isLxmertDataset,
                                             openLxmertDataset};

} // namespace vbs
