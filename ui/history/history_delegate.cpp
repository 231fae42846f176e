#include "ui/history/history_delegate.h"

#include "ui/history/card_painting.h"
#include "ui/models/history_model.h"
#include "ui/util/icons.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QPainter>

namespace vbs {
namespace {

constexpr int kCardHeight = 64;
constexpr QSize kThumbnail(64, 48);
constexpr int kIcon = 14;

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
    const QImage left = index.data(HistoryModel::ThumbnailRole).value<QImage>();
    const QImage right = index.data(HistoryModel::RightThumbnailRole).value<QImage>();
    if (right.isNull()) {
        paintThumbnail(*painter, place, left, "picture");
    } else {
        const QSize half(kThumbnail.width() / 2 - 1, kThumbnail.height());
        paintThumbnail(*painter, QRect(place.topLeft(), half), left, "picture");
        paintThumbnail(*painter, QRect(place.topLeft() + QPoint(half.width() + 2, 0), half), right, "picture");
    }

    if (index.data(HistoryModel::UnsavedRole).toBool()) {
        const QRectF mark(place.left(), place.bottom() - kIcon - 4, kIcon + 4, kIcon + 4);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.warningFill);
        painter->drawRoundedRect(mark, 4, 4);
        paintLineIcon(*painter, "warning", mark.adjusted(2, 2, -2, -2), colors.warningMark);
    }

    const QRect text(place.right() + 12, card.top() + 8, card.right() - place.right() - 20, card.height() - 16);
    const QRect line(text.left() + kIcon + 6, text.top(), text.width() - kIcon - 6, text.height());
    const int top = text.top() + (painter->fontMetrics().height() - kIcon) / 2;
    paintLineIcon(*painter, index.data(HistoryModel::IconRole).toString(), QRectF(text.left(), top, kIcon, kIcon),
                  colors.muted);
    painter->setPen(colors.text);
    const QString question = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width());
    painter->drawText(line, Qt::AlignTop | Qt::AlignLeft, question);
    const double probability = index.data(HistoryModel::ProbabilityRole).toDouble();
    const QString percent = probability < 0 ? QString() : percentText(probability);
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
