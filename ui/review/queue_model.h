#pragma once

#include "ui/review/review_desk.h"

#include <QAbstractListModel>
#include <QCache>

#include <map>

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
    struct Line {
        ItemLine line;
        bool stale = false; ///< it says something else by now, and is shown until that is here
    };
    const ItemLine* line(int row) const;
    void fetch(int row) const;
    void forget(const std::vector<Prediction>& predictions);

    void take(const std::vector<std::uint32_t>& wanted, int query, std::vector<ItemLine> lines);

    ReviewDesk& m_desk;
    mutable QCache<std::uint32_t, Line> m_lines;
    mutable std::map<std::uint32_t, int> m_coming; ///< with the query that will have them
    mutable int m_query = 0;
    int m_rows = 0;
};

} // namespace vbs
