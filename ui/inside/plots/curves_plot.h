#pragma once

#include "core/look/hiding_curves.h"
#include "ui/inside/plots/chart_plot.h"

namespace vbs {

/// How the answer goes while regions are hidden, and while they are shown, in the order of each explanation. Left,
/// Right, Home and End choose how many; the description tells the numbers.
class CurvesPlot : public ChartPlot {
    Q_OBJECT
public:
    explicit CurvesPlot(QWidget* parent = nullptr);

    void show(const HidingCurves& curves);
    void clear() { show({}); }

    QString name() const override { return QStringLiteral("hiding-curves"); }
    QString sentence() const override;
    bool isEmpty() const override { return m_curves.curves.empty(); }
    std::string table() const override;

protected:
    void build() override;
    std::vector<LegendRow> legend() const override;

private:
    static QString orderName(const HidingCurve& curve);
    int regions() const;
    void setStep(int step);

    HidingCurves m_curves;
    int m_step = -1; ///< whose numbers the legend gives; -1: the areas
};

/// The curve with the largest area of insertion less that of deletion. -1: none is more than a point above the random
/// order's.
int mostTrusted(const HidingCurves& curves);

} // namespace vbs
