#include "ui/workbench/given_regions.h"

#include <algorithm>

namespace vbs {

std::vector<bool> eitherMarked(const std::vector<bool>& a, const std::vector<bool>& b)
{
    std::vector<bool> marks(std::max(a.size(), b.size()));
    for (std::size_t i = 0; i < marks.size(); ++i)
        marks[i] = isMarked(a, i) || isMarked(b, i);
    if (!anyMarked(marks))
        marks.clear();
    return marks;
}

GivenRegions givenRegions(const SideState& side)
{
    GivenRegions given{{}, side.hidden};
    if (side.choice.own) {
        given.boxes = objectBoxes(*side.choice.own);
        given.hidden.clear();
        if (given.boxes.empty() && side.found) {
            for (const Region& region : side.found->regions)
                given.hidden.push_back(!region.wholeImage);
        }
    }
    given.hidden = eitherMarked(given.hidden, {});
    return given;
}

} // namespace vbs
