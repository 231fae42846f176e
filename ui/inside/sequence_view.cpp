#include "ui/inside/sequence_view.h"

#include "core/report/result_csv.h"

#include <QVBoxLayout>

namespace vbs {

std::string csvLine(const std::vector<std::string>& fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i)
        line += (i == 0 ? "" : ",") + csvField(fields[i]);
    return line + "\r\n";
}

SequenceView::SequenceView(InsideDesk& desk, QWidget* parent) : InsideView(desk, parent), m_row(new ChipRow)
{
    setObjectName("sequenceView");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_row);
    layout->addStretch(1);
    setFocusProxy(m_row);
    connect(m_row, &ChipRow::chosen, this, [this](std::size_t position) { this->desk().choosePosition(position); });
}

void SequenceView::showLooked(const LookedPtr& looked)
{
    m_row->setLooked(looked);
    m_row->setMarked(looked->inspection.readFrom);
    showChoice();
}

void SequenceView::showChoice()
{
    if (!looked() || m_row->positions().size() != looked()->inspection.positions)
        return;
    m_row->setQuery(desk().choice().position);
    m_row->setWeights(chosenAttention(looked()->inspection, desk().choice()));
    Q_EMIT weightsChanged();
    Q_EMIT sentenceChanged();
}

QString SequenceView::sentence() const
{
    return tr("Click a word or a region. Attention shows where the model takes information from, not why it answers "
              "as it does.");
}

QString SequenceView::weightsTitle() const
{
    const AttentionChoice& choice = desk().choice();
    if (choice.position >= m_row->positions().size())
        return {};
    const QString name = m_row->positions()[choice.position].name;
    return choice.incoming ? tr("What looks at “%1”").arg(name) : tr("Where “%1” looks").arg(name);
}

std::string SequenceView::table() const
{
    const AttentionChoice& choice = desk().choice();
    std::string text = csvLine({"layer", "head", "direction", "chosen", "position", "name", "share"});
    const auto& positions = m_row->positions();
    for (std::size_t i = 0; i < m_row->weights().size(); ++i)
        text += csvLine({std::to_string(choice.layer + 1), choice.head < 0 ? "mean" : std::to_string(choice.head + 1),
                         choice.incoming ? "looked at by" : "looks at", positions[choice.position].name.toStdString(),
                         std::to_string(i + 1), positions[i].name.toStdString(), std::to_string(m_row->weights()[i])});
    return text;
}

} // namespace vbs
