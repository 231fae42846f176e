#include "ui/lesson/recorder/step_canvas.h"

#include "ui/canvas/answer_weights.h"

namespace vbs {

void StepCanvas::show(const LessonStep& step, const std::shared_ptr<const PicturePyramid>& pixels)
{
    const bool left = m_side == Side::Left;
    const std::string& name = left ? step.picture : step.rightPicture;
    const auto before = m_state.picture ? m_state.picture->pixels : nullptr;
    m_step = step;
    m_state = {};
    m_answered = {};
    m_state.unopenedName = QString::fromStdString(name);
    if (pixels)
        m_state.picture = OpenPicture{{}, m_state.unopenedName, pixels, m_state.unopenedName};
    if (step.recorded) {
        m_answered.result = *step.recorded;
        m_answered.task = step.recorded->task;
        m_answered.why = step.explanation;
        m_state.regions = m_answered.regionsOf(m_side);
        m_state.removed.assign(m_state.regions->regions.size(), false);
        for (const std::size_t region : left ? step.hidden : step.rightHidden)
            if (region < m_state.removed.size())
                m_state.removed[region] = true;
    }
    CanvasChanges what = kAllCanvasChanges;
    what.setFlag(CanvasChange::Picture, before != pixels || !pixels); // else it would lose its place
    Q_EMIT changed(what);
}

CanvasWeights StepCanvas::weights() const
{
    const bool shown = m_step.recorded && !m_quiz &&
                       (m_step.task == Task::RegionToPhrase || m_step.explanation.method != ExplanationMethod::None);
    return shown ? weightsOf(m_answered, m_side, m_step.task == Task::RegionToPhrase ? 0 : -1) : CanvasWeights();
}

std::vector<CanvasOutline> StepCanvas::outlines() const
{
    if (!m_step.recorded)
        return {};
    if (!m_quiz)
        return m_side == Side::Left ? outlinesOf(m_answered, m_state, 0) : std::vector<CanvasOutline>();
    std::vector<CanvasOutline> right;
    for (const std::size_t region : m_side == Side::Left ? m_step.quiz.right : m_step.quiz.rightRegions)
        if (region < m_state.regions->regions.size())
            right.push_back({int(region), tr("right"), 2, true});
    return right;
}

CanvasAbsence StepCanvas::absence() const
{
    return {CanvasAbsence::Kind::Opening, m_state.unopenedName};
}

void StepCanvas::pick(int region)
{
    if (region >= 0)
        Q_EMIT picked(region);
}

} // namespace vbs
