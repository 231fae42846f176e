#pragma once

#include "ui/workbench/workbench_state.h"

#include <QFlags>

namespace vbs {

/// What a side of the canvas shows otherwise than before.
enum class SideChange : unsigned {
    Picture = 1 << 0,
    Regions = 1 << 1, ///< or which of them the filter hides, or whose they are; or the annotations beside the picture
    Picked = 1 << 2,
    Removed = 1 << 3, ///< which regions the user hides
};
Q_DECLARE_FLAGS(SideChanges, SideChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(SideChanges)

/// What changed in the workbench's state. The left side's four come first, the right side's follow.
enum class Change : unsigned {
    LeftPicture = 1 << 0,
    LeftRegions = 1 << 1,
    LeftPicked = 1 << 2,
    LeftRemoved = 1 << 3,
    RightPicture = 1 << 4,
    RightRegions = 1 << 5,
    RightPicked = 1 << 6,
    RightRemoved = 1 << 7,
    Focus = 1 << 8, ///< which side is in hand
    Pack = 1 << 9,
    Files = 1 << 10,
    CurrentFile = 1 << 11,
    Task = 1 << 12,
    Input = 1 << 13, ///< the text or the choices
    Answer = 1 << 14,
    Looked = 1 << 15, ///< Find: what the user looks at
    Why = 1 << 16,    ///< how answers are explained, or phrases found
    History = 1 << 17,
    Activity = 1 << 18,
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

inline constexpr unsigned kSideChangeBits = 4;

inline Changes changesOf(Side side, SideChanges what)
{
    return Changes::fromInt(what.toInt() << (side == Side::Left ? 0 : kSideChangeBits));
}

/// Either side's.
inline Changes changesOf(SideChanges what)
{
    return changesOf(Side::Left, what) | changesOf(Side::Right, what);
}

} // namespace vbs
