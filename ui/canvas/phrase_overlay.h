#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/canvas_overlay.h"

#include <QString>

#include <vector>

namespace vbs {

/// Outlines what each phrase means, in the phrase's colour and with its words.
class PhraseOverlay : public CanvasOverlay {
public:
    struct Outline {
        Box box;
        QString text;
        int phrase = 0;
    };

    void setOutlines(std::vector<Outline> outlines) { m_outlines = std::move(outlines); }
    const std::vector<Outline>& outlines() const { return m_outlines; }
    void setMarked(int phrase) { m_marked = phrase; } ///< set off from the others; -1: none

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    std::vector<Outline> m_outlines;
    int m_marked = -1;
};

} // namespace vbs
