#pragma once

#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/runtime/prepared_question.h"

#include <cstddef>
#include <vector>

namespace vbs {

/// One answered question, to be explained.
struct AnsweredQuestion {
    const PreparedQuestion& question;
    VisualBertPreTrainedModel& network;
    const VisualBertOutputs& outputs; ///< with attentions where methodInfo(method).needs them
    std::int64_t maskId = 0;
};

struct ExplainedAnswer {
    std::size_t answer = 0; ///< the most probable one
    int layers = 0, heads = 0;
    std::vector<double> tokens, regions; ///< of the best choice's sequence; of all pictures
};

/// Why the most probable answer was given. Relevance and occlusion run the network again.
/// @throws Error (InvalidArgument) for a layer or head that does not exist, or a task without a single answer to
/// explain; Cancelled.
ExplainedAnswer explainAnswer(const ExplanationRequest& request, const AnsweredQuestion& answered,
                              const JobControl& control);

} // namespace vbs
