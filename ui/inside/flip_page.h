#pragma once

#include "ui/inside/hiding_run.h"
#include "ui/inside/plot_views.h"
#include "ui/inside/plots/flip_view.h"

#include <optional>

namespace vbs {

/// The fewest regions, or words, without which the model says something else.
class FlipPage : public PlotView {
    Q_OBJECT
public:
    explicit FlipPage(InsideDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Smallest flip"); }
    QString sentence() const override;
    void showLooked(const LookedPtr& looked) override;

    const HidingRun& run() const { return m_run; }
    const FlipView& flipView() const { return *m_plot; }

protected:
    Plot& plot() const override { return *m_plot; }

private:
    void find();
    void showRun();
    void toggle(const std::vector<std::size_t>& regions);

    HidingRun m_run;
    FlipView* m_plot;
    LookedPtr m_shown; ///< what the search is about
    std::optional<SmallestFlip> m_flip;
};

} // namespace vbs
