#pragma once

#include "core/base/json.h"

#include <string>
#include <string_view>

namespace vbs {

/// The text of a value after a change: what stays the same keeps its bytes, with its spacing, the way its numbers are
/// written and its repeated keys. New keys come last in their object; an array whose length changes, and an object
/// that loses a key, are written anew as a whole.
/// @param text valid JSON. @param before what it says. @param after what it shall say.
std::string splicedJson(std::string_view text, const OrderedJson& before, const OrderedJson& after);

} // namespace vbs
