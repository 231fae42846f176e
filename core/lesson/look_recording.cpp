#include "core/lesson/look_recording.h"

#include "core/lesson/recorded_look.h"
#include "core/look/attention_flow.h"
#include "core/look/points.h"

#include <algorithm>

namespace vbs {
namespace {

void requireWithin(int chosen, std::size_t count, const Sentence& what)
{
    if (chosen >= int(count))
        throw Error(ErrorCode::InvalidArgument,
                    sentence("its view looks at %1 %2, and there are only %3, counted from 0.", what, chosen, count));
}

/// [from][to] in the chosen layer, in one head or the mean of all.
std::vector<std::vector<double>> mapOf(const Inspection& inspection, const LookChoice& choice)
{
    const std::size_t layer = choice.layer < 0 ? inspection.layers - 1 : std::size_t(choice.layer);
    const std::size_t first = choice.head < 0 ? 0 : std::size_t(choice.head);
    const std::size_t last = choice.head < 0 ? inspection.heads : first + 1;
    std::vector<std::vector<double>> map(inspection.positions, std::vector<double>(inspection.positions));
    for (std::size_t from = 0; from < inspection.positions; ++from)
        for (std::size_t head = first; head < last; ++head) {
            const std::span<const float> row = inspection.row(layer, head, from);
            for (std::size_t to = 0; to < row.size(); ++to)
                map[from][to] += double(row[to]) / double(last - first);
        }
    return map;
}

void keepPoints(const Inspection& inspection, RecordedLook& look)
{
    for (PlanePoints& points : pointsByLayer(inspection)) {
        look.points.push_back(std::move(points.points));
        look.spread.push_back(points.explained);
    }
}

void keepInspected(InferenceBackend& engine, const InferenceRequest& request, const LessonStep& step,
                   RecordedLook& look, const JobControl& control)
{
    Inspection inspection = engine.inspect({request}, control);
    const std::size_t states = inspection.layers + (step.view == DockView::Points ? 1 : 0);
    requireWithin(step.choice.layer, states, sentence("layer"));
    requireWithin(step.choice.head, inspection.heads, sentence("head"));
    requireWithin(step.choice.position, inspection.positions, sentence("position"));
    if (step.view == DockView::Sequence || step.view == DockView::Flow)
        look.position = step.choice.position < 0 ? inspection.readFrom : std::size_t(step.choice.position);
    if (step.view == DockView::Sequence)
        look.attention = mapOf(inspection, step.choice);
    if (step.view == DockView::Flow)
        look.flow = attentionFlow(inspection, look.position);
    if (step.view == DockView::Points)
        keepPoints(inspection, look);
    if (step.view != DockView::Heads)
        inspection.attention.clear();
    if (step.view != DockView::Layers) {
        inspection.answersByLayer.clear();
        inspection.phrasesByLayer.clear();
    }
    inspection.states.clear();
    inspection.width = 0;
    inspection.result = std::move(look.inspection.result);
    look.inspection = std::move(inspection);
}

} // namespace

RecordedLook recordLook(InferenceBackend& engine, const InferenceRequest& request, const InferenceResult& result,
                        const LessonStep& step, const JobControl& control)
{
    RecordedLook look;
    look.inspection.result = result;
    look.inspection.positions = positionsOf(result);
    if (step.view == DockView::Flip)
        look.flip = smallestFlip(engine, request, {}, control);
    else if (step.view == DockView::Curves)
        look.curves = hidingCurves(engine, request, 1, control);
    else
        keepInspected(engine, request, step, look, control);
    if (look.inspection.positions != positionsOf(result))
        throw Error(ErrorCode::Internal, sentence("the network has another sequence than its answer says."));
    return look;
}

} // namespace vbs
