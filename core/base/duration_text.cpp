#include "core/base/duration_text.h"

#include <algorithm>
#include <cmath>

namespace vbs {

std::string durationText(double seconds)
{
    const auto whole = static_cast<long long>(std::lround(std::clamp(seconds, 0., 1e9)));
    const long long hours = whole / 3600, minutes = whole / 60 % 60;
    if (hours > 0)
        return std::to_string(hours) + " h " + std::to_string(minutes) + " min";
    if (minutes > 0)
        return std::to_string(minutes) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole) + " s";
}

} // namespace vbs
