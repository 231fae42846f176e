#pragma once

#include "core/engine/inference_types.h"

namespace vbs {

/// What it means that a phrase of this result is absent, in the words that stand behind it: "not in this picture", or
/// of phrases that were found without the alignment head what alone can be said.
const char* absenceText(const InferenceResult& result);

} // namespace vbs
