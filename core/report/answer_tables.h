#pragma once

#include "core/engine/inference_types.h"

#include <string>

/// What was answered, as tables with bars: one function for each kind of result. For sources only.
namespace vbs::html {

std::string answerTable(const InferenceResult& result);
std::string choiceTable(const InferenceResult& result);
std::string phraseTables(const InferenceResult& result); ///< each phrase with its surest regions
std::string maskTables(const InferenceResult& result);   ///< and the match when it is known
std::string matchTable(const InferenceResult& result);   ///< empty when it is not known

} // namespace vbs::html
