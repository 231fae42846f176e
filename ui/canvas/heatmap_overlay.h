#pragma once

#include "core/engine/inference_types.h"
#include "core/report/heat_look.h"
#include "ui/canvas/canvas_overlay.h"

#include <QImage>

#include <vector>

namespace vbs {

/// Where the model looked, laid over the picture as the look says: what matters little dimmed, or colors.
class HeatmapOverlay : public CanvasOverlay {
public:
    /// @param weights one a region; other counts clear the map. @param maximum the weight that is drawn strongest.
    /// @param veil as veilFor gives it for the picture.
    void setWeights(const RegionSet& regions, const std::vector<double>& weights, double maximum, const Rgb& veil);
    void setLook(const HeatLook& look);
    void clear();
    bool isEmpty() const { return m_values.isNull(); }
    double maximum() const { return m_maximum; } ///< the weight that is drawn strongest

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    void color();

    QImage m_values; ///< 8 bits a pixel
    QImage m_image;  ///< the same in colors; null when the look lays nothing over the picture
    double m_maximum = 0;
    HeatLook m_look;
    Rgb m_veil{};
};

} // namespace vbs
