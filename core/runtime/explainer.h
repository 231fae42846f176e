#pragma once

#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/runtime/prepared_question.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vbs {

/// One answered question, to be explained.
struct AnsweredQuestion {
    const PreparedQuestion& question;
    VisualBertPreTrainedModel& network;
    const VisualBertOutputs& outputs; ///< with attentions where methodInfo(method).needs them
    std::int64_t maskId = 0;
    std::optional<std::size_t> answer{}; ///< to be explained; nullopt: the most probable one
};

struct ExplainedAnswer {
    std::size_t answer = 0; ///< the one that is explained
    int readFrom = 0;       ///< the token whose state it is read from
    int layers = 0, heads = 0;
    std::vector<double> tokens, regions; ///< of the best choice's sequence; of all pictures
};

/// Why an answer was given. Relevance and occlusion run the network again.
/// @throws Error (InvalidArgument) for an answer, a layer or head that does not exist, or a task without a single
/// answer to explain; Cancelled.
ExplainedAnswer explainAnswer(const ExplanationRequest& request, const AnsweredQuestion& answered,
                              const JobControl& control);

} // namespace vbs
