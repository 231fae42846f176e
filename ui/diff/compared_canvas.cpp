#include "ui/diff/compared_canvas.h"

#include "ui/canvas/answer_weights.h"

namespace vbs {

ComparedCanvas::ComparedCanvas(Workbench& workbench, Side side, bool first, QObject* parent)
    : CanvasModel(parent), m_workbench(workbench), m_which(side), m_isFirst(first)
{
    watch(workbench, Change::Looked, this, [this] { Q_EMIT changed(CanvasChange::Weights); });
}

void ComparedCanvas::show(const std::optional<Answered>& answered, const std::vector<bool>& hidden, double greatest)
{
    const SideState& now = m_workbench.state().side(m_which);
    const QString before = m_state.picture ? m_state.picture->key : QString();
    m_state.picture = now.picture;
    m_state.unopenedName = now.unopenedName;
    m_answered = answered;
    m_greatest = greatest;
    m_state.regions.reset();
    if (answered)
        m_state.regions = answered->regionsOf(m_which);
    m_state.removed = hidden;
    if (m_isFirst)
        m_state.picked = now.picked;
    if (!m_state.regions || m_state.picked >= int(m_state.regions->regions.size()))
        m_state.picked = -1;
    const bool isAnother = before != (m_state.picture ? m_state.picture->key : QString());
    CanvasChanges what = kAllCanvasChanges;
    what.setFlag(CanvasChange::Picture, isAnother); // else it would lose its place
    Q_EMIT changed(what);
}

CanvasWeights ComparedCanvas::weights() const
{
    if (!m_answered)
        return {};
    CanvasWeights weights = weightsOf(*m_answered, m_which, m_workbench.state().lookedPhrase);
    weights.greatest = std::max(weights.greatest, m_greatest);
    return weights;
}

std::vector<CanvasOutline> ComparedCanvas::outlines() const
{
    if (!m_answered || m_which == Side::Right)
        return {};
    return outlinesOf(*m_answered, m_state, m_workbench.state().lookedPhrase);
}

CanvasAbsence ComparedCanvas::absence() const
{
    return {CanvasAbsence::Kind::Missing, m_state.unopenedName, false, tr("Open a picture in the main window.")};
}

void ComparedCanvas::pick(int region)
{
    if (m_isFirst)
        return m_workbench.regions(m_which).pick(region);
    m_state.picked = region;
    Q_EMIT changed(CanvasChange::Picked);
}

void ComparedCanvas::toggle(int region)
{
    if (m_isFirst)
        m_workbench.regions(m_which).toggle(region);
}

} // namespace vbs
