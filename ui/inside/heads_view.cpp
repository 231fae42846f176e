#include "ui/inside/heads_view.h"

#include "ui/util/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace vbs {

HeadsView::HeadsView(InsideDesk& desk, QWidget* parent)
    : InsideView(desk, parent), m_grid(new HeadGridView), m_measure(new QComboBox),
      m_sorted(new QCheckBox(tr("Sort by it")))
{
    setObjectName("headsView");
    m_measure->setObjectName("headMeasure");
    m_measure->setAccessibleName(tr("What is told of each head"));
    for (const HeadMeasure measure : kHeadMeasures) {
        m_measure->addItem(measureName(measure), int(measure));
        m_measure->setItemData(m_measure->count() - 1, plainToolTip(measureTip(measure)), Qt::ToolTipRole);
    }
    m_measure->setCurrentIndex(m_measure->findData(int(m_grid->measure())));
    m_sorted->setObjectName("headsSorted");
    m_sorted->setToolTip(tr("The heads with the most of it come first."));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(plainLabel(tr("Under each map:")));
    row->addWidget(m_measure);
    row->addWidget(m_sorted);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_grid, 1);
    setFocusProxy(m_grid);
    connect(m_measure, &QComboBox::activated, this, [this] {
        m_grid->setMeasure(HeadMeasure(m_measure->currentData().toInt()));
        m_measure->setToolTip(m_measure->currentData(Qt::ToolTipRole).toString());
    });
    connect(m_sorted, &QCheckBox::toggled, m_grid, &HeadGridView::setSorted);
    connect(m_grid, &HeadGridView::chosen, this, [this](std::size_t layer, std::size_t head) {
        AttentionChoice choice = this->desk().choice();
        choice.layer = layer;
        choice.head = int(head);
        this->desk().choose(choice);
    });
}

void HeadsView::showLooked(const LookedPtr& looked)
{
    if (looked != m_shown)
        measure(looked);
    showChoice();
}

/// A published network has so many heads that the window would stand still meanwhile.
void HeadsView::measure(const LookedPtr& looked)
{
    m_shown = looked;
    m_grid->setLooked(looked);
    m_job.start([this, looked](const JobControl&) -> BackgroundJob::Reply {
        return [this, looked, measures = attentionGrid(looked->inspection)] {
            if (looked == m_shown)
                m_grid->setMeasures(measures);
        };
    });
}

void HeadsView::showChoice()
{
    m_grid->setChosen(desk().choice().layer, desk().choice().head);
    Q_EMIT weightsChanged();
}

QString HeadsView::sentence() const
{
    return tr("Each map is one head: a row for each position that looks, a column for each that is looked at; the "
              "lines part the text from the regions. A head rarely has a single job, whatever its map suggests.");
}

std::vector<double> HeadsView::weights() const
{
    return looked() ? chosenAttention(looked()->inspection, desk().choice()) : std::vector<double>();
}

QString HeadsView::weightsTitle() const
{
    const AttentionChoice& choice = desk().choice();
    return choice.head < 0 ? tr("Attention: layer %1, all heads").arg(choice.layer + 1)
                           : tr("Attention: layer %1, head %2").arg(choice.layer + 1).arg(choice.head + 1);
}

std::string HeadsView::table() const
{
    std::string text = csvLine({"layer", "head", "entropy", "on_regions", "on_sep", "text_to_text", "text_to_regions",
                                "regions_to_text", "regions_to_regions"});
    for (const HeadGridView::Place& place : m_grid->order()) {
        const HeadMeasures& head = m_grid->measures()[place.layer][place.head];
        text += csvLine({std::to_string(place.layer + 1), std::to_string(place.head + 1), std::to_string(head.entropy),
                         std::to_string(head.onRegions), std::to_string(head.onSeparator),
                         std::to_string(head.blocks[0][0]), std::to_string(head.blocks[0][1]),
                         std::to_string(head.blocks[1][0]), std::to_string(head.blocks[1][1])});
    }
    return text;
}

} // namespace vbs
