#pragma once

#include "ui/services/device_bench.h"

namespace vbs {

/// What `visualbert bench forward` and `bench extract` measure, as far as a user of the window wants it: a full-size
/// network's answers for 36 and 100 regions, and the Visual Genome detector on a picture, in both precisions.
void measureDevice(const JobControl& control, const std::function<void(const QString&)>& line);

} // namespace vbs
