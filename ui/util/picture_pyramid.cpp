#include "ui/util/picture_pyramid.h"

#include "ui/util/qt_bridge.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr int kSmallestLevel = 512;
constexpr qint64 kConvertedPixels = 4'000'000; ///< up to this size a second copy in the screen's format is cheap
constexpr int kWindowGrid = 256;
constexpr double kShowPixelsFrom = 8; ///< beyond this zoom single pixels are shown as squares

/// Half the size by the mean of two by two pixels (an odd last row or column is dropped).
QImage halved(const QImage& source)
{
    const int width = std::max(1, source.width() / 2), height = std::max(1, source.height() / 2);
    const int bytes = source.depth() / 8;
    const bool swapped = source.format() != QImage::Format_RGB888; // RGB32 is blue-green-red in memory
    const int stepX = source.width() > 1 ? bytes : 0;
    QImage result(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        const uchar* a = source.constScanLine(2 * y);
        const uchar* b = source.constScanLine(std::min(2 * y + 1, source.height() - 1));
        auto* out = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < width; ++x, a += 2 * bytes, b += 2 * bytes) {
            const auto mean = [&](int c) { return (a[c] + a[stepX + c] + b[c] + b[stepX + c] + 2) / 4; };
            out[x] = swapped ? qRgb(mean(2), mean(1), mean(0)) : qRgb(mean(0), mean(1), mean(2));
        }
    }
    return result;
}

QRect snappedOut(const QRectF& rect, int grid, const QRect& bounds)
{
    const auto down = [grid](double v) { return int(std::floor(v / grid)) * grid; };
    const auto up = [grid](double v) { return int(std::ceil(v / grid)) * grid; };
    return QRect(QPoint(down(rect.left()), down(rect.top())), QPoint(up(rect.right()) - 1, up(rect.bottom()) - 1))
        .intersected(bounds);
}

} // namespace

std::shared_ptr<const PicturePyramid> PicturePyramid::build(const ImagePtr& image, const std::stop_token& stop)
{
    auto pyramid = std::make_shared<PicturePyramid>();
    pyramid->m_image = image;
    QImage level = wrapImage(image);
    pyramid->m_size = level.size();
    if (qint64(level.width()) * level.height() <= kConvertedPixels)
        level.convertTo(QImage::Format_RGB32);
    pyramid->m_levels.push_back(level);
    while (std::max(level.width(), level.height()) > kSmallestLevel) {
        if (stop.stop_requested())
            return nullptr;
        level = halved(level);
        pyramid->m_levels.push_back(level);
    }
    return stop.stop_requested() ? nullptr : pyramid;
}

const QImage& PicturePyramid::levelFor(double scale, int* level) const
{
    // A little towards the sharper level: bilinear sampling may skip up to a fifth more pixels than it mixes.
    const int wanted = int(std::floor(std::log2(1 / std::max(scale, 1e-6)) + 0.25));
    *level = std::clamp(wanted, 0, int(m_levels.size()) - 1);
    return m_levels[std::size_t(*level)];
}

void PicturePyramid::draw(QPainter& painter, const QRectF& target, const QRectF& clip, DrawnPart& last) const
{
    const QRectF visible = clip.intersected(target);
    if (visible.isEmpty() || m_levels.empty())
        return;
    const double scale = target.width() / m_size.width();
    const double deviceScale = scale * painter.device()->devicePixelRatioF();
    int index = 0;
    const QImage& level = levelFor(deviceScale, &index);
    const double unitX = target.width() / level.width(), unitY = target.height() / level.height();
    // Two more pixels on each side, so that strips painted apart meet without a seam.
    const QRectF wanted((visible.left() - target.left()) / unitX - 2, (visible.top() - target.top()) / unitY - 2,
                        visible.width() / unitX + 4, visible.height() / unitY + 4);
    const QRect source = snappedOut(wanted, 1, level.rect());
    const QRectF place(target.left() + source.left() * unitX, target.top() + source.top() * unitY,
                       source.width() * unitX, source.height() * unitY);
    painter.save();
    painter.setClipRect(visible, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, deviceScale != 1 && deviceScale < kShowPixelsFrom);
    if (index == 0 && level.format() == QImage::Format_RGB888)
        drawLevel0(painter, place, source, last);
    else
        painter.drawImage(place, level, source);
    painter.restore();
}

void PicturePyramid::drawLevel0(QPainter& painter, const QRectF& place, const QRect& source, DrawnPart& last) const
{
    if (!last.rect.contains(source)) {
        last.rect = snappedOut(source, kWindowGrid, m_levels.front().rect());
        last.pixels = m_levels.front().copy(last.rect).convertToFormat(QImage::Format_RGB32);
    }
    painter.drawImage(place, last.pixels, source.translated(-last.rect.topLeft()));
}

QImage PicturePyramid::thumbnail(const QSize& box) const
{
    if (m_levels.empty())
        return {};
    const QSize wanted = m_size.scaled(m_size.boundedTo(box), Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    for (std::size_t i = m_levels.size(); i-- > 0;) {
        if (m_levels[i].width() >= wanted.width() || i == 0)
            return m_levels[i].scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return {};
}

} // namespace vbs
