#include "ui/models/answer_model.h"

#include "ui/util/qt_bridge.h"

namespace vbs {

void AnswerModel::setAnswers(const std::vector<Answer>& answers)
{
    beginResetModel();
    m_answers = answers;
    endResetModel();
}

int AnswerModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_answers.size()); }

QVariant AnswerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_answers.size())
        return {};
    const Answer& answer = m_answers[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return toQString(answer.text);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(toQString(answer.text), percentText(answer.probability));
    case Qt::ToolTipRole:
        return tr("%1: probability %2").arg(toQString(answer.text)).arg(answer.probability, 0, 'f', 4);
    case ProbabilityRole:
        return answer.probability;
    default:
        return {};
    }
}

} // namespace vbs
