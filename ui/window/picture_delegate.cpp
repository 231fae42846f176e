#include "ui/window/picture_delegate.h"

#include "ui/history/card_painting.h"
#include "ui/models/picture_list_model.h"
#include "ui/util/theme.h"

#include <QPainter>

namespace vbs {
namespace {

constexpr int kThumbnailHeight = 88, kNameHeight = 20, kGap = 8;

} // namespace

QSize PictureDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, kThumbnailHeight + kNameHeight + 3 * kGap};
}

void PictureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(0, 0, 0, -kGap);
    paintCard(*painter, card, option.state);
    const QRect place(card.left() + kGap, card.top() + kGap, card.width() - 2 * kGap, kThumbnailHeight);
    const bool broken = index.data(PictureListModel::BrokenRole).toBool();
    paintThumbnail(*painter, place, index.data(PictureListModel::ThumbnailRole).value<QImage>(),
                   broken ? "broken" : "picture");
    const QRect name(place.left(), place.bottom() + 1, place.width(), kNameHeight);
    QFont font = option.font;
    font.setPixelSize(12);
    painter->setFont(font);
    painter->setPen(option.state & QStyle::State_Selected ? colors.text : colors.muted);
    painter->drawText(name, Qt::AlignCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
    painter->restore();
}

} // namespace vbs
