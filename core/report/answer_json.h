#pragma once

#include "core/base/json.h"
#include "core/engine/inference_types.h"

/// What was answered, as resultJson has it: each adds the keys of one kind of result. For sources only.
namespace vbs {

/// [{key, probability}] in their order.
OrderedJson answersJson(const std::vector<Answer>& answers, const char* key);

void addAnswers(OrderedJson& json, const InferenceResult& result);
void addVerdict(OrderedJson& json, const InferenceResult& result); ///< null when none was given
void addChoices(OrderedJson& json, const InferenceResult& result);
void addPhrases(OrderedJson& json, const InferenceResult& result); ///< each phrase's surest region first
void addMasks(OrderedJson& json, const InferenceResult& result);   ///< and the match when it is known
void addMatch(OrderedJson& json, const InferenceResult& result);   ///< null when it is not known

} // namespace vbs
