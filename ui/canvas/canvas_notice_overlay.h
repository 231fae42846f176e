#pragma once

#include "ui/canvas/canvas_overlay.h"

#include <QString>

namespace vbs {

/// A line in the canvas's upper left corner: what was made of the regions, and what the tool in hand does.
class CanvasNoticeOverlay : public CanvasOverlay {
public:
    /// Either may be empty.
    void setTexts(const QString& regions, const QString& tool);
    QString regions() const { return m_regions; }
    QString tool() const { return m_tool; }
    void setInHand(bool inHand) { m_inHand = inHand; } ///< set off from the canvas beside it
    bool isInHand() const { return m_inHand; }

    void paintFixed(QPainter& painter, const CanvasGeometry& geometry) override;
    QRectF fixedArea(const CanvasGeometry& geometry) const override;

private:
    bool isInTwoLines(double room) const;

    QString m_regions, m_tool;
    bool m_inHand = false;
};

} // namespace vbs
