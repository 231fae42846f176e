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
        PictureNameRole,
        ThumbnailRole,
        RightThumbnailRole,
        IconRole,   ///< the name of the task's line icon
        UnsavedRole ///< the disk does not have it
    };

    explicit HistoryModel(const std::vector<HistoryEntry>& entries, QObject* parent = nullptr);

    void refresh();
    /// The place in the state's history, which has the oldest first.
    int historyIndex(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const std::vector<HistoryEntry>& m_entries;
};

} // namespace vbs
