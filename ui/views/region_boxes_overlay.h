#pragma once

#include "core/service/inference_types.h"
#include "ui/views/canvas_overlay.h"

namespace vbs {

/// The regions' outlines with their names.
class RegionBoxesOverlay : public CanvasOverlay {
public:
    void setRegions(const RegionSet& regions) { m_regions = regions; }

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    RegionSet m_regions;
};

} // namespace vbs
