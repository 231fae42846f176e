#pragma once

#include "ui/workbench/workbench_state.h"

#include <QRectF>
#include <QString>

namespace vbs {

/// nameOf, for the window.
QString regionName(const Region& region);

/// The full name of an extractor's kind; unknown kinds as they are.
QString extractorName(const ExtractorInfo& extractor);

/// "36 regions"; "9 of 36 regions" through a filter; "5 regions, yours". Empty while none are known.
QString regionCountText(const SideState& side);

inline QRectF toRectF(const Box& box)
{
    return {box.x1, box.y1, box.width(), box.height()};
}

} // namespace vbs
