#pragma once

#include "core/report/heat_look.h"
#include "ui/canvas/canvas_overlay.h"

#include <QStringList>

namespace vbs {

/// What the heatmap's frames or colors mean, in the canvas's lower left corner.
class LegendOverlay : public CanvasOverlay {
public:
    /// @param maximum the weight that is drawn strongest; 0, or an empty title, hides the legend. @param notes lines
    /// below the scale.
    void setLegend(const QString& title, double maximum, const QStringList& notes);
    const QString& title() const { return m_title; }
    const QStringList& notes() const { return m_notes; }
    void setStyle(HeatStyle style) { m_style = style; }

    void paintFixed(QPainter& painter, const CanvasGeometry& geometry) override;
    QRectF fixedArea(const CanvasGeometry& geometry) const override;

private:
    double noteHeight(const QString& note, double width) const;
    void paintFrames(QPainter& painter, const QRectF& line) const;
    void paintRamp(QPainter& painter, const QRectF& bar) const;

    QString m_title;
    QStringList m_notes;
    HeatStyle m_style = HeatStyle::Dim;
    double m_maximum = 0;
};

} // namespace vbs
