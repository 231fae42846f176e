#pragma once

#include <QImage>
#include <QRect>
#include <QStyle>

class QPainter;

namespace vbs {

/// The rounded ground of a card in a list, marked when selected, focused or under the mouse.
void paintCard(QPainter& painter, const QRect& card, QStyle::State state);

/// A picture centred in its place; without one, the named line icon.
void paintThumbnail(QPainter& painter, const QRect& place, const QImage& thumbnail, const QString& iconName);

} // namespace vbs
