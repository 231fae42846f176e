#pragma once

#include "ui/canvas/canvas_overlay.h"
#include "ui/util/key_text.h"

#include <QCoreApplication>
#include <QString>

namespace vbs {

/// A line in the canvas's upper left corner: what was made of the regions, and what the tool in hand does.
class CanvasNoticeOverlay : public CanvasOverlay {
    Q_DECLARE_TR_FUNCTIONS(vbs::CanvasNoticeOverlay)

public:
    static QString editing(const KeyText& keyOf); ///< what the box tool does
    static QString hiding(const KeyText& keyOf);  ///< what a click does that hides regions

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
