#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/canvas_overlay.h"

#include <vector>

namespace vbs {

/// Covers the regions that the user hides from the model to see what changes.
class RemovedOverlay : public CanvasOverlay {
public:
    void setBoxes(std::vector<Box> boxes) { m_boxes = std::move(boxes); }
    const std::vector<Box>& boxes() const { return m_boxes; }

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    std::vector<Box> m_boxes;
};

} // namespace vbs
