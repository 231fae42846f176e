#pragma once

#include "core/engine/inference_types.h"

#include <QStringList>

#include <vector>

namespace vbs {

/// The methods in the order of choosers: none comes last.
std::vector<ExplanationMethod> methodsToChoose();
QString methodId(ExplanationMethod method); ///< in the settings
QString methodName(ExplanationMethod method);
QString methodTip(ExplanationMethod method);
QString weightName(ExplanationMethod method);

/// Explains this answer, word or choice, named as the engine does, instead of the most probable one; the one that is
/// explained so already: back to that.
ExplanationRequest chosenWhy(ExplanationRequest why, const std::string& answer);

/// One layer or head on or back; before the first comes the mean of all.
/// @param known says how many there are.
ExplanationRequest steppedWhy(ExplanationRequest why, const Explanation& known, int layers, int heads);

/// "Attention: layer 2, all heads".
QString legendTitle(const ExplanationRequest& why);

/// "Regions together 38 %, words 62 %", and at which word piece one layer's attention is read; empty where weights are
/// no shares.
QStringList legendNotes(const InferenceResult& result);

} // namespace vbs
