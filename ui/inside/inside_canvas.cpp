// InsidePanel's part that joins it with the picture on the canvas.

#include "core/report/heatmap.h"
#include "ui/canvas/canvas_panel.h"
#include "ui/inside/inside_panel.h"

#include <algorithm>

namespace vbs {

/// A region that is picked on the canvas is the one asked about.
void InsidePanel::followPicked(Side side)
{
    const InsideState& state = m_desk.state();
    const int picked = m_parts.workbench.state().side(side).picked;
    if (!m_desk.isWatched() || !state.isReady() || picked < 0)
        return;
    const InferenceResult& result = state.looked->inspection.result;
    const RegionSet& regions = side == Side::Left ? result.regions : result.rightRegions;
    if (std::size_t(picked) < regions.regions.size())
        m_desk.choosePosition(result.tokens.size() + (side == Side::Left ? 0 : result.regions.regions.size()) +
                              std::size_t(picked));
}

/// A region that is asked about is picked on the canvas.
void InsidePanel::pickChosen()
{
    const InsideState& state = m_desk.state();
    if (!m_desk.isWatched() || !state.isReady())
        return;
    const InferenceResult& result = state.looked->inspection.result;
    const int words = int(result.tokens.size()), left = int(result.regions.regions.size());
    const int region = int(m_desk.choice().position) - words;
    for (const Side side : kSides) {
        const int own = side == Side::Left ? region : region - left;
        const bool isHere = region >= 0 && (side == Side::Left) == (region < left);
        const SideState& there = m_parts.workbench.state().side(side);
        const int picked = isHere && there.isShown(own) ? own : -1;
        if (there.picked != picked)
            m_parts.workbench.regions(side).pick(picked);
    }
}

/// The weights of the view in sight over the boxes; the answer's explanation where there are none.
void InsidePanel::showOnCanvas()
{
    const InsideState& state = m_desk.state();
    std::vector<double> weights;
    if (m_desk.isWatched() && state.isReady())
        weights = view().weights();
    if (weights.empty() || weights.size() != state.looked->inspection.positions) {
        for (const Side side : kSides)
            m_parts.canvas.setOtherWeights(side, std::nullopt);
        return;
    }
    const InferenceResult& result = state.looked->inspection.result;
    const auto words = std::ptrdiff_t(result.tokens.size()), left = std::ptrdiff_t(result.regions.regions.size());
    CanvasWeights onLeft, onRight;
    onLeft.regions.assign(weights.begin() + words, weights.begin() + words + left);
    onRight.regions.assign(weights.begin() + words + left, weights.end());
    const double greatest = std::max({view().greatest(), greatestWeight(result.regions, onLeft.regions),
                                      greatestWeight(result.rightRegions, onRight.regions)});
    for (CanvasWeights* one : {&onLeft, &onRight}) {
        one->greatest = greatest; // one scale for both, told once
        one->name = tr("Share");
    }
    onLeft.title = view().weightsTitle();
    m_parts.canvas.setOtherWeights(Side::Left, onLeft);
    m_parts.canvas.setOtherWeights(Side::Right, onRight);
}

} // namespace vbs
