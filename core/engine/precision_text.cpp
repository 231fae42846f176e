#include "core/engine/precision_text.h"

#include "core/base/for_people.h"

namespace vbs {

std::string precisionNote(const std::string& precision, const std::string& regionPrecision)
{
    if (precision != "bfloat16" || regionPrecision != "float32")
        return {};
    return forPeople("Regions in float32: bfloat16 is slower on this processor.");
}

} // namespace vbs
