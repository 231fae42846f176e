#pragma once

#include "core/service/inference_types.h"

#include <QRectF>
#include <QString>

namespace vbs {

/// "red car"; "car" without an attribute; "whole picture".
QString regionName(const Region& region);

inline QRectF toRectF(const Box& box) { return {box.x1, box.y1, box.width(), box.height()}; }

} // namespace vbs
