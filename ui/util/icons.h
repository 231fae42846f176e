#pragma once

#include <QIcon>
#include <QString>

class QPainter;
class QRectF;
class QColor;

namespace vbs {

/// A line icon of resources/icons/line, by its file's name without the suffix, drawn in the palette's text color at any
/// size, so that it follows the theme. An unknown name gives an empty icon. Belongs to the GUI thread.
QIcon lineIcon(const QString& name);

/// The same drawing directly.
void paintLineIcon(QPainter& painter, const QString& name, const QRectF& place, const QColor& color);

} // namespace vbs
