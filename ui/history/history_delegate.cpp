#include "ui/history/history_delegate.h"

#include "ui/history/card_painting.h"
#include "ui/models/history_model.h"
#include "ui/util/icons.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr QSize kThumbnail(64, 48);
constexpr int kIcon = 14, kStar = 16, kMargin = 8, kGap = 2, kBelow = 8, kHeading = 28;

QFont smallFont(QFont font)
{
    font.setPixelSize(textPixels(11));
    return font;
}

int headingHeight(const QModelIndex& index)
{
    return index.data(HistoryModel::HeadingRole).toString().isEmpty() ? 0 : textPixels(kHeading);
}

QRect cardIn(const QRect& place, const QModelIndex& index)
{
    return place.adjusted(0, headingHeight(index), 0, -kBelow);
}

/// Writes as much as there is room for, and gives its width.
int write(QPainter& painter, const QRect& line, Qt::Alignment alignment, const QString& text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width());
    painter.drawText(line, int(alignment | Qt::AlignVCenter), shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

void paintThumbnails(QPainter& painter, const QRect& place, const QModelIndex& index)
{
    const QImage left = index.data(HistoryModel::ThumbnailRole).value<QImage>();
    const QImage right = index.data(HistoryModel::RightThumbnailRole).value<QImage>();
    if (right.isNull()) {
        paintThumbnail(painter, place, left, "picture");
    } else {
        const QSize half(place.width() / 2 - 1, place.height());
        paintThumbnail(painter, QRect(place.topLeft(), half), left, "picture");
        paintThumbnail(painter, QRect(place.topLeft() + QPoint(half.width() + 2, 0), half), right, "picture");
    }
    if (!index.data(HistoryModel::UnsavedRole).toBool())
        return;
    const ThemeColors& colors = themeColors();
    const QRectF mark(place.left(), place.bottom() - kIcon - 4, kIcon + 4, kIcon + 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.warningFill);
    painter.drawRoundedRect(mark, 4, 4);
    paintLineIcon(painter, "warning", mark.adjusted(2, 2, -2, -2), colors.warningMark);
}

/// Faint stars are for those who look for them: on the card that is picked or under the mouse.
void paintStar(QPainter& painter, const QRect& place, const QModelIndex& index, QStyle::State state)
{
    const QRectF star(QPointF(place.center()) - QPointF(kStar / 2.0 - 1, kStar / 2.0 - 1), QSizeF(kStar, kStar));
    if (index.data(HistoryModel::StarredRole).toBool())
        paintLineIcon(painter, "starred", star, themeColors().warningMark);
    else if (state & (QStyle::State_MouseOver | QStyle::State_Selected | QStyle::State_HasFocus))
        paintLineIcon(painter, "star", star, themeColors().muted);
}

} // namespace

QRect HistoryDelegate::starPlace(const QRect& place, const QModelIndex& index)
{
    const QRect card = cardIn(place, index);
    return {card.right() - kStar - 2 * kMargin + 5, card.top() + 1, kStar + kMargin + 4, kStar + kMargin + 4};
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int lines = 2 * option.fontMetrics.height() + QFontMetrics(smallFont(option.font)).height() + 2 * kGap;
    return {200, std::max(lines, kThumbnail.height()) + 2 * kMargin + kBelow + headingHeight(index)};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = cardIn(option.rect, index);
    QFont bold = option.font;
    bold.setBold(true);
    if (const QString heading = index.data(HistoryModel::HeadingRole).toString(); !heading.isEmpty()) {
        painter->setFont(bold);
        painter->setPen(colors.muted);
        write(*painter, {card.left() + 4, option.rect.top(), card.width() - 8, textPixels(kHeading) - 4}, Qt::AlignLeft,
              heading);
    }
    paintCard(*painter, card, option.state);
    const QRect picture(card.left() + kMargin, card.center().y() - kThumbnail.height() / 2, kThumbnail.width(),
                        kThumbnail.height());
    paintThumbnails(*painter, picture, index);
    const QRect star = starPlace(option.rect, index);
    paintStar(*painter, star, index, option.state);

    const int left = picture.right() + 12, right = card.right() - kMargin;
    painter->setFont(option.font);
    QRect line(left, card.top() + kMargin, star.left() - left - 2, painter->fontMetrics().height());
    paintLineIcon(*painter, index.data(HistoryModel::IconRole).toString(),
                  QRectF(left, line.top() + (line.height() - kIcon) / 2.0, kIcon, kIcon), colors.muted);
    painter->setPen(colors.text);
    write(*painter, line.adjusted(kIcon + 6, 0, 0, 0), Qt::AlignLeft, index.data().toString());

    line = QRect(left, line.bottom() + 1 + kGap, right - left, line.height());
    const double probability = index.data(HistoryModel::ProbabilityRole).toDouble();
    painter->setPen(colors.muted);
    const int percent = write(*painter, line, Qt::AlignRight, probability < 0 ? QString() : percentText(probability));
    const bool unfamiliar = index.data(HistoryModel::UnfamiliarRole).toBool(); // no answer to look sure of
    painter->setFont(unfamiliar ? option.font : bold);
    painter->setPen(unfamiliar ? colors.muted : colors.text);
    write(*painter, line.adjusted(0, 0, -percent - 8, 0), Qt::AlignLeft,
          index.data(HistoryModel::AnswerRole).toString());

    painter->setFont(smallFont(option.font));
    painter->setPen(colors.muted);
    line = QRect(left, line.bottom() + 1 + kGap, right - left, painter->fontMetrics().height());
    const QStringList about{index.data(HistoryModel::TimeRole).toString(),
                            index.data(HistoryModel::PictureNameRole).toString()};
    write(*painter, line, Qt::AlignLeft, about.first().isEmpty() ? about.last() : about.join(" \u00b7 "));
    painter->restore();
}

} // namespace vbs
