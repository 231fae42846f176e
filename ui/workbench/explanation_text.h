#pragma once

#include "core/engine/inference_types.h"

#include <QString>

#include <vector>

namespace vbs {

/// A method by its names.
struct MethodSpec {
    ExplanationMethod method;
    const char* id;      ///< in the settings
    const char* name;    ///< translated by methodName
    const char* toolTip; ///< translated by methodTip
    const char* weight;  ///< what a weight is; translated by weightName
};

const std::vector<MethodSpec>& methodTable(); ///< in the order of choosers
QString methodName(ExplanationMethod method);
QString methodTip(ExplanationMethod method);
QString weightName(ExplanationMethod method);

/// "Attention: layer 2, all heads".
QString legendTitle(const ExplanationRequest& why);

} // namespace vbs
