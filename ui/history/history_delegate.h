#pragma once

#include <QStyledItemDelegate>

namespace vbs {

/// A history card: picture, question, best answer with its per cent, time, star; the first of a group has its heading.
class HistoryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where a click stars the card. @param place of the whole item.
    static QRect starPlace(const QRect& place, const QModelIndex& index);
};

} // namespace vbs
