#pragma once

#include <QIcon>
#include <QString>

class QPainter;
class QRectF;
class QColor;

namespace vbs {

/// Line icons of our own, drawn in the palette's text colour at any size, so that they follow the theme.
/// Names: open, folder, paste, boxes, heatmap, fit, actual, zoom-in, zoom-out, close, info, warning, error,
/// picture, broken, up, down, draw, ask, compare, choose, find, fill, swap, hide, check.
/// An unknown name gives an empty icon.
QIcon lineIcon(const QString& name);

/// The same drawing directly.
void paintLineIcon(QPainter& painter, const QString& name, const QRectF& place, const QColor& color);

} // namespace vbs
