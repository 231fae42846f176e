#pragma once

#include "ui/models/history_model.h"

#include <QSortFilterProxyModel>
#include <QStringList>

namespace vbs {

/// The cards that the user looks for, latest first; grouped, those of one picture stand together under its name.
class HistoryFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit HistoryFilter(HistoryModel& cards, QObject* parent = nullptr);

    void setText(const QString& text); ///< every word has to be in the question, the answer or the picture's name
    void setStarredOnly(bool starredOnly);
    void setGrouped(bool grouped);
    bool isNarrowed() const { return !m_words.isEmpty() || m_starredOnly; }

    /// HistoryModel's roles, and HeadingRole for the first card of a group.
    QVariant data(const QModelIndex& index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
    bool m_starredOnly = false, m_grouped = false;
};

} // namespace vbs
