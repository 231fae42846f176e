#include "ui/lesson/recorder/step_list.h"

#include "ui/history/card_painting.h"
#include "ui/lesson/recorder/draft_pictures.h"
#include "ui/lesson/recorder/draft_problems.h"
#include "ui/lesson/recorder/unfinished_quiz.h"
#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/theme.h"

#include <QMimeData>
#include <QPainter>

namespace vbs {
namespace {

constexpr const char* kStepMime = "application/x-visualbert-lesson-step";
constexpr int kCard = 76, kInset = 8, kThumbWidth = 72;

QString shownTitle(const LessonStep& step)
{
    const QString title = QString::fromStdString(step.title).simplified();
    return title.isEmpty() ? StepListModel::tr("Without a title") : title;
}

} // namespace

StepListModel::StepListModel(LessonDraft& draft, DraftPictures& pictures, QObject* parent)
    : QAbstractListModel(parent), m_draft(draft), m_pictures(pictures)
{
    connect(&draft, &LessonDraft::changed, this, &StepListModel::follow);
    connect(&pictures, &DraftPictures::ready, this, &StepListModel::follow);
    follow();
}

void StepListModel::follow()
{
    std::vector<int> ids;
    for (std::size_t row = 0; row < m_draft.count(); ++row)
        ids.push_back(m_draft.idOf(row));
    if (ids != m_ids) {
        beginResetModel();
        m_ids = std::move(ids);
        endResetModel();
    } else if (!m_ids.empty()) {
        Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
    }
}

int StepListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QStringList StepListModel::marksOf(std::size_t row) const
{
    const LessonStep& step = m_draft.step(row);
    QStringList marks;
    if (step.quiz.kind != QuizKind::None)
        marks << tr("Quiz");
    if (!step.notes.empty())
        marks << tr("Notes");
    if (step.picture.empty())
        marks << tr("Text");
    return marks;
}

/// In a word or two, as there is little room.
QString StepListModel::troubleOf(std::size_t row) const
{
    const LessonStep step = m_draft.recordedStep(row);
    switch (m_draft.stateOf(row)) {
    case StepState::Missing:
        return tr("Not recorded");
    case StepState::Old:
        return tr("Record again");
    case StepState::AsksNothing:
    case StepState::Recorded:
        break;
    }
    if (!quizTrouble(step).isEmpty())
        return tr("Quiz unfinished");
    return textTrouble(step).isEmpty() ? QString() : tr("Text missing");
}

QVariant StepListModel::data(const QModelIndex& index, int role) const
{
    const auto row = std::size_t(index.row());
    if (!index.isValid() || row >= m_draft.count())
        return {};
    const LessonStep& step = m_draft.step(row);
    switch (role) {
    case Qt::DisplayRole:
        return shownTitle(step);
    case Qt::ToolTipRole:
        return plainToolTip(shownTitle(step));
    case Qt::AccessibleTextRole:
        return (QStringList{tr("Step %1: %2").arg(row + 1).arg(shownTitle(step))} + marksOf(row) +
                QStringList{troubleOf(row)})
            .join(QStringLiteral(", "));
    case ThumbnailRole:
        return m_pictures.thumbnail(m_draft.head(), step.picture);
    case NumberRole:
        return int(row) + 1;
    case MarksRole:
        return marksOf(row);
    case TroubleRole:
        return troubleOf(row);
    default:
        return {};
    }
}

Qt::ItemFlags StepListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual | Qt::ItemIsDropEnabled;
}

QStringList StepListModel::mimeTypes() const
{
    return {kStepMime};
}

QMimeData* StepListModel::mimeData(const QModelIndexList& indexes) const
{
    auto* mime = new QMimeData;
    if (!indexes.isEmpty())
        mime->setData(kStepMime, QByteArray::number(m_draft.idOf(std::size_t(indexes.first().row()))));
    return mime;
}

/// @return false: the view has nothing to remove, the draft has moved the step.
bool StepListModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent)
{
    const int from = m_draft.rowOf(data->data(kStepMime).toInt());
    if (action != Qt::MoveAction || from < 0)
        return false;
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : int(m_draft.count());
    if (to > from)
        --to;
    m_draft.move(std::size_t(from), std::size_t(to));
    return false;
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, textPixels(kCard)};
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = themeColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(1, 1, -3, -5);
    paintCard(*painter, card, option.state);
    const QRect picture(card.left() + kInset, card.top() + kInset, kThumbWidth, card.height() - 2 * kInset);
    paintThumbnail(*painter, picture, index.data(StepListModel::ThumbnailRole).value<QImage>(), "comment");
    QRect text(picture.right() + 1 + kInset, picture.top(), card.right() - picture.right() - 2 * kInset,
               picture.height());
    const QString number = QStringLiteral("%1  ").arg(index.data(StepListModel::NumberRole).toInt());
    painter->setPen(colors.text);
    const int line = painter->fontMetrics().height();
    painter->drawText(
        QRect(text.left(), text.top(), text.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(number + index.data().toString(), Qt::ElideRight, text.width()));
    QFont small = option.font;
    small.setPixelSize(textPixels(12));
    painter->setFont(small);
    const QString marks = index.data(StepListModel::MarksRole).toStringList().join(QStringLiteral(" · "));
    const int smallLine = painter->fontMetrics().height();
    const QString trouble = index.data(StepListModel::TroubleRole).toString();
    painter->setPen(colors.muted);
    painter->drawText(QRect(text.left(), text.top() + line + 2, text.width(), smallLine), Qt::AlignLeft, marks);
    if (!trouble.isEmpty()) {
        const int top = text.top() + line + 2 + (marks.isEmpty() ? 0 : smallLine + 2);
        paintLineIcon(*painter, "warning", QRectF(text.left(), top, smallLine, smallLine), colors.warningMark);
        painter->setPen(colors.text);
        painter->drawText(QRect(text.left() + smallLine + 4, top, text.width() - smallLine - 4, smallLine),
                          Qt::AlignLeft,
                          painter->fontMetrics().elidedText(trouble, Qt::ElideRight, text.width() - smallLine - 4));
    }
    painter->restore();
}

} // namespace vbs
