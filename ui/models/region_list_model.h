#pragma once

#include "core/engine/inference_types.h"

#include <QAbstractListModel>

#include <vector>

namespace vbs {

/// The objects among the regions on the canvas, in the extractor's order or the user's.
class RegionListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ScoreRole = Qt::UserRole, LookedAtRole, RemovedRole };

    using QAbstractListModel::QAbstractListModel;

    /// @param hidden one mark a region that is left out; empty: none.
    /// @param own whether they are the user's, see shownRegionName.
    void setRegions(const RegionSet& regions, const std::vector<bool>& hidden, bool own);
    /// @param removed one mark a region that the user hides from the model; empty: none.
    void setRemoved(const std::vector<bool>& removed);
    int regionOf(const QModelIndex& index) const; ///< its place in the set; -1: none
    QModelIndex indexOf(int region) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        int region = -1;
        Region shown;
    };
    std::vector<Row> m_rows;
    std::vector<bool> m_removed;
    bool m_own = false;
};

} // namespace vbs
