#include "ui/workbench/own_regions.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"
#include "ui/workbench/workbench_state.h"

namespace vbs {

Region unseen(const Box& box)
{
    Region region;
    region.box = box;
    region.score = 0;
    return region;
}

OwnBoxes ownBoxesOf(const std::vector<Region>& own, const std::vector<AnnotatedBox>& annotated)
{
    OwnBoxes boxes{{}, annotated};
    for (const Region& region : own) {
        if (!region.wholeImage)
            boxes.boxes.push_back({region.box, region.givenLabel, region.annotation});
    }
    return boxes;
}

OwnBoxes labelledBoxesOf(const std::vector<Region>& own, const std::vector<AnnotatedBox>& annotated)
{
    OwnBoxes boxes = ownBoxesOf(own, annotated);
    auto box = boxes.boxes.begin();
    for (const Region& region : own) {
        if (region.wholeImage)
            continue;
        if (box->label.empty() && isRecognized(region))
            box->label = region.label;
        ++box;
    }
    return boxes;
}

std::vector<Region> regionsOf(const OwnBoxes& boxes)
{
    std::vector<Region> regions;
    for (const OwnBox& box : boxes.boxes) {
        Region region = unseen(box.box);
        region.givenLabel = box.label;
        region.annotation = box.origin;
        regions.push_back(std::move(region));
    }
    return regions;
}

AnnotatedPicture annotatedPicture(const SideState& side)
{
    const QSize size = side.picture->pixels->size();
    return {toPath(side.picture->path), size.width(), size.height()};
}

void takeLabels(std::vector<Region>& regions, const std::vector<Region>& from)
{
    auto other = from.begin();
    for (Region& region : regions) {
        if (region.wholeImage)
            continue;
        while (other != from.end() && other->wholeImage)
            ++other;
        if (other == from.end())
            return;
        region.givenLabel = other->givenLabel;
        region.annotation = other->annotation;
        ++other;
    }
}

} // namespace vbs
