#pragma once

#include "core/engine/inference_types.h"
#include "ui/canvas/canvas_overlay.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace vbs {

/// Marks the region under the mouse and tells its name, scores and weight in a tag; a click picks it.
class RegionHoverOverlay : public CanvasOverlay {
public:
    /// @param hidden one mark a region that cannot be met; empty: none. @param own the user's regions.
    void setRegions(const RegionSet& regions, const std::vector<bool>& hidden, bool own);
    /// @param weights one a region, or none. @param name what a weight is.
    void setWeights(const std::vector<double>& weights, const QString& name)
    {
        m_weights = weights;
        m_weightName = name;
    }
    void setHiding(bool hiding) { m_hiding = hiding; } ///< a click hides instead of picking
    void setPicked(int region) { m_picked = region; }
    std::function<void(int region)> onToggled; ///< a right click, or a click while hiding
    std::function<void(int region)> onPicked;  ///< -1: the pick was taken back

    int hovered() const { return m_hovered; }
    /// The tag's lines; empty without a hovered region.
    QStringList tagLines() const;

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;
    void paintFixed(QPainter& painter, const CanvasGeometry& geometry) override;
    QRectF fixedArea(const CanvasGeometry& geometry) const override;
    bool hover(const QPointF* pixel) override;
    bool click(const QPointF& pixel) override;
    bool rightClick(const QPointF& pixel) override;

private:
    int regionAt(const QPointF& pixel) const;
    QRectF placeOf(int region, const CanvasGeometry& geometry) const;
    QRectF tagRect(const CanvasGeometry& geometry) const;

    RegionSet m_regions;
    std::vector<bool> m_hidden;
    bool m_own = false;
    std::vector<double> m_weights;
    QString m_weightName;
    bool m_hiding = false;
    std::optional<QPointF> m_mouse; ///< the pixel under it: a resting mouse meets new regions too
    int m_hovered = -1;
    int m_picked = -1;
};

} // namespace vbs
