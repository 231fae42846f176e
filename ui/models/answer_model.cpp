#include "ui/models/answer_model.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

namespace vbs {

QString spokenBar(const AnswerBar& bar)
{
    QString spoken = AnswerModel::tr("%1, %2").arg(bar.text, percentText(bar.probability));
    if (bar.probability < 0)
        return AnswerModel::tr("%1: %2").arg(bar.text, bar.note);
    if (!bar.note.isEmpty())
        spoken = AnswerModel::tr("%1: %2, %3").arg(bar.text, bar.note, percentText(bar.probability));
    if (bar.before >= 0)
        spoken = AnswerModel::tr("%1, before hiding %2").arg(spoken, percentText(bar.before));
    if (bar.blind >= 0)
        spoken = AnswerModel::tr("%1, from the text alone %2").arg(spoken, percentText(bar.blind));
    return spoken;
}

void AnswerModel::setBars(const std::vector<AnswerBar>& bars)
{
    if (bars.size() == m_bars.size()) {
        m_bars = bars; // rows keep their focus
        if (!bars.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(bars.size()) - 1, 0));
        return;
    }
    beginResetModel();
    m_bars = bars;
    endResetModel();
}

int AnswerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_bars.size());
}

QVariant AnswerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_bars.size())
        return {};
    const AnswerBar& bar = m_bars[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return bar.text;
    case Qt::AccessibleTextRole:
        return spokenBar(bar);
    case Qt::ToolTipRole: {
        if (bar.probability < 0)
            return plainToolTip(tr("%1: %2").arg(bar.text, bar.note));
        QString tip = tr("%1: probability %L2").arg(bar.text).arg(bar.probability, 0, 'f', 4);
        if (bar.before >= 0)
            tip += '\n' + tr("Before hiding: %L1").arg(bar.before, 0, 'f', 4);
        if (bar.blind >= 0)
            tip += '\n' + tr("From the text alone: %L1").arg(bar.blind, 0, 'f', 4);
        if (!bar.of.empty())
            tip += '\n' + tr("Click to see why this one");
        return plainToolTip(tip);
    }
    case ProbabilityRole:
        return bar.probability;
    case BarRole:
        return QVariant::fromValue(bar);
    default:
        return {};
    }
}

} // namespace vbs
