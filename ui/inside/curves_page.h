#pragma once

#include "ui/inside/hiding_run.h"
#include "ui/inside/plot_views.h"
#include "ui/inside/plots/curves_plot.h"
#include "ui/inside/run_strip.h"

namespace vbs {

/// How the answer goes while regions are hidden in the order of each explanation. It takes many runs of the network, so
/// it is computed when the user wants it.
class CurvesPage : public PlotView {
    Q_OBJECT
public:
    explicit CurvesPage(InsideDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Order of hiding"); }
    QString sentence() const override;
    void showLooked(const LookedPtr& looked) override;

    const HidingRun& run() const { return m_run; }

protected:
    Plot& plot() const override { return *m_plot; }

private:
    void click();
    void showRun();

    HidingRun m_run;
    RunStrip* m_strip;
    CurvesPlot* m_plot;
    LookedPtr m_shown; ///< what the run is about
};

} // namespace vbs
