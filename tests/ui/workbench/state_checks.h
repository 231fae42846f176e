#pragma once

#include "ui/workbench/workbench_state.h"

namespace vbs::test {

/// What is wrong with a side in itself; null: nothing.
inline const char* faultOf(const SideState& side)
{
    const std::size_t count = side.regions ? side.regions->regions.size() : 0;
    if (!side.hidden.empty() && side.hidden.size() != count)
        return "the filter's marks fit no regions";
    if (!side.removed.empty() && side.removed.size() != count)
        return "the hidden regions fit no regions";
    if (side.picked != -1 && !side.isShown(side.picked))
        return "a region is picked that is not shown";
    if (!side.picture && (side.regions || side.found || side.isOwn() || !side.removed.empty()))
        return "there are regions without a picture";
    if (side.isOwn() && !(side.regions && side.regions->regions == *side.choice.own && side.hidden.empty()))
        return "the user's regions are not those on the canvas";
    if (!side.isOwn() && (side.regions != side.found ||
                          (side.found && side.hidden != hiddenBy(side.choice.filter, side.found->regions))))
        return "the regions on the canvas are not those that were found and filtered";
    if (side.picture && side.regions && side.regions->imageWidth != side.picture->pixels->size().width())
        return "the regions are another picture's";
    return nullptr;
}

/// The same for all that the window shows.
inline const char* faultOf(const WorkbenchState& state)
{
    for (const Side side : kSides) {
        if (const char* fault = faultOf(state.side(side)))
            return fault;
    }
    if (state.answered && state.answered->task != state.task)
        return "the answer is another task's";
    if (state.answered && !state.left.picture)
        return "there is an answer without a picture";
    if (state.answered && state.twoPictures() && !state.right.picture)
        return "there is an answer about two pictures without the second";
    return nullptr;
}

} // namespace vbs::test
