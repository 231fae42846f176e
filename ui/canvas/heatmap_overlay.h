#pragma once

#include "core/engine/inference_types.h"
#include "core/report/colormap.h"
#include "ui/canvas/canvas_overlay.h"

#include <QImage>

#include <vector>

namespace vbs {

/// Where the model looked: colours over the picture, denser where the weight is greater.
class HeatmapOverlay : public CanvasOverlay {
public:
    static constexpr ColorMap kColorMap = ColorMap::Viridis;

    /// @param weights one a region; other counts clear the map. @param maximum the weight of the map's last colour, for
    /// several maps on one scale; 0: the greatest of these.
    void setWeights(const RegionSet& regions, const std::vector<double>& weights, double maximum = 0);
    void clear();
    bool isEmpty() const { return m_image.isNull(); }
    double maximum() const { return m_maximum; } ///< the weight that has the map's last colour
    void setOpacity(double opacity) { m_opacity = opacity; }

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;

private:
    QImage m_image;
    double m_maximum = 0;
    double m_opacity = 0.6;
};

} // namespace vbs
