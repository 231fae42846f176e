#pragma once

#include "core/base/geometry.h"

#include <string>
#include <vector>

namespace vbs {

/// A box that a person drew, with what it is called.
struct LabelledBox {
    Box box; ///< pixels of the picture
    std::string label;
    std::ptrdiff_t record = -1; ///< its place in the file that it came from (0-based); -1: it is new

    friend bool operator==(const LabelledBox&, const LabelledBox&) = default;
};

/// The boxes with what lies outside the picture cut off; those without area inside it are left out.
/// @param array what the file calls its records, e.g. "shapes".
/// @param empty gets what is left out: `shapes[3] ("dog")`.
std::vector<LabelledBox> clipToPicture(const std::vector<LabelledBox>& boxes, int width, int height, const char* array,
                                       std::vector<std::string>& empty);

} // namespace vbs
