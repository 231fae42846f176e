#pragma once

#include "ui/workbench/workbench_state.h"

#include <QRectF>
#include <QString>

namespace vbs {

/// nameOf, for the window.
QString regionName(const Region& region);

/// Whether the extractor is sure enough of a region's label for it to be told as a fact.
bool isRecognized(const Region& region);

/// The name on the canvas and in lists. The user's own box may hold nothing that the pack knows: its name would be a
/// guess, so it is called unknown.
QString shownRegionName(const Region& region, bool own);

/// The full name of an extractor's kind; unknown kinds as they are.
QString extractorName(const ExtractorInfo& extractor);

/// "36 regions"; "9 of 36 regions" through a filter; "5 regions (edited by you)". Empty while none are known.
QString regionCountText(const SideState& side);

inline QRectF toRectF(const Box& box)
{
    return {box.x1, box.y1, box.width(), box.height()};
}

inline Box toBox(const QRectF& rect)
{
    return {float(rect.left()), float(rect.top()), float(rect.right()), float(rect.bottom())};
}

} // namespace vbs
