#pragma once

#include "ui/util/qt_bridge.h"
#include "ui/workbench/workbench_state.h"

namespace vbs::test {

inline constexpr QSize kPictureSize(100, 80);

/// The whole picture and three things, of which the filter hides the last ones first.
inline RegionSet foundRegions()
{
    return {kPictureSize.width(),
            kPictureSize.height(),
            {{{0, 0, 100, 80}, "whole picture", 1, "", 0, true},
             {{10, 10, 20, 20}, "ball", 0.9f, "red", 0.8f},
             {{30, 10, 50, 20}, "box", 0.6f, "blue", 0.8f},
             {{60, 10, 90, 40}, "tree", 0.3f, "green", 0.8f}}};
}

inline QImage plainImage(const QSize& size = kPictureSize, const QColor& color = Qt::darkCyan)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

inline OpenPicture openPicture(const QString& path = "a.png")
{
    return {path, path, PicturePyramid::build(toRgbImage(plainImage()), {}), path};
}

/// "10 10 20 20, 30 10 50 20": the boxes of the objects.
inline QString boxesOf(const std::vector<Region>& regions)
{
    QStringList boxes;
    for (const Box& b : objectBoxes(regions))
        boxes << QString("%1 %2 %3 %4").arg(b.x1).arg(b.y1).arg(b.x2).arg(b.y2);
    return boxes.join(", ");
}

inline QString boxesOf(const SideState& side)
{
    return (side.isOwn() ? "own: " : "found: ") + (side.regions ? boxesOf(side.regions->regions) : QString());
}

/// An answer to a question, as a card is made of it.
inline Answered answeredWith(const QString& question, const std::string& answer)
{
    Answered answered;
    answered.question = question;
    answered.result.answers = {{answer, 0.9}, {"no", 0.1}};
    answered.result.regions = foundRegions();
    return answered;
}

} // namespace vbs::test
