#include "core/look/single_answer.h"

#include "core/base/error.h"

#include <algorithm>

namespace vbs {
namespace {

/// Of Choose every choice, of captions both verdicts; else those that are listed.
std::vector<Answer> answersOf(const InferenceResult& result)
{
    switch (result.task) {
    case Task::MultipleChoice: {
        std::vector<Answer> answers;
        for (const ChoiceScore& choice : result.choices)
            answers.push_back({choice.text, choice.probability});
        return answers;
    }
    case Task::MaskedWords:
        return result.masks.empty() ? std::vector<Answer>() : result.masks.front().words;
    case Task::CaptionMatch:
        return result.match < 0 ? std::vector<Answer>()
                                : std::vector<Answer>{{"true", result.match}, {"false", 1 - result.match}};
    case Task::RegionToPhrase:
        return {};
    case Task::VisualQuestionAnswering:
    case Task::VisualReasoning:
        break;
    }
    return result.answers;
}

} // namespace

Answer singleAnswerOf(const InferenceResult& result)
{
    const std::vector<Answer> answers = answersOf(result);
    if (answers.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("This task has no single answer to look into."));
    return *std::ranges::max_element(answers, {}, &Answer::probability);
}

double probabilityOf(const std::string& answer, const InferenceResult& result)
{
    const std::vector<Answer> answers = answersOf(result);
    const auto found = std::ranges::find(answers, answer, &Answer::text);
    if (found == answers.end())
        throw Error(ErrorCode::InvalidArgument, sentence("The result does not say how probable \"%1\" is.", answer));
    return found->probability;
}

InferenceRequest asksFor(InferenceRequest request, const std::string& answer)
{
    if (std::ranges::find(request.named, answer) == request.named.end())
        request.named.push_back(answer);
    return request;
}

} // namespace vbs
