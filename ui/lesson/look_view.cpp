#include "ui/lesson/look_view.h"

#include "ui/lesson/large_text.h"
#include "ui/util/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace vbs {
namespace {

std::vector<bool> marked(const std::vector<std::size_t>& regions, std::size_t count)
{
    std::vector<bool> marks;
    for (const std::size_t region : regions) {
        marks.resize(count, false);
        if (region < count)
            marks[region] = true;
    }
    return marks;
}

/// In place of a view of which nothing was recorded.
class MissingLook : public LookView {
public:
    MissingLook()
    {
        QLabel* label = mutedLabel("lookMissing");
        label->setText(tr("Nothing was recorded for this view."));
        fill({})->addWidget(label);
    }
};

bool isRecorded(const LessonStep& step)
{
    if (!step.look || !step.recorded)
        return false;
    const RecordedLook& look = *step.look;
    switch (step.view) {
    case DockView::Sequence:
        return !look.attention.empty();
    case DockView::Heads:
        return !look.inspection.attention.empty();
    case DockView::Layers:
        return !look.inspection.answersByLayer.empty() || !look.inspection.phrasesByLayer.empty();
    case DockView::Flow:
        return !look.flow.empty();
    case DockView::Points:
        return !look.points.empty();
    case DockView::Flip:
        return look.flip.has_value();
    case DockView::Curves:
        return look.curves.has_value();
    case DockView::None:
        break;
    }
    return false;
}

} // namespace

QVBoxLayout* LookView::fill(const QString& title)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!title.isEmpty())
        column->addWidget(largeTitle(title, "lookTitle", 0.85));
    return column;
}

int readPosition(const LessonStep& step)
{
    const bool isPlain = step.view == DockView::Sequence || step.view == DockView::Flow;
    if (isPlain && step.look && step.choice.position < 0)
        return int(step.look->position);
    return step.recorded ? step.recorded->explanation.readFrom : -1;
}

LookedPtr lookedOf(const LessonStep& step, const ImagePtr& left, const ImagePtr& right)
{
    auto looked = std::make_shared<Looked>();
    looked->request.task = step.task.value_or(Task::VisualQuestionAnswering);
    looked->request.image = left;
    looked->request.rightImage = right;
    looked->request.text = step.asked;
    if (step.look)
        looked->inspection = step.look->inspection;
    if (step.recorded) {
        looked->inspection.result = *step.recorded;
        looked->request.hiddenRegions = marked(step.hidden, step.recorded->regions.regions.size());
        looked->request.hiddenRightRegions = marked(step.rightHidden, step.recorded->rightRegions.regions.size());
    }
    return looked;
}

LookView* makeLookView(const LessonStep& step, const LookedPtr& looked)
{
    if (step.view == DockView::None)
        return nullptr;
    if (!isRecorded(step))
        return new MissingLook;
    switch (step.view) {
    case DockView::Sequence:
        return sequenceLook(step, looked);
    case DockView::Heads:
        return headsLook(step, looked);
    case DockView::Layers:
        return layersLook(looked);
    case DockView::Flow:
        return flowLook(step, looked);
    case DockView::Points:
        return pointsLook(step, looked);
    case DockView::Flip:
        return flipLook(step, looked);
    case DockView::Curves:
        return curvesLook(step);
    case DockView::None:
        break;
    }
    return nullptr;
}

} // namespace vbs
