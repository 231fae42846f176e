#pragma once

#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/runtime/task_head.h"

#include <cstddef>
#include <vector>

namespace vbs {

/// One answered request, to be explained.
struct AnsweredRequest {
    const TaskHead& head;
    VisualBertPreTrainedModel& network;
    const EncodedRequest& encoded;
    const VisualBertInputs& inputs; ///< of one sample: (1, …), for choices (1, choices, …)
    std::int64_t maskId = 0;
    std::vector<bool> hiddenRegions; ///< one a region, of both pictures; empty: none
};

/// Why the most probable answer was given: weights of the tokens (of the best choice's sequence) and of all regions.
/// Relevance and occlusion run the network again. @throws Error (InvalidArgument) for a layer or head that does not
/// exist, or a task without a single answer to explain; Cancelled.
struct ExplainedRequest {
    std::size_t answer = 0;   ///< the most probable one
    std::size_t sequence = 0; ///< whose tokens are weighed
    int layers = 0, heads = 0;
    std::vector<double> tokens, regions;
};
ExplainedRequest explainAnswer(const ExplanationRequest& request, const AnsweredRequest& answered,
                               const JobControl& control);

} // namespace vbs
