#pragma once

#include "core/datasets/dataset.h"

namespace vbs {

bool isVqaV2Dataset(const DatasetFiles& files);

/// Questions and their answers, one a person. A question without an annotation has no truth; answers that are not
/// given at all are the most frequent one. Changed may be: text; truth.answers (as many as before).
std::unique_ptr<Dataset> openVqaV2Dataset(const DatasetFiles& files, const DatasetOptions& options);

inline constexpr DatasetFormat kVqaV2Format{"vqa-v2",
                                            "VQA v2",
                                            Task::VisualQuestionAnswering,
                                            "--dataset VQA v2's questions, --annotations its answers",
                                            isVqaV2Dataset,
                                            openVqaV2Dataset};

} // namespace vbs
