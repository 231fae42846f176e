#include "ui/models/history_model.h"

#include "ui/util/labels.h"
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

int HistoryModel::historyIndex(const QModelIndex& index) const
{
    return int(m_entries.size()) - 1 - index.row();
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_entries.size())
        return {};
    const HistoryEntry& entry = m_entries[std::size_t(historyIndex(index))];
    const TaskSpec& spec = taskSpec(entry.answered.task);
    const Headline headline = spec.headline(entry.answered.result);
    const QString percent = headline.probability < 0 ? QString() : percentText(headline.probability);
    const QString question = entry.answered.question.trimmed().isEmpty()
                                 ? givenChoices(entry.answered.choices).join(" / ")
                                 : entry.answered.question.simplified();
    switch (role) {
    case Qt::DisplayRole:
        return question;
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1: %2 %3, %4").arg(taskName(spec.task), question, headline.text, percent);
        return entry.unsaved ? tr("%1, not saved").arg(text) : text;
    }
    case Qt::ToolTipRole: {
        const QString text =
            tr("%1: %2\n%3 %4\n%5")
                .arg(taskName(spec.task), question, headline.text, percent,
                     entry.rightPicture ? tr("%1 and %2").arg(entry.picture.name, entry.rightPicture->name)
                                        : entry.picture.name);
        return plainToolTip(entry.unsaved ? tr("%1\nNot saved").arg(text) : text);
    }
    case AnswerRole:
        return headline.text;
    case ProbabilityRole:
        return headline.probability;
    case PictureNameRole:
        return entry.picture.name;
    case ThumbnailRole:
        return entry.thumbnail;
    case RightThumbnailRole:
        return entry.rightThumbnail;
    case IconRole:
        return QString::fromLatin1(spec.icon);
    case UnsavedRole:
        return entry.unsaved;
    default:
        return {};
    }
}

} // namespace vbs
