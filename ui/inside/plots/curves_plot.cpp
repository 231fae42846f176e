#include "ui/inside/plots/curves_plot.h"

#include "ui/inside/plots/chart_canvas.h"
#include "ui/inside/plots/plot_colors.h"
#include "ui/inside/plots/plot_table.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr const char* kRandom = "random";
constexpr double kAsGood = .01; ///< areas that are no further apart count as equal

double trustOf(const HidingCurve& curve)
{
    return curve.insertionArea - curve.deletionArea;
}

/// The random order has no colour of its own.
QColor colorOf(const HidingCurves& curves, std::size_t curve)
{
    int place = 0;
    for (std::size_t i = 0; i < curve; ++i)
        place += curves.curves[i].method != kRandom;
    return curves.curves[curve].method == kRandom ? themeColors().muted : plotColor(place);
}

} // namespace

int mostTrusted(const HidingCurves& curves)
{
    int best = -1;
    double most = -2;
    for (std::size_t i = 0; i < curves.curves.size(); ++i) {
        const HidingCurve& curve = curves.curves[i];
        if (curve.method == kRandom)
            most = std::max(most, trustOf(curve) + kAsGood);
    }
    for (std::size_t i = 0; i < curves.curves.size(); ++i)
        if (curves.curves[i].method != kRandom && trustOf(curves.curves[i]) > most) {
            most = trustOf(curves.curves[i]);
            best = int(i);
        }
    return best;
}

QString CurvesPlot::orderName(const HidingCurve& curve)
{
    if (curve.method == "attention")
        return tr("attention");
    if (curve.method == "rollout")
        return tr("rollout");
    if (curve.method == "relevance")
        return tr("relevance");
    if (curve.method == "occlusion")
        return tr("occlusion");
    return curve.method == kRandom ? tr("random order") : toQString(curve.method);
}

CurvesPlot::CurvesPlot(QWidget* parent) : ChartPlot(parent)
{
    ChartCanvas& canvas = chartCanvas();
    canvas.setAccessibleName(tr("Order of hiding"));
    canvas.onKey([this](int key) {
        const int step = key == Qt::Key_Left    ? m_step - 1
                         : key == Qt::Key_Right ? m_step + 1
                         : key == Qt::Key_Home  ? 0
                         : key == Qt::Key_End   ? regions()
                                                : -2;
        if (step == -2)
            return false;
        setStep(step);
        return true;
    });
    const auto atPlace = [this](const QPointF& place) {
        if (!isEmpty())
            setStep(int(std::lround(chartCanvas().chart()->mapToValue(place).x() * regions() / 100)));
    };
    connect(&canvas, &ChartCanvas::pointedAt, this, atPlace);
    connect(&canvas, &ChartCanvas::clicked, this, atPlace);
    connect(&canvas, &ChartCanvas::pointedAway, this, [this] { setStep(-1); });
}

void CurvesPlot::show(const HidingCurves& curves)
{
    m_curves = curves;
    m_step = -1;
    rebuild();
}

int CurvesPlot::regions() const
{
    return isEmpty() ? 0 : int(m_curves.curves.front().order.size());
}

void CurvesPlot::setStep(int step)
{
    step = std::clamp(step, -1, regions());
    if (step == m_step)
        return;
    m_step = step;
    rebuild();
}

QString CurvesPlot::sentence() const
{
    if (isEmpty())
        return {};
    const int best = mostTrusted(m_curves);
    const QString hint = tr("This is one question and one random order: a hint, no proof.");
    if (best < 0)
        return tr("No explanation orders the regions better than chance here, so for this answer none deserves "
                  "trust.") +
               ' ' + hint;
    QStringList names;
    for (const HidingCurve& curve : m_curves.curves)
        if (curve.method != kRandom && trustOf(curve) >= trustOf(m_curves.curves[std::size_t(best)]) - kAsGood)
            names.append(orderName(curve));
    const QString why =
        tr("Hiding its first regions takes the answer away soonest, and showing them brings it back soonest.");
    return (names.size() == 1 ? tr("For this answer %1 deserves most trust.").arg(names.front()) + ' ' + why
                              : tr("For this answer %1 and %2 deserve most trust, by about as much.")
                                    .arg(names.mid(0, names.size() - 1).join(tr(", ")), names.back())) +
           ' ' + hint;
}

void CurvesPlot::build()
{
    ChartCanvas& canvas = chartCanvas();
    canvas.addAxis(Qt::AlignBottom, 0, 100, tr("Regions hidden, or shown"))->setLabelFormat("%d %%");
    canvas.addAxis(Qt::AlignLeft, 0, 100, tr("Probability"))->setLabelFormat("%d %%");
    const double share = 100. / std::max(1, regions());
    if (m_step >= 0)
        canvas.addUpright(m_step * share, QPen(themeColors().muted, 1));
    for (std::size_t i = 0; i < m_curves.curves.size(); ++i) {
        const HidingCurve& curve = m_curves.curves[i];
        for (const bool shows : {false, true}) {
            auto* line = new QLineSeries;
            const std::vector<double>& heights = shows ? curve.insertion : curve.deletion;
            for (std::size_t step = 0; step < heights.size(); ++step)
                line->append(double(step) * share, 100 * heights[step]);
            const bool best = int(i) == mostTrusted(m_curves);
            line->setPen(QPen(colorOf(m_curves, i), best ? 3.5 : 2, shows ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
            canvas.addSeries(line);
        }
    }
}

std::vector<LegendRow> CurvesPlot::legend() const
{
    std::vector<LegendRow> rows;
    const bool atStep = m_step >= 0;
    rows.push_back({.name = atStep ? tr("%1 of %2 regions").arg(m_step).arg(regions()) : tr("Area below the curve"),
                    .value = tr("hidden / shown")});
    for (std::size_t i = 0; i < m_curves.curves.size(); ++i) {
        const HidingCurve& curve = m_curves.curves[i];
        const auto step = std::size_t(std::max(0, m_step));
        rows.push_back({.mark = LegendRow::Mark::Line,
                        .color = colorOf(m_curves, i),
                        .name = orderName(curve),
                        .value = tr("%1 / %2").arg(percentText(atStep ? curve.deletion[step] : curve.deletionArea),
                                                   percentText(atStep ? curve.insertion[step] : curve.insertionArea)),
                        .strong = int(i) == mostTrusted(m_curves)});
    }
    rows.push_back({.mark = LegendRow::Mark::Line, .color = themeColors().text, .name = tr("Hidden one by one")});
    rows.push_back({.mark = LegendRow::Mark::Line,
                    .color = themeColors().text,
                    .dashes = Qt::DashLine,
                    .name = tr("Shown one by one, and nothing else")});
    return rows;
}

std::string CurvesPlot::table() const
{
    PlotTable table("answer,method,step,region,deletion,insertion,deletion_area,insertion_area");
    for (const HidingCurve& curve : m_curves.curves)
        for (std::size_t step = 0; step < curve.deletion.size(); ++step) {
            table.add(toQString(m_curves.answer.text)).add(toQString(curve.method)).add(int(step));
            if (step == 0)
                table.add(QString()); // nothing is hidden or shown yet
            else
                table.add(int(curve.order[step - 1]));
            table.add(curve.deletion[step])
                .add(curve.insertion[step])
                .add(curve.deletionArea)
                .add(curve.insertionArea)
                .endRow();
        }
    return table.text();
}

} // namespace vbs
