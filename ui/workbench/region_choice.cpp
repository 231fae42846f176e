#include "ui/workbench/region_choice.h"

#include "ui/workbench/own_regions.h"

#include <algorithm>
#include <cmath>

namespace vbs {

std::vector<bool> hiddenBy(const RegionFilter& filter, const std::vector<Region>& regions)
{
    std::vector<bool> hidden(regions.size(), false);
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (regions[i].wholeImage)
            continue;
        hidden[i] = std::lround(regions[i].score * 100) < filter.minimumPercent; // as the score is shown
        if (!hidden[i])
            kept.push_back(i);
    }
    if (filter.maximumCount <= 0 || kept.size() <= std::size_t(filter.maximumCount))
        return hidden;
    std::stable_sort(kept.begin(), kept.end(),
                     [&](std::size_t a, std::size_t b) { return regions[a].score > regions[b].score; });
    for (std::size_t i = std::size_t(filter.maximumCount); i < kept.size(); ++i)
        hidden[kept[i]] = true;
    return hidden;
}

std::vector<Box> objectBoxes(const std::vector<Region>& regions)
{
    std::vector<Box> boxes;
    for (const Region& region : regions) {
        if (!region.wholeImage)
            boxes.push_back(region.box);
    }
    return boxes;
}

int objectCount(const std::vector<Region>& regions)
{
    return int(std::count_if(regions.begin(), regions.end(), [](const Region& r) { return !r.wholeImage; }));
}

std::optional<std::vector<Region>> described(const std::vector<Region>& own, const std::vector<Region>& byEngine)
{
    const std::vector<Box> boxes = objectBoxes(own);
    if (std::size_t(objectCount(byEngine)) != boxes.size())
        return std::nullopt;
    std::vector<Region> result = byEngine;
    auto box = boxes.begin();
    for (Region& region : result) {
        if (!region.wholeImage)
            region.box = *box++;
    }
    takeLabels(result, own);
    return result;
}

bool hasObjects(const std::optional<std::vector<Region>>& own)
{
    return own && objectCount(*own) > 0;
}

bool sameChoice(const RegionChoice& a, const RegionChoice& b)
{
    if (a.own.has_value() != b.own.has_value())
        return false;
    return a.own ? objectBoxes(*a.own) == objectBoxes(*b.own) : a.filter == b.filter;
}

} // namespace vbs
