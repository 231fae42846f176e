#pragma once

#include "tests/ui/workbench/bench.h"
#include "tests/ui/workbench/state_text.h"
#include "ui/util/qt_bridge.h"

namespace vbs::test {

/// Brings another workbench to the same input by the shortest way.
inline void imitate(Bench* other, const WorkbenchState& wanted)
{
    Workbench& workbench = other->workbench;
    other->rest();
    workbench.setTask(wanted.task);
    for (const Side side : kSides) {
        const auto& picture = wanted.side(side).picture;
        if (picture && picture->path.isEmpty())
            workbench.open(wrapImage(picture->pixels->image()), picture->name, side);
        else if (picture)
            workbench.open({picture->path}, side);
    }
    other->rest();
    for (const Side side : kSides)
        workbench.regions(side).restore(wanted.side(side).choice, std::nullopt, {});
    workbench.setWhy(wanted.why);
    workbench.setInput(wanted.input());
    other->rest();
    for (const Side side : kSides) {
        for (std::size_t i = 0; i < wanted.side(side).removed.size(); ++i) {
            if (wanted.side(side).removed[i])
                workbench.regions(side).toggle(int(i));
        }
    }
    other->rest();
}

/// What two workbenches answer to the same input, and for which regions. @return empty: the same.
inline QString differenceOf(const WorkbenchState& one, const WorkbenchState& other)
{
    const auto answer = [](const WorkbenchState& state) {
        return state.answered ? toQString(state.answered->result.unknownWords.at(0)) : QString("none");
    };
    if (answer(one) != answer(other))
        return QString("answer: %1\nother:  %2").arg(answer(one), answer(other));
    const auto regions = [](const SideState& side) {
        return side.regions ? textOf(side.regions->regions) + textOf(side.hidden) : QString("none");
    };
    for (const Side side : kSides) {
        if (side == Side::Right && !one.twoPictures())
            continue;
        if (regions(one.side(side)) != regions(other.side(side)))
            return QString("regions: %1\nother:   %2").arg(regions(one.side(side)), regions(other.side(side)));
    }
    return {};
}

} // namespace vbs::test
