#pragma once

#include "core/base/json.h"
#include "core/look/points.h"

#include <string>

namespace vbs {

// As look_report.h, of points. @param layers pointsByLayer of the inspection.

std::string pointsText(const std::vector<PlanePoints>& layers, const Inspection& inspection);
OrderedJson pointsJson(const std::vector<PlanePoints>& layers, const Inspection& inspection);

} // namespace vbs
