#include "ui/review/queue_model.h"

#include "ui/review/review_text.h"
#include "ui/util/qt_bridge.h"

#include <QPointer>

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

/// Their lines say something else now, those that are on their way as well.
void QueueModel::forget(const std::vector<Prediction>& predictions)
{
    for (const Prediction& prediction : predictions) {
        m_coming.erase(prediction.item);
        if (Line* known = m_lines.object(prediction.item))
            known->stale = true;
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

const ItemLine* QueueModel::line(int row) const
{
    const Line* known = m_lines.object(number(row));
    if ((!known || known->stale) && !m_coming.contains(number(row)))
        fetch(row);
    return known ? &known->line : nullptr;
}

/// With those around, which come in sight next.
void QueueModel::fetch(int row) const
{
    std::vector<std::uint32_t> wanted;
    const int first = std::max(0, row - kLinesAtOnce / 3), last = std::min(m_rows, first + kLinesAtOnce);
    ++m_query;
    for (int i = first; i < last; ++i) {
        const Line* known = m_lines.object(number(i));
        if ((!known || known->stale) && m_coming.try_emplace(number(i), m_query).second)
            wanted.push_back(number(i));
    }
    m_desk.lines(
        wanted, [self = QPointer(const_cast<QueueModel*>(this)), wanted, query = m_query](std::vector<ItemLine> lines) {
            if (self)
                self->take(wanted, query, std::move(lines));
        });
}

/// What another query was sent for meanwhile, or belongs to an earlier project, is dropped.
void QueueModel::take(const std::vector<std::uint32_t>& wanted, int query, std::vector<ItemLine> lines)
{
    const auto comes = [&](std::uint32_t number) {
        const auto known = m_coming.find(number);
        return known != m_coming.end() && known->second == query;
    };
    for (ItemLine& one : lines)
        if (comes(one.number))
            m_lines.insert(one.number, new Line{std::move(one)});
    for (const std::uint32_t number : wanted)
        if (comes(number))
            m_coming.erase(number);
    if (m_rows > 0 && !lines.empty()) // where none could be read, the next look asks again
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
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
