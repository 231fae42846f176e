#pragma once

#include "core/engine/inference_types.h"

#include <string>

namespace vbs {

// The one answer of a result, whatever its task: the first of the answers, the verdict, the best choice, the best word
// for the first mask, or whether a caption fits ("true", "false").

/// @throws Error (InvalidArgument) for Find, which has one answer a phrase, and for a result without any.
Answer singleAnswerOf(const InferenceResult& result);

/// How probable this answer is in another result of the same question. @throws Error (InvalidArgument) where it is not
/// known: requests name the answer (asksFor).
double probabilityOf(const std::string& answer, const InferenceResult& result);

/// The same request, whose result lists this answer whatever its rank.
InferenceRequest asksFor(InferenceRequest request, const std::string& answer);

} // namespace vbs
