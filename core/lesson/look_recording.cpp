#include "core/lesson/look_recording.h"

#include "core/explain/attention_rollout.h"
#include "core/lesson/plane_points.h"
#include "core/lesson/recorded_look.h"

#include <algorithm>

namespace vbs {
namespace {

void requireWithin(int chosen, std::size_t count, const char* what)
{
    if (chosen >= int(count))
        throw Error(ErrorCode::InvalidArgument, "its view looks at " + std::string(what) + " " +
                                                    std::to_string(chosen) + ", and there are only " +
                                                    std::to_string(count) + ", counted from 0.");
}

/// The position that the step chose, or the one that its answer is read from, which only explanations tell.
std::size_t positionIn(InferenceBackend& engine, InferenceRequest request, const LessonStep& step,
                       const InferenceResult& result, const JobControl& control)
{
    if (step.choice.position >= 0)
        return std::size_t(step.choice.position);
    int position = result.explanation.readFrom;
    if (position < 0 && *step.task != Task::RegionToPhrase) {
        request.explanation = {.method = kDefaultExplanation};
        request.blindToo = false;
        position = engine.run(request, control).explanation.readFrom;
    }
    return std::size_t(std::max(0, position));
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

/// Rollout through the first 0, 1, … layers.
std::vector<std::vector<double>> flowOf(const Inspection& inspection, std::size_t position)
{
    const std::size_t each = inspection.heads * inspection.positions * inspection.positions;
    std::vector<std::vector<double>> flow(1, std::vector<double>(inspection.positions));
    flow.front().at(position) = 1;
    for (std::size_t layers = 1; layers <= inspection.layers; ++layers) {
        const AttentionView view{std::span(inspection.attention).first(layers * each), layers, inspection.heads,
                                 inspection.positions, inspection.result.tokens.size()};
        AttentionSummary row = attentionRollout(view, position, {});
        row.tokens.insert(row.tokens.end(), row.regions.begin(), row.regions.end());
        flow.push_back(std::move(row.tokens));
    }
    return flow;
}

void keepPoints(const Inspection& inspection, RecordedLook& look)
{
    const std::size_t each = inspection.positions * inspection.width;
    for (std::size_t layer = 0; layer <= inspection.layers; ++layer) {
        PlanePoints points = planePoints(std::span(inspection.states).subspan(layer * each, each), inspection.width);
        look.points.push_back(std::move(points.points));
        look.spread.push_back(points.spread);
    }
}

void keepInspected(InferenceBackend& engine, const InferenceRequest& request, const LessonStep& step,
                   RecordedLook& look, const JobControl& control)
{
    Inspection inspection = engine.inspect({request}, control);
    const std::size_t states = inspection.layers + (step.view == DockView::Points ? 1 : 0);
    requireWithin(step.choice.layer, states, "layer");
    requireWithin(step.choice.head, inspection.heads, "head");
    requireWithin(step.choice.position, inspection.positions, "position");
    if (step.view == DockView::Sequence || step.view == DockView::Flow)
        look.position = positionIn(engine, request, step, look.inspection.result, control);
    if (step.view == DockView::Sequence)
        look.attention = mapOf(inspection, step.choice);
    if (step.view == DockView::Flow)
        look.flow = flowOf(inspection, look.position);
    if (step.view == DockView::Points)
        keepPoints(inspection, look);
    if (step.view != DockView::Heads)
        inspection.attention.clear();
    if (step.view != DockView::Layers)
        inspection.answersByLayer.clear();
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
        throw Error(ErrorCode::Internal, "the network has another sequence than its answer says.");
    return look;
}

} // namespace vbs
