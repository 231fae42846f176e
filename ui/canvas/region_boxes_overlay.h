#pragma once

#include "core/engine/inference_types.h"
#include "ui/canvas/canvas_overlay.h"

#include <vector>

namespace vbs {

/// The regions' outlines with their names. Whose regions they are is to be seen: the user's own have the accent's
/// colour; found ones are white, and dashed while they can be edited.
class RegionBoxesOverlay : public CanvasOverlay {
public:
    enum class Look { Found, FoundInEditing, Own };

    /// @param regions those that are to be seen.
    void setRegions(std::vector<Region> regions) { m_regions = std::move(regions); }
    void setLook(Look look) { m_look = look; }

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    std::vector<Region> m_regions;
    Look m_look = Look::Found;
};

} // namespace vbs
