#pragma once

#include "core/base/error.h"

#include <exception>

namespace vbs {

/// What an exception means to a user, in one line: LibTorch's texts hold stack traces, and most of them say that
/// memory has run out. An Error stays as it is; memory that was refused on the processor or a GPU becomes TooLarge and
/// names a way out; anything else becomes Internal, with the first line of its text. Every function that hands tensors'
/// work to callers without LibTorch lets its exceptions through here.
Error asError(const std::exception& exception);

} // namespace vbs
