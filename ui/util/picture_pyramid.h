#pragma once

#include "core/image/rgb_image.h"

#include <QImage>
#include <QRectF>
#include <QSize>

#include <memory>
#include <stop_token>
#include <vector>

class QPainter;

namespace vbs {

/// The part of a large picture that a view drew last, in the screen's format: kept by the view, for one picture.
struct DrawnPart {
    QImage pixels;
    QRect rect;
};

/// A picture in halved sizes, so that drawing it at any zoom reads only about as many pixels as the screen shows.
/// Any thread may build or draw one; it never changes.
class PicturePyramid {
public:
    /// @return null when a stop was requested.
    static std::shared_ptr<const PicturePyramid> build(const ImagePtr& image, const std::stop_token& stop = {});

    QSize size() const { return m_size; }
    const ImagePtr& image() const { return m_image; }

    /// Draws the part of the picture that the clip shows. target: where the whole picture lies, in the
    /// painter's coordinates; clip: the part of it that has to be painted; last: empty at first.
    void draw(QPainter& painter, const QRectF& target, const QRectF& clip, DrawnPart& last) const;

    /// A small copy that fits into the box.
    QImage thumbnail(const QSize& box) const;

private:
    const QImage& levelFor(double devicePixelsPerPixel, int* level) const;
    void drawLevel0(QPainter& painter, const QRectF& target, const QRect& source, DrawnPart& last) const;

    ImagePtr m_image;
    QSize m_size;
    std::vector<QImage> m_levels; ///< the first is the picture itself, without a copy when it is large
};

} // namespace vbs
