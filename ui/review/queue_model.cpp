#include "ui/review/queue_model.h"

#include "ui/review/review_text.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr int kLinesKept = 5000, kLinesAtOnce = 60;

} // namespace

QueueModel::QueueModel(ReviewDesk& desk, QObject* parent)
    : QAbstractListModel(parent), m_desk(desk), m_lines(kLinesKept)
{
    connect(&desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        if (what & ReviewChange::Project) {
            m_lines.clear();
            m_coming.clear();
            ++m_project;
        }
        if (what & (ReviewChange::Project | ReviewChange::Queue)) {
            beginResetModel();
            m_rows = int(m_desk.state().queue.size());
            endResetModel();
        } else if (what & (ReviewChange::Counts | ReviewChange::Item) && m_rows > 0) {
            Q_EMIT dataChanged(index(0), index(m_rows - 1));
        }
    });
    connect(&desk, &ReviewDesk::predicted, this, &QueueModel::forget);
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

/// Their lines say something else now.
void QueueModel::forget(const std::vector<Prediction>& predictions)
{
    for (const Prediction& prediction : predictions)
        m_lines.remove(prediction.item);
}

const ItemLine* QueueModel::line(int row) const
{
    const ItemLine* known = m_lines.object(number(row));
    if (!known && !m_coming.contains(number(row)))
        fetch(row);
    return known;
}

/// With those around, which come in sight next.
void QueueModel::fetch(int row) const
{
    std::vector<std::uint32_t> wanted;
    const int first = std::max(0, row - kLinesAtOnce / 3), last = std::min(m_rows, first + kLinesAtOnce);
    for (int i = first; i < last; ++i)
        if (!m_lines.contains(number(i)) && m_coming.insert(number(i)).second)
            wanted.push_back(number(i));
    auto* self = const_cast<QueueModel*>(this);
    m_desk.lines(wanted, [self, wanted, project = m_project](std::vector<ItemLine> lines) {
        if (project != self->m_project)
            return;
        for (const std::uint32_t number : wanted)
            self->m_coming.erase(number);
        for (ItemLine& one : lines)
            self->m_lines.insert(one.number, new ItemLine(std::move(one)));
        if (self->m_rows > 0)
            Q_EMIT self->dataChanged(self->index(0), self->index(self->m_rows - 1));
    });
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    const ReviewState& state = m_desk.state();
    if (!index.isValid() || index.row() >= m_rows || !state.index)
        return {};
    const std::uint32_t item = number(index.row());
    switch (role) {
    case VerdictRole:
        return int(state.index->standing(item).verdict);
    case ConflictRole:
        return state.index->standing(item).conflict;
    case CorrectedRole:
        return !state.index->standing(item).correction.empty();
    case FlaggedRole:
        return state.index->standing(item).flagged;
    case SurpriseRole:
        return state.index->summary(item).surprise;
    default:
        break;
    }
    const ItemLine* known = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return known ? toQString(known->text.empty() ? known->id : known->text) : QString();
    case TruthRole:
        return known ? toQString(known->truth) : QString();
    case GuessRole:
        return known ? toQString(known->guess) : QString();
    case Qt::AccessibleTextRole:
        return known ? tr("%1, annotated as %2, %3")
                           .arg(toQString(known->text), toQString(known->truth),
                                reviewText(state.index->standing(item).verdict))
                     : QString();
    default:
        return {};
    }
}

} // namespace vbs
