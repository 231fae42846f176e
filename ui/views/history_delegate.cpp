#include "ui/views/history_delegate.h"

#include "ui/models/history_model.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"
#include "ui/views/card_painting.h"

#include <QPainter>

namespace vbs {
namespace {

constexpr int kCardHeight = 64;
constexpr QSize kThumbnail(64, 48);

} // namespace

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, kCardHeight + 8};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(0, 0, 0, -8);
    paintCard(*painter, card, option.state);
    const QRect place(QPoint(card.left() + 8, card.top() + 8), kThumbnail);
    paintThumbnail(*painter, place, index.data(HistoryModel::ThumbnailRole).value<QImage>(), "picture");

    const QRect text(place.right() + 12, card.top() + 8, card.right() - place.right() - 20, card.height() - 16);
    painter->setPen(colors.text);
    const QString question = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width());
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft, question);
    const QString percent = percentText(index.data(HistoryModel::ProbabilityRole).toDouble());
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    const QString answer = index.data(HistoryModel::AnswerRole).toString();
    const int percentWidth = painter->fontMetrics().horizontalAdvance(percent) + 8;
    painter->drawText(text, Qt::AlignBottom | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(answer, Qt::ElideRight, text.width() - percentWidth));
    painter->setFont(option.font);
    painter->setPen(colors.muted);
    painter->drawText(text, Qt::AlignBottom | Qt::AlignRight, percent);
    painter->restore();
}

} // namespace vbs
