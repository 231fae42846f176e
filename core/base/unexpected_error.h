#pragma once

#include "core/base/error.h"

#include <exception>

namespace vbs {

/// There is not enough memory for what was asked; names a way out.
Error outOfMemory();

/// What an exception means to a user, in one line, where LibTorch has no part in it (else
/// core/checkpoint/torch_errors): an Error stays as it is, memory that was refused becomes TooLarge, anything else
/// Internal with the first line of its text.
Error unexpectedError(const std::exception& exception);

} // namespace vbs
