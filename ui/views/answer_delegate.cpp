#include "ui/views/answer_delegate.h"

#include "ui/models/answer_model.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kPercentWidth = 48;
constexpr double kLabelShare = 0.34;

} // namespace

QSize AnswerDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {160, kRowHeight}; }

void AnswerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    const double probability = index.data(AnswerModel::ProbabilityRole).toDouble();
    const bool first = index.row() == 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont font = option.font;
    font.setBold(first);
    painter->setFont(font);

    const QRect row = option.rect;
    const int labelWidth = int(row.width() * kLabelShare);
    const QRect label(row.left(), row.top(), labelWidth, row.height());
    const QRect percent(row.right() - kPercentWidth + 1, row.top(), kPercentWidth, row.height());
    painter->setPen(colors.text);
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, labelWidth - 8);
    painter->drawText(label, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->drawText(percent, Qt::AlignVCenter | Qt::AlignRight, percentText(probability));

    const QRectF track(label.right() + 1, row.center().y() - 6, percent.left() - label.right() - 1, 12);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.chip);
    painter->drawRoundedRect(track, 6, 6);
    QRectF bar = track;
    bar.setWidth(std::max(track.height(), track.width() * std::clamp(probability, 0.0, 1.0)));
    QColor fill = colors.accent;
    if (!first)
        fill.setAlphaF(0.55f);
    painter->setBrush(fill);
    if (probability >= 0.005)
        painter->drawRoundedRect(bar, 6, 6);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colors.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(-3.5, 1.5, 3.5, -1.5), 4, 4);
    }
    painter->restore();
}

} // namespace vbs
