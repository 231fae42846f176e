#include "ui/lesson/recorded_canvas.h"

#include "core/report/heatmap.h"
#include "ui/canvas/answer_weights.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

namespace vbs {

Answered answeredOf(const LessonStep& step)
{
    Answered answered;
    answered.task = step.task.value_or(Task::VisualQuestionAnswering);
    answered.question = toQString(step.asked);
    for (const std::string& choice : step.choices)
        answered.choices << toQString(choice);
    answered.why = step.explanation;
    if (step.recorded)
        answered.result = *step.recorded;
    return answered;
}

RecordedCanvas::RecordedCanvas(const LessonStep& step, Side side, QObject* parent)
    : CanvasModel(parent), m_which(side), m_answered(answeredOf(step)),
      m_hidden(side == Side::Left ? step.hidden : step.rightHidden), m_recorded(step.recorded.has_value())
{
    if (m_recorded)
        m_state.regions = m_answered.regionsOf(side);
    m_state.removed = marksOf(m_hidden);
}

void RecordedCanvas::setPicture(const std::shared_ptr<const PicturePyramid>& picture)
{
    if (m_state.picture && m_state.picture->pixels == picture)
        return;
    m_state.picture.reset();
    if (picture)
        m_state.picture = OpenPicture{{}, {}, picture, QStringLiteral("lesson")};
    Q_EMIT changed(kAllCanvasChanges);
}

void RecordedCanvas::setProblem(const QString& sentence)
{
    m_problem = sentence;
    Q_EMIT changed(CanvasChange::Texts);
}

void RecordedCanvas::setAnswerShown(bool shown)
{
    m_shown = shown;
    Q_EMIT changed(CanvasChange::Weights);
}

void RecordedCanvas::setNamesShown(bool shown)
{
    if (m_names == shown)
        return;
    m_names = shown;
    nameRegions();
    Q_EMIT changed(CanvasChange::Regions);
}

/// Names that are not to be seen are not told by pointing either.
void RecordedCanvas::nameRegions()
{
    if (!m_recorded)
        return;
    m_state.regions = m_answered.regionsOf(m_which);
    for (Region& region : m_state.regions->regions)
        if (!m_names && !region.wholeImage) {
            region.label.clear();
            region.givenLabel.clear();
            region.attribute.clear();
        }
}

void RecordedCanvas::setOtherWeights(const std::optional<CanvasWeights>& weights)
{
    m_other = weights;
    Q_EMIT changed(CanvasChange::Weights);
}

void RecordedCanvas::setLookedPhrase(int phrase)
{
    if (std::exchange(m_lookedPhrase, phrase) != phrase)
        Q_EMIT changed(CanvasChange::Weights);
}

std::vector<bool> RecordedCanvas::marksOf(const std::vector<std::size_t>& regions) const
{
    std::vector<bool> marks;
    if (!m_state.regions || regions.empty())
        return marks;
    marks.resize(m_state.regions->regions.size(), false);
    for (const std::size_t region : regions)
        if (region < marks.size())
            marks[region] = true;
    return marks;
}

void RecordedCanvas::setAway(const std::vector<std::size_t>& regions)
{
    m_away = regions;
    std::vector<std::size_t> all = m_hidden;
    all.insert(all.end(), regions.begin(), regions.end());
    m_state.removed = marksOf(all);
    Q_EMIT changed(CanvasChange::Removed);
}

void RecordedCanvas::setRight(const std::vector<std::size_t>& regions)
{
    m_right = regions;
    Q_EMIT changed(CanvasChange::Weights);
}

void RecordedCanvas::setPicked(int region)
{
    if (std::exchange(m_state.picked, region) != region)
        Q_EMIT changed(CanvasChange::Picked);
}

void RecordedCanvas::pick(int region)
{
    setPicked(region);
    Q_EMIT picked(region);
}

CanvasWeights RecordedCanvas::weights() const
{
    if (m_other)
        return *m_other;
    if (!m_shown || !m_recorded)
        return {};
    CanvasWeights weights = weightsOf(m_answered, m_which, m_lookedPhrase);
    weights.title.clear(); // it stands below the picture
    weights.notes.clear();
    return weights;
}

QString RecordedCanvas::heatTitle() const
{
    if (m_other)
        return m_other->title;
    if (!m_shown || !m_recorded || !m_state.regions)
        return {};
    const CanvasWeights weights = weightsOf(m_answered, m_which, m_lookedPhrase);
    return greatestWeight(*m_state.regions, weights.regions) > 0 ? weights.title : QString();
}

std::vector<CanvasOutline> RecordedCanvas::outlines() const
{
    std::vector<CanvasOutline> outlines;
    for (const std::size_t region : m_right)
        if (m_state.regions && region < m_state.regions->regions.size())
            outlines.push_back(
                {int(region), tr("✓ %1").arg(regionName(m_answered.regionsOf(m_which).regions[region])), 2, true});
    if (outlines.empty() && m_shown && m_recorded && m_which == Side::Left)
        outlines = outlinesOf(m_answered, m_state, m_lookedPhrase);
    return outlines;
}

CanvasAbsence RecordedCanvas::absence() const
{
    if (m_problem.isEmpty())
        return {CanvasAbsence::Kind::Opening, tr("Opening the picture")};
    return {CanvasAbsence::Kind::Missing, tr("The picture"), false, m_problem};
}

} // namespace vbs
