#pragma once

#include "core/base/progress.h"
#include "core/engine/inference_types.h"

#include <filesystem>
#include <vector>

namespace vbs {

/// Answers questions as `visualbert predict` does: those of a task in one batch, which goes to a GPU through pinned
/// memory and without waiting. What is asked besides (blind answers, presence, hiding) is not.
/// @return one a question, in their order. @throws Error naming what cannot be loaded or asked; Cancelled.
std::vector<InferenceResult> answeredInBatches(const std::filesystem::path& pack, const DeviceInfo& device,
                                               const std::vector<InferenceRequest>& questions,
                                               const JobControl& control);

} // namespace vbs
