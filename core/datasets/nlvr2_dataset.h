#pragma once

#include "core/datasets/dataset.h"

namespace vbs {

bool isNlvr2Dataset(const DatasetFiles& files);

/// Statements about two pictures. Changed may be: text, truth.label.
std::unique_ptr<Dataset> openNlvr2Dataset(const DatasetFiles& files, const DatasetOptions& options);

inline constexpr DatasetFormat kNlvr2Format{"nlvr2",
                                            "NLVR2",
                                            Task::VisualReasoning,
                                            "--dataset NLVR2's statements (JSON lines), or LXMERT's form of them",
                                            isNlvr2Dataset,
                                            openNlvr2Dataset};

} // namespace vbs
