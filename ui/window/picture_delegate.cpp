#include "ui/window/picture_delegate.h"

#include "ui/history/card_painting.h"
#include "ui/models/picture_list_model.h"
#include "ui/util/theme.h"

#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kNameHeight = 20, kGap = 8;
constexpr int kLeastWidth = 92, kLeastThumbnail = 56, kMostThumbnail = 110;

} // namespace

void PictureDelegate::setWidth(int width)
{
    const int columns = std::max(1, width / kLeastWidth);
    m_cell = {(width - 2) / columns, 0}; // a row as wide as the view would not fit
    const int thumbnail = std::clamp((m_cell.width() - 3 * kGap) * 2 / 3, kLeastThumbnail, kMostThumbnail);
    m_cell.setHeight(thumbnail + textPixels(kNameHeight) + 3 * kGap);
}

QSize PictureDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return m_cell;
}

void PictureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(0, 0, -kGap / 2, -kGap);
    paintCard(*painter, card, option.state);
    const QRect place(card.left() + kGap, card.top() + kGap, card.width() - 2 * kGap,
                      card.height() - textPixels(kNameHeight) - 2 * kGap);
    const bool broken = index.data(PictureListModel::BrokenRole).toBool();
    paintThumbnail(*painter, place, index.data(PictureListModel::ThumbnailRole).value<QImage>(),
                   broken ? "broken" : "picture");
    const QRect name(place.left(), place.bottom() + 1, place.width(), textPixels(kNameHeight));
    QFont font = option.font;
    font.setPixelSize(textPixels(12));
    painter->setFont(font);
    painter->setPen(option.state & QStyle::State_Selected ? colors.text : colors.muted);
    painter->drawText(name, Qt::AlignCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
    painter->restore();
}

} // namespace vbs
