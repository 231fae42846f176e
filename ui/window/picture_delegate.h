#pragma once

#include <QStyledItemDelegate>

namespace vbs {

/// A thumbnail with its file name below, in as many columns as there is room for.
class PictureDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setWidth(int width); ///< of all columns together
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QSize m_cell{120, 140};
};

} // namespace vbs
