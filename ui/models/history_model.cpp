#include "ui/models/history_model.h"

#include "ui/util/qt_bridge.h"

namespace vbs {

HistoryModel::HistoryModel(const std::vector<HistoryEntry>& entries, QObject* parent)
    : QAbstractListModel(parent), m_entries(entries)
{
}

void HistoryModel::refresh()
{
    beginResetModel();
    endResetModel();
}

int HistoryModel::historyIndex(const QModelIndex& index) const { return int(m_entries.size()) - 1 - index.row(); }

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_entries.size())
        return {};
    const HistoryEntry& entry = m_entries[std::size_t(historyIndex(index))];
    const auto& answers = entry.answered.result.answers;
    const QString answer = answers.empty() ? QString() : toQString(answers.front().text);
    const double probability = answers.empty() ? 0 : answers.front().probability;
    switch (role) {
    case Qt::DisplayRole:
        return entry.answered.question;
    case Qt::AccessibleTextRole:
        return tr("%1 %2, %3").arg(entry.answered.question, answer, percentText(probability));
    case Qt::ToolTipRole:
        return tr("%1\n%2, %3\n%4").arg(entry.answered.question, answer, percentText(probability), entry.picture.name);
    case AnswerRole:
        return answer;
    case ProbabilityRole:
        return probability;
    case PictureNameRole:
        return entry.picture.name;
    case ThumbnailRole:
        return entry.thumbnail;
    default:
        return {};
    }
}

} // namespace vbs
