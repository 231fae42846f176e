#include "ui/tasks/answer_delegate.h"

#include "ui/models/answer_model.h"
#include "ui/tasks/bar_painting.h"
#include "ui/util/phrase_colors.h"
#include "ui/util/text_scale.h"
#include "ui/util/theme.h"

#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kInset = 5; ///< so that the frame of the focus touches no letter
constexpr double kLabelShare = 0.34, kLabelShareCompared = 0.28, kPhraseShare = 0.5;

/// Of a row: large texts need more of it than bars do.
double labelShare(const AnswerBar& bar, const QFont& font)
{
    const double usual = bar.phrase >= 0 ? kPhraseShare : bar.before >= 0 ? kLabelShareCompared : kLabelShare;
    return std::min(usual * textPixels(100, font) / 100., kPhraseShare);
}

} // namespace

QSize AnswerDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool note = !index.data(AnswerModel::BarRole).value<AnswerBar>().note.isEmpty();
    return {160, textPixels(note ? kRowHeightWithNote : kRowHeight, option.font)};
}

void AnswerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    const AnswerBar bar = index.data(AnswerModel::BarRole).value<AnswerBar>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_stale)
        painter->setOpacity(kStaleOpacity);
    QFont font = option.font;
    font.setBold(bar.best && !bar.unfamiliar);
    painter->setFont(font);

    QRect row = option.rect;
    const bool usable = bar.phrase >= 0 || !bar.of.empty();
    if (m_marked.contains(index.row()) || (usable && option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.chip);
        painter->drawRoundedRect(QRectF(row).adjusted(0, 1, 0, -1), 4, 4);
    }
    if (bar.phrase >= 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(phraseColor(bar.phrase));
        painter->drawRoundedRect(QRectF(row.left() + 2, row.top() + 6, 4, row.height() - 12), 2, 2);
        row.adjust(14, 0, -4, 0);
    }
    const int labelWidth = m_alone ? 0 : int(row.width() * labelShare(bar, option.font));
    QRect label(row.left() + kInset, row.top(), labelWidth - kInset - 8, row.height());
    if (!bar.note.isEmpty())
        label.setHeight(row.height() / 2 + 3);
    const auto elided = [&](const QString& text) {
        return painter->fontMetrics().elidedText(text, Qt::ElideRight, label.width());
    };
    painter->setPen(bar.unfamiliar ? colors.muted : colors.text);
    painter->drawText(label, (bar.note.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom) | Qt::AlignLeft,
                      elided(bar.text));
    if (!bar.note.isEmpty()) {
        painter->setPen(colors.muted);
        painter->drawText(QRect(label.left(), label.bottom() + 1, label.width(), row.bottom() - label.bottom()),
                          Qt::AlignTop | Qt::AlignLeft, elided(bar.note));
    }
    if (bar.probability >= 0)
        paintBar(*painter, row.adjusted(labelWidth, 0, -kInset, 0), bar, font);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colors.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5), 4, 4);
    }
    painter->restore();
}

} // namespace vbs
