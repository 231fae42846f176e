#include "ui/models/region_list_model.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <cmath>

namespace vbs {

void RegionListModel::setRegions(const RegionSet& regions, const std::vector<bool>& hidden, bool own)
{
    beginResetModel();
    m_own = own;
    m_rows.clear();
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        const Region& region = regions.regions[i];
        if (!region.wholeImage && (i >= hidden.size() || !hidden[i]))
            m_rows.push_back({int(i), region});
    }
    endResetModel();
}

void RegionListModel::setRemoved(const std::vector<bool>& removed)
{
    m_removed = removed;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {RemovedRole, Qt::AccessibleTextRole});
}

int RegionListModel::regionOf(const QModelIndex& index) const
{
    return index.isValid() && std::size_t(index.row()) < m_rows.size() ? m_rows[std::size_t(index.row())].region : -1;
}

QModelIndex RegionListModel::indexOf(int region) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].region == region)
            return index(int(row));
    }
    return {};
}

int RegionListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RegionListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_rows.size())
        return {};
    const Region& region = m_rows[std::size_t(index.row())].shown;
    const bool lookedAt = !region.label.empty();
    const QString name = shownRegionName(region, m_own);
    const bool removed = isMarked(m_removed, std::size_t(m_rows[std::size_t(index.row())].region));
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        if (removed)
            return tr("%1, hidden from the model").arg(name);
        return lookedAt ? tr("%1, %2").arg(name, percentText(region.score)) : name;
    case Qt::ToolTipRole: {
        const Box& b = region.box;
        const QString place = tr("x %1, y %2, %3 × %4 pixels")
                                  .arg(std::lround(b.x1))
                                  .arg(std::lround(b.y1))
                                  .arg(std::lround(b.width()))
                                  .arg(std::lround(b.height()));
        return plainToolTip(tr("%1\n%2").arg(name, place));
    }
    case ScoreRole:
        return double(region.score);
    case LookedAtRole:
        return lookedAt;
    case RemovedRole:
        return removed;
    default:
        return {};
    }
}

} // namespace vbs
