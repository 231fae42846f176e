#pragma once

#include <c10/core/ScalarType.h>
#include <c10/util/ArrayRef.h>

#include <cstdint>
#include <string>

namespace vbs {

/// "(2, 3, 4)", for messages.
std::string shapeText(c10::IntArrayRef sizes);

/// "float32", "int64", ...: the names that NumPy uses.
std::string typeText(c10::ScalarType type);

} // namespace vbs
