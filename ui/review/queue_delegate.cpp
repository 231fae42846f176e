#include "ui/review/queue_delegate.h"

#include "core/review/standing.h"
#include "ui/review/queue_model.h"
#include "ui/util/icons.h"
#include "ui/util/theme.h"

#include <QPainter>

namespace vbs {
namespace {

constexpr int kRow = 48, kMark = 16, kMargin = 8;

QString iconOf(const QModelIndex& index)
{
    if (index.data(QueueModel::ConflictRole).toBool())
        return "compare";
    switch (Verdict(index.data(QueueModel::VerdictRole).toInt())) {
    case Verdict::Accepted:
        return index.data(QueueModel::CorrectedRole).toBool() ? "draw" : "check";
    case Verdict::Rejected:
        return "close";
    case Verdict::Unsure:
        return "unsure";
    case Verdict::Undecided:
        break;
    }
    return {};
}

} // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, textPixels(kRow)};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    const bool selected = option.state & QStyle::State_Selected;
    const QRect row = option.rect;
    if (selected)
        painter->fillRect(row, colors.chip);
    if (selected)
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), colors.accent);
    if (const QString icon = iconOf(index); !icon.isEmpty())
        paintLineIcon(*painter, icon, QRectF(row.left() + kMargin, row.center().y() - kMark / 2., kMark, kMark),
                      colors.muted);
    if (index.data(QueueModel::FlaggedRole).toBool())
        paintLineIcon(*painter, "flag", QRectF(row.right() - kMark - 4, row.top() + 6, kMark - 2, kMark - 2),
                      colors.warningMark);
    QRect text = row.adjusted(kMargin + kMark + kMargin, 4, -kMargin - kMark, -4);
    const QRect above(text.left(), text.top(), text.width(), text.height() / 2);
    const QRect below(text.left(), above.bottom(), text.width(), text.height() - above.height());
    QFont font = option.font;
    painter->setFont(font);
    painter->setPen(colors.text);
    const QString words = index.data().toString();
    const auto elide = words.contains(' ') ? Qt::ElideRight : Qt::ElideMiddle; // files differ at their names' ends
    painter->drawText(above, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(words, elide, above.width()));
    font.setPixelSize(textPixels(12));
    painter->setFont(font);
    painter->setPen(colors.muted);
    const QString truth = index.data(QueueModel::TruthRole).toString();
    const QString guess = index.data(QueueModel::GuessRole).toString();
    const QString says = guess.isEmpty() ? truth : QueueModel::tr("%1 · model: %2").arg(truth, guess);
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(says, Qt::ElideRight, below.width()));
}

} // namespace vbs
