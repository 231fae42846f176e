#pragma once

#include "core/datasets/labelled_box.h"
#include "ui/canvas/canvas_overlay.h"

#include <vector>

namespace vbs {

/// The boxes that the file beside the picture has: thin and dashed, unlike those that the model is given.
class AnnotationOverlay : public CanvasOverlay {
public:
    void setBoxes(std::vector<LabelledBox> boxes) { m_boxes = std::move(boxes); }
    const std::vector<LabelledBox>& boxes() const { return m_boxes; }

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    std::vector<LabelledBox> m_boxes;
};

} // namespace vbs
