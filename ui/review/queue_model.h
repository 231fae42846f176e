#pragma once

#include "ui/review/review_desk.h"

#include <QAbstractListModel>
#include <QCache>

#include <set>

namespace vbs {

/// The queue as a list. Lines are read from the store some at a time, when they come in sight.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        TruthRole = Qt::UserRole, ///< in words
        GuessRole,                ///< of the model; empty: it was not asked
        VerdictRole,              ///< a Verdict as int
        ConflictRole,
        CorrectedRole,
        FlaggedRole,
        SurpriseRole ///< 0 and more; negative: not known
    };

    explicit QueueModel(ReviewDesk& desk, QObject* parent = nullptr);

    std::uint32_t number(int row) const { return m_desk.state().queue.at(std::size_t(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const ItemLine* line(int row) const;
    void fetch(int row) const;
    void forget(const std::vector<Prediction>& predictions);

    ReviewDesk& m_desk;
    mutable QCache<std::uint32_t, ItemLine> m_lines;
    mutable std::set<std::uint32_t> m_coming;
    int m_rows = 0;
    int m_project = 0; ///< counts projects: lines of an earlier one are dropped
};

} // namespace vbs
