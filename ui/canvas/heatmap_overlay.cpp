#include "ui/canvas/heatmap_overlay.h"

#include "core/report/heatmap.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr int kLongestSide = 384; ///< the map is smooth: more pixels would show nothing more

QImage colored(const Heatmap& map)
{
    std::array<QRgb, 256> table;
    for (int i = 0; i < 256; ++i) {
        const Rgb color = colorOf(HeatmapOverlay::kColorMap, i / 255.0);
        table[std::size_t(i)] = qPremultiply(qRgba(color[0], color[1], color[2], i));
    }
    QImage image(map.width, map.height, QImage::Format_ARGB32_Premultiplied);
    auto value = map.values.begin();
    for (int y = 0; y < map.height; ++y) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < map.width; ++x, ++value)
            out[x] = table[std::size_t(std::lround(std::clamp(*value, 0.f, 1.f) * 255))];
    }
    return image;
}

} // namespace

void HeatmapOverlay::setWeights(const RegionSet& regions, const std::vector<double>& weights, double maximum)
{
    clear();
    if (weights.empty() || weights.size() != regions.regions.size() || regions.imageWidth <= 0 ||
        regions.imageHeight <= 0)
        return;
    const double shrink = std::min(1.0, double(kLongestSide) / std::max(regions.imageWidth, regions.imageHeight));
    const Heatmap map = renderHeatmap(regions, weights, std::max(1, int(std::lround(regions.imageWidth * shrink))),
                                      std::max(1, int(std::lround(regions.imageHeight * shrink))), maximum);
    m_image = colored(map);
    m_maximum = map.maximum;
}

void HeatmapOverlay::clear()
{
    m_image = {};
    m_maximum = 0;
}

void HeatmapOverlay::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    const QRectF clip = painter.hasClipping() ? painter.clipBoundingRect() : geometry.canvas;
    const QRectF visible = geometry.picture.intersected(geometry.canvas).intersected(clip);
    if (m_image.isNull() || visible.isEmpty())
        return;
    painter.save();
    painter.setOpacity(m_opacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipRect(visible, Qt::IntersectClip);
    painter.drawImage(geometry.picture, m_image);
    painter.restore();
}

} // namespace vbs
