#include "ui/canvas/workbench_canvas.h"

#include "ui/canvas/answer_weights.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <algorithm>

namespace vbs {
namespace {

CanvasChanges canvasChanges(Changes changes, Side side)
{
    const auto any = [&](SideChange what) { return bool(changes & changesOf(side, what)); };
    CanvasChanges result;
    result.setFlag(CanvasChange::Picture, any(SideChange::Picture));
    result.setFlag(CanvasChange::Regions, any(SideChange::Regions));
    result.setFlag(CanvasChange::Picked, any(SideChange::Picked));
    result.setFlag(CanvasChange::Removed, any(SideChange::Removed) || (changes & Change::Task));
    result.setFlag(CanvasChange::Weights,
                   any(SideChange::Regions) || (changes & (Change::Answer | Change::Looked | Change::Task)));
    result.setFlag(CanvasChange::Texts, bool(changes & (Change::Activity | Change::CurrentFile | Change::Files |
                                                        Change::Task | Change::Focus)));
    return result;
}

} // namespace

WorkbenchCanvas::WorkbenchCanvas(Workbench& workbench, Side side, QObject* parent)
    : CanvasModel(parent), m_workbench(workbench), m_side(side)
{
    connect(&workbench, &Workbench::stateChanged, this, [this](Changes changes) {
        if (const CanvasChanges mine = canvasChanges(changes, m_side))
            Q_EMIT changed(mine);
    });
}

/// Phrases are found in one picture.
bool WorkbenchCanvas::hasPhrases() const
{
    return m_side == Side::Left && state().answered && !state().answered->result.phrases.empty();
}

CanvasWeights WorkbenchCanvas::weights() const
{
    if (!answerFitsRegions(state(), m_side) || (m_side == Side::Right && !state().twoPictures()))
        return {};
    if (m_other)
        return *m_other;
    return weightsOf(*state().answered, m_side, state().lookedPhrase);
}

std::vector<CanvasOutline> WorkbenchCanvas::outlines() const
{
    if (!hasPhrases() || !answerFitsRegions(state(), m_side))
        return {};
    return outlinesOf(*state().answered, side(), state().lookedPhrase);
}

CanvasAbsence WorkbenchCanvas::absence() const
{
    using Kind = CanvasAbsence::Kind;
    if (m_side == Side::Right)
        return {Kind::Second, {}};
    if (!state().activity.text.isEmpty())
        return {Kind::Opening, state().activity.text};
    if (!side().unopenedName.isEmpty())
        return {Kind::Unopened, side().unopenedName, state().currentFile + 1 < state().files.size()};
    return {};
}

QString WorkbenchCanvas::title() const
{
    if (side().picture && side().picture->smallCopy)
        return tr("Small copy of %1").arg(side().picture->name);
    if (!state().twoPictures() || !side().picture)
        return {};
    return (m_side == Side::Left ? tr("Left: %1") : tr("Right: %1")).arg(side().picture->name);
}

QString WorkbenchCanvas::regionsText() const
{
    return side().isOwn() || anyMarked(side().hidden) ? regionCountText(side()) : QString();
}

bool WorkbenchCanvas::isInHand() const
{
    return state().twoPictures() && side().picture && state().sideInHand() == m_side;
}

/// Names in use come before what the extractor calls things.
QStringList WorkbenchCanvas::knownLabels() const
{
    QStringList labels;
    if (side().annotations && side().annotations->found) {
        for (const LabelledBox& box : side().annotations->found->boxes)
            labels << toQString(box.label);
    }
    for (const auto& set : {side().regions, side().found}) {
        for (const Region& region : set ? set->regions : std::vector<Region>())
            labels << toQString(region.givenLabel) << (region.wholeImage ? QString() : toQString(region.label));
    }
    labels.removeDuplicates();
    labels.removeAll(QString());
    return labels;
}

void WorkbenchCanvas::setOtherWeights(const std::optional<CanvasWeights>& weights)
{
    if (!m_other && !weights)
        return;
    m_other = weights;
    Q_EMIT changed(CanvasChange::Weights);
}

void WorkbenchCanvas::hover(int region)
{
    if (hasPhrases())
        m_workbench.lookAt(state().lookedPhrase, region);
}

} // namespace vbs
