#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/canvas_overlay.h"

#include <QString>

#include <vector>

namespace vbs {

/// The regions' outlines with their names. Whose regions they are is to be seen: the user's own have the accent's
/// color; found ones are white, and dashed while they can be edited. Those that matter for the answer have thicker
/// frames and their share beside the name. Of many regions the first ones are named, as far as the picture stays in
/// sight; the rest are thin lines, whose names are seen by pointing at them.
class RegionBoxesOverlay : public CanvasOverlay {
public:
    enum class Look { Found, FoundInEditing, Own };

    struct Outline {
        Box box;
        QString name;
        double weight = 0;   ///< its share in the answer
        double strength = 0; ///< 0..1, how strongly that is drawn; 0: it has no share to show
    };
    /// So many regions are all drawn alike; of more, so many are named.
    static constexpr std::size_t kFew = 16, kNamedOfMany = 12;

    /// @param outlines those that are to be seen; the first has the first choice of a place for its label.
    void setOutlines(std::vector<Outline> outlines) { m_outlines = std::move(outlines); }
    void setLook(Look look) { m_look = look; }
    const std::vector<Outline>& outlines() const { return m_outlines; }

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    bool isMany() const { return m_outlines.size() > kFew; }
    void paintFrame(QPainter& painter, const Outline& outline, const QRectF& box, bool thin) const;
    void paintLabels(QPainter& painter, const CanvasGeometry& geometry, const QRectF& visible) const;
    void paintLabel(QPainter& painter, const Outline& outline, const QRectF& place) const;
    double labelWidth(const QFont& font, const Outline& outline) const;

    std::vector<Outline> m_outlines;
    Look m_look = Look::Found;
};

} // namespace vbs
