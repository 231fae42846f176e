#pragma once

#include "ui/canvas/canvas_overlay.h"

#include <QString>

namespace vbs {

/// What the heatmap's colours mean, in the canvas's lower left corner.
class LegendOverlay : public CanvasOverlay {
public:
    /// @param maximum the weight of the last colour; 0 hides the legend.
    void setLegend(const QString& title, double maximum);

    void paintFixed(QPainter& painter, const CanvasGeometry& geometry) override;
    QRectF fixedArea(const CanvasGeometry& geometry) const override;

private:
    QString m_title;
    double m_maximum = 0;
};

} // namespace vbs
