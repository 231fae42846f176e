#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/canvas_overlay.h"

#include <QString>

#include <vector>

namespace vbs {

/// The regions' outlines with their names. Whose regions they are is to be seen: the user's own have the accent's
/// color; found ones are white, and dashed while they can be edited. Those that matter for the answer have thicker
/// frames and their share beside the name.
class RegionBoxesOverlay : public CanvasOverlay {
public:
    enum class Look { Found, FoundInEditing, Own };

    struct Outline {
        Box box;
        QString name;
        double weight = 0;   ///< its share in the answer
        double strength = 0; ///< 0..1, how strongly that is drawn; 0: it has no share to show
    };

    /// @param outlines those that are to be seen; the first has the first choice of a place for its label.
    /// @param named whether those without a share have their names, too.
    void setOutlines(std::vector<Outline> outlines, bool named);
    void setLook(Look look) { m_look = look; }
    const std::vector<Outline>& outlines() const { return m_outlines; }

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    void paintFrame(QPainter& painter, const Outline& outline, const QRectF& box) const;
    void paintLabel(QPainter& painter, const Outline& outline, const QRectF& place) const;
    double labelWidth(const QFont& font, const Outline& outline) const;

    std::vector<Outline> m_outlines;
    bool m_named = true;
    Look m_look = Look::Found;
};

} // namespace vbs
