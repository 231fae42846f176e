#include "ui/diff/differing_model.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bar.h"

namespace vbs {
namespace {

QString answerOf(const ModelAnswer& answer)
{
    return QString("%1 (%2)").arg(verdictText(answer.text), percentText(answer.probability));
}

} // namespace

void DifferingModel::set(const std::vector<DifferingExample>& examples)
{
    beginResetModel();
    m_examples = examples;
    endResetModel();
}

int DifferingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_examples.size());
}

int DifferingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QVariant DifferingModel::data(const QModelIndex& index, int role) const
{
    const DifferingExample& example = at(index.row());
    if (role == Qt::ToolTipRole && index.column() == Text) {
        QStringList lines{toQString(example.text)};
        for (const auto& picture : example.pictures)
            lines << fromPath(picture.filename());
        return plainToolTip(lines.join('\n'));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Text:
        return toQString(example.text).simplified();
    case First:
        return answerOf(example.answers[0]);
    case Second:
        return answerOf(example.answers[1]);
    case Right: {
        if (example.answers[0].score < 0)
            return tr("not known");
        const bool first = example.answers[0].score >= 0.5, second = example.answers[1].score >= 0.5;
        return first ? (second ? tr("both") : tr("the first")) : second ? tr("the second") : tr("neither");
    }
    case Distance:
        return percentText(example.distance);
    case kColumns:
        break;
    }
    return {};
}

QVariant DifferingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Text:
        return tr("Asked");
    case First:
        return tr("First model");
    case Second:
        return tr("Second model");
    case Right:
        return tr("Who is right");
    case Distance:
        return tr("Distance");
    case kColumns:
        break;
    }
    return {};
}

} // namespace vbs
