#pragma once

#include <QStyledItemDelegate>

namespace vbs {

/// A region as a line: its name, and how sure the extractor is.
class RegionDelegate : public QStyledItemDelegate {
public:
    static constexpr int kRowHeight = 24;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace vbs
