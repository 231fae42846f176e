#include "ui/models/history_filter.h"

#include <algorithm>

namespace vbs {

HistoryFilter::HistoryFilter(HistoryModel& cards, QObject* parent) : QSortFilterProxyModel(parent)
{
    setSourceModel(&cards);
    sort(0);
}

void HistoryFilter::setText(const QString& text)
{
    m_words = text.split(' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void HistoryFilter::setStarredOnly(bool starredOnly)
{
    m_starredOnly = starredOnly;
    invalidateFilter();
}

void HistoryFilter::setGrouped(bool grouped)
{
    m_grouped = grouped;
    invalidate();
}

QVariant HistoryFilter::data(const QModelIndex& index, int role) const
{
    if (role != HistoryModel::HeadingRole)
        return QSortFilterProxyModel::data(index, role);
    if (!m_grouped || !index.isValid())
        return {};
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    const bool first = !above.isValid() || above.data(HistoryModel::GroupRole) != index.data(HistoryModel::GroupRole);
    return first ? index.data(HistoryModel::PictureNameRole) : QVariant();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex card = sourceModel()->index(row, 0, parent);
    if (m_starredOnly && !card.data(HistoryModel::StarredRole).toBool())
        return false;
    const QString text = card.data(HistoryModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool HistoryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (m_grouped) {
        const int one = left.data(HistoryModel::GroupRole).toInt(), other = right.data(HistoryModel::GroupRole).toInt();
        if (one != other)
            return one < other;
    }
    return left.row() < right.row();
}

} // namespace vbs
