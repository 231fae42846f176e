#pragma once

#include <QStyledItemDelegate>

namespace vbs {

/// An answer as a labelled bar with its per cent.
class AnswerDelegate : public QStyledItemDelegate {
public:
    static constexpr int kRowHeight = 32;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace vbs
