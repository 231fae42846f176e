#include "ui/diff/region_marks.h"

#include <algorithm>
#include <functional>

namespace vbs {
namespace {

constexpr float kSame = 0.5F;

int counterpartOf(const Region& region, const RegionSet& among)
{
    int best = -1;
    float most = 0;
    for (int i = 0; i < int(among.regions.size()); ++i) {
        const Region& other = among.regions[std::size_t(i)];
        const float overlap = intersectionOverUnion(region.box, other.box);
        if (other.wholeImage == region.wholeImage && overlap >= kSame && overlap > most) {
            best = i;
            most = overlap;
        }
    }
    return best;
}

} // namespace

CarriedMarks carriedMarks(const std::vector<bool>& marks, const RegionSet& from, const RegionSet& to)
{
    CarriedMarks carried;
    if (marks.size() == from.regions.size() && std::ranges::all_of(marks, std::identity())) {
        carried.marks.assign(to.regions.size(), true);
        return carried;
    }
    for (std::size_t i = 0; i < std::min(marks.size(), from.regions.size()); ++i) {
        if (!marks[i])
            continue;
        const int counterpart = counterpartOf(from.regions[i], to);
        carried.marks.resize(to.regions.size());
        if (counterpart >= 0)
            carried.marks[std::size_t(counterpart)] = true;
        else
            ++carried.lost;
    }
    return carried;
}

} // namespace vbs
