#include "ui/inside/plot_views.h"

#include "core/look/attention_grid.h"
#include "ui/util/qt_bridge.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

PlotPosition::Kind plotKind(PositionFacts::Kind kind)
{
    switch (kind) {
    case PositionFacts::Kind::Mark:
        return PlotPosition::Kind::Mark;
    case PositionFacts::Kind::LeftRegion:
        return PlotPosition::Kind::Region;
    case PositionFacts::Kind::RightRegion:
        return PlotPosition::Kind::RightRegion;
    case PositionFacts::Kind::Word:
        break;
    }
    return PlotPosition::Kind::Word;
}

namespace {

/// The dock says a view's sentence below it.
void fillWith(InsideView* view, Plot* plot, QWidget* above = nullptr)
{
    plot->setSentenceShown(false);
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (above != nullptr)
        column->addWidget(above, 0, Qt::AlignLeft);
    column->addWidget(plot, 1);
    QObject::connect(plot, &Plot::sentenceChanged, view, &InsideView::sentenceChanged);
}

} // namespace

LayersView::LayersView(InsideDesk& desk, QWidget* parent)
    : PlotView(desk, parent), m_phrase(new QComboBox), m_plot(new LayersPlot)
{
    setObjectName("layersView");
    m_phrase->setObjectName("layersPhrase");
    m_phrase->setAccessibleName(tr("Phrase"));
    m_phrase->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    fillWith(this, m_plot, m_phrase);
    connect(m_phrase, &QComboBox::activated, this, &LayersView::showPhrase);
}

void LayersView::showLooked(const LookedPtr& looked)
{
    if (looked == m_shown)
        return;
    m_shown = looked;
    const Inspection& inspection = looked->inspection;
    m_phrase->setVisible(!inspection.phrasesByLayer.empty());
    if (inspection.phrasesByLayer.empty())
        return m_plot->show(layersOfAnswers(inspection, tr("Answer")));
    const QSignalBlocker blocker(m_phrase);
    m_phrase->clear();
    for (const PhraseRegions& phrase : inspection.phrasesByLayer.back())
        m_phrase->addItem(toQString(phrase.text));
    showPhrase();
}

void LayersView::showPhrase()
{
    const auto phrase = std::size_t(std::max(0, m_phrase->currentIndex()));
    std::vector<std::vector<double>> byLayer;
    for (const std::vector<PhraseRegions>& layer : m_shown->inspection.phrasesByLayer)
        byLayer.push_back(layer.at(phrase).regions);
    std::vector<QString> names;
    for (const PositionFacts& facts : positionsOf(*m_shown))
        if (facts.isRegion())
            names.push_back(facts.name);
    m_plot->show(layersOf(byLayer, names, m_phrase->currentText()));
}

PointsView::PointsView(InsideDesk& desk, QWidget* parent) : PlotView(desk, parent), m_plot(new PointsPlot)
{
    setObjectName("pointsView");
    fillWith(this, m_plot);
    connect(m_plot, &PointsPlot::pointClicked, this, [this](int position) {
        if (position >= 0)
            this->desk().choosePosition(std::size_t(position));
    });
}

void PointsView::showLooked(const LookedPtr& looked)
{
    if (looked != m_shown) {
        m_shown = looked;
        PointsData points;
        for (const PositionFacts& facts : positionsOf(*looked))
            points.positions.push_back({plotKind(facts.kind), facts.name, facts.description});
        points.layers = pointsByLayer(looked->inspection);
        m_plot->show(points);
    }
    showChoice();
}

void PointsView::showChoice()
{
    if (m_shown)
        m_plot->choose(int(desk().choice().position));
}

} // namespace vbs
