#pragma once

#include "core/base/json.h"
#include "core/engine/inference_types.h"

#include <vector>

namespace vbs {

/// All of a result as JSON, to be read back by resultOfRecord (resultJson is for people and other programs).
Json recordOf(const InferenceResult& result);

/// The result that recordOf wrote, in this version or another: missing keys keep their defaults, unknown ones are
/// passed over.
/// @throws Error (CorruptData) for anything else, also where lists that belong together have different lengths.
InferenceResult resultOfRecord(const Json& record);

/// The same for regions on their own.
Json recordOf(const std::vector<Region>& regions);
std::vector<Region> regionsOfRecord(const Json& record);

/// The same for how an answer is explained.
Json recordOf(const ExplanationRequest& request);
ExplanationRequest explanationRequestOfRecord(const Json& record);

} // namespace vbs
