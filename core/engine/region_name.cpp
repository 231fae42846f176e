#include "core/engine/region_name.h"

namespace vbs {

std::string nameOf(const Region& region)
{
    if (!region.givenLabel.empty())
        return region.givenLabel;
    if (region.wholeImage)
        return region.attribute.empty() ? "whole picture" : "whole picture: " + region.attribute;
    if (region.label.empty())
        return "region";
    return region.attribute.empty() ? region.label : region.attribute + " " + region.label;
}

} // namespace vbs
