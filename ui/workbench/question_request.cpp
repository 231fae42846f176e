#include "ui/workbench/question_request.h"

#include "ui/workbench/given_regions.h"

#include <utility>

namespace vbs {

InferenceRequest requestFor(const WorkbenchState& state, const Question& question)
{
    InferenceRequest request;
    request.image = state.left.picture->pixels->image();
    GivenRegions left = givenRegions(state.left);
    request.boxes = std::move(left.boxes);
    request.hiddenRegions = eitherMarked(left.hidden, question.removed);
    if (taskSpec(question.task).twoPictures()) {
        request.rightImage = state.right.picture->pixels->image();
        GivenRegions right = givenRegions(state.right);
        request.rightBoxes = std::move(right.boxes);
        request.hiddenRightRegions = eitherMarked(right.hidden, question.rightRemoved);
    }
    request.explanation = question.why;
    request.phraseSource = question.findBy;
    taskSpec(question.task).fill({question.question, question.choices}, &request);
    return request;
}

} // namespace vbs
