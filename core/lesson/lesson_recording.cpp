#include "core/lesson/lesson_recording.h"

#include "core/base/program_version.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/look_recording.h"
#include "core/report/answer_origin.h"

#include <algorithm>

namespace vbs {
namespace {

Sentence stepName(const LessonStep& step)
{
    return step.title.empty() ? sentence("A step without a title") : sentence("Step \"%1\"", step.title);
}

void requireRegions(const std::vector<std::size_t>& regions, const RegionSet& found)
{
    if (!regions.empty() && *std::ranges::max_element(regions) >= found.regions.size())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("it speaks of region %1, and only %2 were found, counted from 0.",
                             *std::ranges::max_element(regions), found.regions.size()));
}

/// Engines want a flag for each region, and only they know how many there are.
void completeFlags(InferenceBackend& engine, const LessonStep& step, InferenceRequest& request,
                   const JobControl& control)
{
    if (step.hidden.empty() && step.rightHidden.empty())
        return;
    InferenceRequest regions = request;
    regions.regionsOnly = true;
    regions.hiddenRegions.clear();
    regions.hiddenRightRegions.clear();
    regions.blindToo = false;
    regions.explanation = {};
    const InferenceResult found = engine.run(regions, control);
    requireRegions(step.hidden, found.regions);
    requireRegions(step.rightHidden, found.rightRegions);
    request.hiddenRegions.resize(step.hidden.empty() ? 0 : found.regions.regions.size());
    request.hiddenRightRegions.resize(step.rightHidden.empty() ? 0 : found.rightRegions.regions.size());
}

} // namespace

void recordStep(InferenceBackend& engine, const Lesson& lesson, LessonStep& step, const JobControl& control)
try {
    std::optional<InferenceRequest> request = requestOf(lesson, step);
    step.recorded.reset();
    step.look.reset();
    if (!request)
        return;
    completeFlags(engine, step, *request, control);
    InferenceResult result = engine.run(*request, control);
    result.timing = {}; // so that what is recorded twice is the same
    if (step.quiz.kind == QuizKind::Region) {
        requireRegions(step.quiz.right, result.regions);
        requireRegions(step.quiz.rightRegions, result.rightRegions);
    }
    if (step.view != DockView::None)
        step.look = recordLook(engine, *request, result, step, control);
    step.recorded = std::move(result);
} catch (const Error& e) {
    if (e.code() == ErrorCode::Cancelled)
        throw;
    throw Error(e.code(), sentence("%1: %2", stepName(step), e.said()));
}

void recordLesson(InferenceBackend& engine, const PackInfo& pack, Lesson& lesson, const JobControl& control)
{
    for (LessonStep& step : lesson.steps)
        recordStep(engine, lesson, step, control);
    const AnswerOrigin origin = originOf(pack, {});
    lesson.pack = origin.pack;
    lesson.packManifest = origin.packManifest;
}

} // namespace vbs
