#include "ui/canvas/heatmap_overlay.h"

#include "core/report/heatmap.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace vbs {
namespace {

constexpr int kLongestSide = 384; ///< the map is smooth: more pixels would show nothing more

QImage valuesOf(const Heatmap& map)
{
    QImage image(map.width, map.height, QImage::Format_Grayscale8);
    auto value = map.values.begin();
    for (int y = 0; y < map.height; ++y) {
        uchar* out = image.scanLine(y);
        for (int x = 0; x < map.width; ++x, ++value)
            out[x] = uchar(std::lround(std::clamp(*value, 0.f, 1.f) * 255));
    }
    return image;
}

} // namespace

void HeatmapOverlay::setWeights(const RegionSet& regions, const std::vector<double>& weights, double maximum,
                                const Rgb& veil)
{
    clear();
    if (weights.empty() || weights.size() != regions.regions.size() || maximum <= 0 || regions.imageWidth <= 0 ||
        regions.imageHeight <= 0)
        return;
    const double shrink = std::min(1.0, double(kLongestSide) / std::max(regions.imageWidth, regions.imageHeight));
    const Heatmap map = renderHeatmap(regions, weights, std::max(1, int(std::lround(regions.imageWidth * shrink))),
                                      std::max(1, int(std::lround(regions.imageHeight * shrink))), maximum);
    m_values = valuesOf(map);
    m_maximum = map.maximum;
    m_veil = veil;
    color();
}

void HeatmapOverlay::setLook(const HeatLook& look)
{
    m_look = look;
    color();
}

void HeatmapOverlay::color()
{
    m_image = {};
    if (m_values.isNull() || m_look.style == HeatStyle::Frames)
        return;
    std::array<QRgb, 256> table;
    for (int i = 0; i < 256; ++i) {
        const HeatPaint paint = heatPaint(i / 255.0, m_look, m_veil);
        table[std::size_t(i)] =
            qPremultiply(qRgba(paint.color[0], paint.color[1], paint.color[2], int(std::lround(paint.opacity * 255))));
    }
    m_image = QImage(m_values.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < m_values.height(); ++y) {
        const uchar* from = m_values.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(m_image.scanLine(y));
        for (int x = 0; x < m_values.width(); ++x)
            to[x] = table[from[x]];
    }
}

void HeatmapOverlay::clear()
{
    m_values = m_image = {};
    m_maximum = 0;
}

void HeatmapOverlay::paint(QPainter& painter, const CanvasGeometry& geometry)
{
    const QRectF clip = painter.hasClipping() ? painter.clipBoundingRect() : geometry.canvas;
    const QRectF visible = geometry.picture.intersected(geometry.canvas).intersected(clip);
    if (m_image.isNull() || visible.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipRect(visible, Qt::IntersectClip);
    painter.drawImage(geometry.picture, m_image);
    painter.restore();
}

} // namespace vbs
