#include "ui/models/history_model.h"

#include "ui/util/date_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHash>

namespace vbs {
namespace {

QString pictureNames(const HistoryEntry& entry)
{
    return entry.rightPicture ? HistoryModel::tr("%1 and %2").arg(entry.picture.name, entry.rightPicture->name)
                              : entry.picture.name;
}

/// Pasted pictures have no path; their keys tell them apart.
QString keyOf(const HistoryEntry& entry)
{
    return entry.rightPicture ? entry.picture.key + '\n' + entry.rightPicture->key : entry.picture.key;
}

QString timeOf(const HistoryEntry& entry)
{
    const QDateTime when = QDateTime::fromString(toQString(entry.answered.origin.date), Qt::ISODate);
    return dateText(when, QDateTime::currentDateTime());
}

} // namespace

HistoryModel::HistoryModel(const std::vector<HistoryEntry>& entries, QObject* parent)
    : QAbstractListModel(parent), m_entries(entries)
{
    findGroups();
}

void HistoryModel::refresh()
{
    beginResetModel();
    findGroups();
    endResetModel();
}

void HistoryModel::findGroups()
{
    m_groups.clear();
    QHash<QString, int> first;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        const int row = int(m_groups.size());
        m_groups.push_back(first.value(keyOf(*entry), row));
        first.insert(keyOf(*entry), m_groups.back());
    }
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
        const QString starred = entry.starred ? tr("%1, starred").arg(text) : text;
        return entry.unsaved ? tr("%1, not saved").arg(starred) : starred;
    }
    case Qt::ToolTipRole: {
        const QString text = tr("%1: %2\n%3 %4\n%5")
                                 .arg(taskName(spec.task), question, headline.text, percent,
                                      QStringList{pictureNames(entry), timeOf(entry)}.join(tr(" \u00b7 ")));
        return plainToolTip(entry.unsaved ? tr("%1\nNot saved").arg(text) : text);
    }
    case AnswerRole:
        return headline.text;
    case UnfamiliarRole:
        return entry.answered.result.strangeness.any();
    case ProbabilityRole:
        return headline.probability;
    case PictureNameRole:
        return pictureNames(entry);
    case ThumbnailRole:
        return entry.thumbnail;
    case RightThumbnailRole:
        return entry.rightThumbnail;
    case IconRole:
        return QString::fromLatin1(spec.icon);
    case UnsavedRole:
        return entry.unsaved;
    case StarredRole:
        return entry.starred;
    case TimeRole:
        return timeOf(entry);
    case SearchRole:
        return QStringList{question, entry.answered.choices.join(' '), headline.text, pictureNames(entry)}.join('\n');
    case GroupRole:
        return m_groups[std::size_t(index.row())];
    default:
        return {};
    }
}

} // namespace vbs
