#include "ui/util/studio_style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOptionMenuItem>
#include <QWidget>

namespace vbs {

StudioStyle::StudioStyle() : QProxyStyle(QStyleFactory::create("Fusion")) {}

int StudioStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
}

void StudioStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (element != CE_MenuItem || !item || item->icon.isNull() || !(item->state & State_Selected) ||
        !(item->state & State_Enabled))
        return QProxyStyle::drawControl(element, option, painter, widget);
    const int side = pixelMetric(PM_SmallIconSize, option, widget);
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
    QStyleOptionMenuItem highlighted(*item);
    highlighted.icon = QIcon(item->icon.pixmap(QSize(side, side), ratio, QIcon::Selected));
    QProxyStyle::drawControl(element, &highlighted, painter, widget);
}

} // namespace vbs
