#pragma once

#include <QStyledItemDelegate>

#include <utility>

namespace vbs {

/// An answer with its bar and its per cent; one with a note has it on a second line.
class AnswerDelegate : public QStyledItemDelegate {
public:
    static constexpr int kRowHeight = 30, kRowHeightWithNote = 46;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    void setMarked(QList<int> rows) { m_marked = std::move(rows); }              ///< set off from the others
    void setAlone(bool alone) { m_alone = alone; }                               ///< bars without a text beside them
    bool setStale(bool stale) { return std::exchange(m_stale, stale) != stale; } ///< faint; @return whether it changed

private:
    QList<int> m_marked;
    bool m_stale = false, m_alone = false;
};

} // namespace vbs
