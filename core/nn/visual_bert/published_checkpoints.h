#pragma once

#include "core/base/json.h"
#include "core/nn/visual_bert/visual_bert_config.h"

#include <string>
#include <vector>

namespace vbs {

class VisualBertPreTrainedModel;

/// What the published checkpoints must give: the expected values of the integration tests of Hugging Face transformers
/// 4.27.1. {"tolerance", "checkpoints": [{"name", "head", "visual_embedding_dim", "num_labels"?, "token_type_ids",
/// OUTPUT: values, "OUTPUT[slices]": values, "OUTPUT_shape": sizes}]}
const Json& publishedCheckpoints();

/// The entry of such a table whose class and sizes are these. @throws Error (UnsupportedFormat) that lists the
/// checkpoints whose values are known.
const Json& recognisePublished(const Json& table, const std::string& architecture, const VisualBertConfig& config);

/// One output compared with its published values.
struct PublishedComparison {
    std::string output;           ///< as in the table, e.g. "logits[0,:10]"
    std::int64_t count = 0;       ///< of numbers compared
    double largestDifference = 0; ///< infinite for a wrong shape or a NaN
    bool holds = false;           ///< within the tolerance
};

/// Runs the published inputs: words 1 to 6, ten regions of 0.5, all of type 1, four equal choices for multiple choice.
/// @param entry of the table. @param network in evaluation mode, on the processor, in float32.
/// @throws Error (CorruptData) for an entry that cannot be understood.
std::vector<PublishedComparison> comparePublished(VisualBertPreTrainedModel& network, const Json& entry,
                                                  double tolerance);

} // namespace vbs
