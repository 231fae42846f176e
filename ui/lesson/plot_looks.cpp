// The views that are plots, and the smallest flip.

#include "core/look/attention_grid.h"
#include "ui/inside/plot_views.h"
#include "ui/inside/plots/curves_plot.h"
#include "ui/inside/plots/flip_view.h"
#include "ui/inside/plots/layers_plot.h"
#include "ui/inside/plots/points_plot.h"
#include "ui/lesson/large_text.h"
#include "ui/lesson/look_view.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr double kPlotFactor = 0.62;

/// A plot takes no focus by a click: the arrow keys turn the lesson's pages.
class PlotLook : public LookView {
    Q_DECLARE_TR_FUNCTIONS(vbs::PlotLook)

public:
    PlotLook(const QString& title, Plot* plot)
    {
        setTextFactor(plot, kPlotFactor);
        for (QWidget* part : plot->findChildren<QWidget*>())
            if (part->focusPolicy() & Qt::ClickFocus)
                part->setFocusPolicy(Qt::TabFocus);
        fill(title)->addWidget(plot, 1);
    }
};

class FlipLook : public LookView {
    Q_DECLARE_TR_FUNCTIONS(vbs::FlipLook)

public:
    FlipLook(const LessonStep& step, const LookedPtr& looked) : m_view(new FlipView)
    {
        m_view->setRecorded();
        m_view->show(*step.look->flip, looked->inspection.result);
        setTextFactor(m_view, 0.85);
        for (QWidget* part : m_view->findChildren<QWidget*>())
            part->setFocusPolicy(part->focusPolicy() & Qt::TabFocus ? Qt::TabFocus : Qt::NoFocus);
        fill(tr("The smallest flip"))->addWidget(m_view, 1);
        connect(m_view, &FlipView::hideRequested, this,
                [this](const std::vector<std::size_t>& regions) { setAway(regions); });
        connect(m_view, &FlipView::bringBackRequested, this, [this] { setAway({}); });
    }

    std::vector<std::size_t> away() const override { return m_away; }

private:
    void setAway(const std::vector<std::size_t>& regions)
    {
        m_away = regions;
        m_view->setHidden(!regions.empty());
        Q_EMIT awayChanged();
    }

    FlipView* m_view;
    std::vector<std::size_t> m_away;
};

} // namespace

LookView* layersLook(const LookedPtr& looked)
{
    const Inspection& inspection = looked->inspection;
    auto* plot = new LayersPlot;
    if (inspection.phrasesByLayer.empty()) {
        plot->show(layersOfAnswers(inspection, PlotLook::tr("Answer")));
    } else {
        std::vector<std::vector<double>> byLayer;
        for (const std::vector<PhraseRegions>& layer : inspection.phrasesByLayer)
            byLayer.push_back(layer.front().regions);
        std::vector<QString> names;
        for (const PositionFacts& facts : positionsOf(*looked))
            if (facts.isRegion())
                names.push_back(facts.name);
        plot->show(layersOf(byLayer, names, toQString(inspection.phrasesByLayer.back().front().text)));
    }
    return new PlotLook(PlotLook::tr("The answer, layer by layer"), plot);
}

LookView* pointsLook(const LessonStep& step, const LookedPtr& looked)
{
    PointsData points;
    for (const PositionFacts& facts : positionsOf(*looked))
        points.positions.push_back({plotKind(facts.kind), facts.name, facts.description});
    const RecordedLook& look = *step.look;
    for (std::size_t layer = 0; layer < look.points.size(); ++layer)
        points.layers.push_back({look.points[layer], look.spread.at(layer)});
    auto* plot = new PointsPlot;
    plot->show(points);
    const int last = int(points.layers.size()) - 1;
    plot->setLayer(step.choice.layer < 0 ? last : std::min(step.choice.layer, last));
    plot->choose(step.choice.position >= 0 ? step.choice.position : readPosition(step));
    QObject::connect(plot, &PointsPlot::pointClicked, plot, [plot](int position) { plot->choose(position); });
    return new PlotLook(PlotLook::tr("Words and regions as points"), plot);
}

LookView* flipLook(const LessonStep& step, const LookedPtr& looked)
{
    return new FlipLook(step, looked);
}

LookView* curvesLook(const LessonStep& step)
{
    auto* plot = new CurvesPlot;
    plot->show(*step.look->curves);
    return new PlotLook(PlotLook::tr("The answer while regions are hidden"), plot);
}

} // namespace vbs
