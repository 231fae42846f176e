#pragma once

namespace vbs {

/// Whether this processor multiplies bfloat16 matrices with instructions of its own. Without them bfloat16 is no faster
/// than float32.
bool bfloat16IsFast();

} // namespace vbs
