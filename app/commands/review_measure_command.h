#pragma once

#include "app/commands/command.h"

namespace vbs {

std::unique_ptr<Command> makeReviewMetricsCommand();
std::unique_ptr<Command> makeReviewAgreementCommand();

} // namespace vbs
