#pragma once

#include "ui/lesson/recorder/view_taking.h"

namespace vbs {

class InsidePanel;

/// Adds what the dock "Inside the Model" shows, while it is in sight.
void takeInside(const InsidePanel& panel, ViewInSight& sight);

} // namespace vbs
