#include "ui/window/region_delegate.h"

#include "ui/models/region_list_model.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace vbs {
namespace {

constexpr int kPadding = 8, kPercentWidth = 48;

} // namespace

QSize RegionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, textPixels(kRowHeight)};
}

void RegionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const QRectF ground = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(selected && (option.state & QStyle::State_HasFocus) ? QPen(colors.accent, 1) : QPen(Qt::NoPen));
        painter->setBrush(selected ? colors.chip : colors.base);
        painter->drawRoundedRect(ground, 4, 4);
    }
    const QRect line = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const QRect name = line.adjusted(0, 0, -kPercentWidth, 0);
    const bool removed = index.data(RegionListModel::RemovedRole).toBool();
    if (removed) {
        QFont font = option.font;
        font.setStrikeOut(true);
        painter->setFont(font);
    }
    painter->setPen(removed ? colors.muted : colors.text);
    painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    painter->setFont(option.font);
    painter->setPen(colors.muted);
    if (removed) {
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight,
                          QCoreApplication::translate("vbs::RegionDelegate", "hidden"));
    } else if (index.data(RegionListModel::LookedAtRole).toBool()) {
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight,
                          percentText(index.data(RegionListModel::ScoreRole).toDouble()));
    }
    painter->restore();
}

} // namespace vbs
