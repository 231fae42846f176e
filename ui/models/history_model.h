#pragma once

#include "ui/workbench/workbench_state.h"

#include <QAbstractListModel>

namespace vbs {

/// The questions asked, latest first.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        AnswerRole = Qt::UserRole,
        ProbabilityRole,
        UnfamiliarRole, ///< the answer means little
        PictureNameRole,
        ThumbnailRole,
        RightThumbnailRole,
        IconRole,    ///< the name of the task's line icon
        UnsavedRole, ///< the disk does not have it
        StarredRole,
        TimeRole,   ///< when it was asked, for people
        SearchRole, ///< all that a search looks at
        GroupRole,  ///< the row of the latest card about the same picture
        HeadingRole ///< HistoryFilter's
    };

    explicit HistoryModel(const std::vector<HistoryEntry>& entries, QObject* parent = nullptr);

    void refresh();
    /// The place in the state's history, which has the oldest first.
    int historyIndex(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void findGroups();

    const std::vector<HistoryEntry>& m_entries;
    std::vector<int> m_groups; ///< one a row
};

} // namespace vbs
