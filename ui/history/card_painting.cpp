#include "ui/history/card_painting.h"

#include "ui/util/icons.h"
#include "ui/util/theme.h"

#include <QPainter>

namespace vbs {

void paintCard(QPainter& painter, const QRect& card, QStyle::State state)
{
    const ThemeColors& colors = themeColors();
    const bool marked = state & QStyle::State_Selected;
    const bool near = state & QStyle::State_MouseOver;
    painter.setPen(QPen(marked || (state & QStyle::State_HasFocus) ? colors.accent : colors.border, marked ? 2 : 1));
    painter.setBrush(marked || near ? colors.chip : colors.base);
    const double inset = marked ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(card).adjusted(inset, inset, -inset, -inset), 6, 6);
}

void paintThumbnail(QPainter& painter, const QRect& place, const QImage& thumbnail, const QString& iconName)
{
    const ThemeColors& colors = themeColors();
    if (thumbnail.isNull()) {
        const QRectF icon(place.center() - QPoint(12, 12), QSizeF(24, 24));
        paintLineIcon(painter, iconName, icon, colors.muted);
        return;
    }
    const QSize size = thumbnail.size().scaled(place.size(), Qt::KeepAspectRatio);
    const QRect target(place.center() - QPoint(size.width() / 2 - 1, size.height() / 2 - 1), size);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, thumbnail);
}

} // namespace vbs
