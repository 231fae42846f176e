#pragma once

#include "core/base/json.h"
#include "core/nn/visual_bert/visual_bert_config.h"

#include <string>
#include <vector>

namespace vbs {

class VisualBertPreTrainedModel;

/// What the nine published checkpoints must give. {"tolerance", "inputs"?: {NAME: {"texts": [ids of each choice],
/// "types", "length", "regions", "value"}}, "checkpoints": [{"name", "head", "visual_embedding_dim", "num_labels"?,
/// "token_type_ids" or "input": NAME, "tolerance"?, OUTPUT: values, "OUTPUT[slices]": values, "OUTPUT_shape": sizes}]}.
/// A checkpoint may have several entries, and of one class and size there may be several checkpoints.
const Json& publishedCheckpoints();

/// The entries of such a table whose class and sizes are these, by the checkpoint's name, in their order.
/// @throws Error as recognisePublished.
std::vector<std::vector<const Json*>> publishedCandidates(const Json& table, const std::string& architecture,
                                                          const VisualBertConfig& config);

/// The first entry of such a table whose class and sizes are these. @throws Error (UnsupportedFormat) that lists the
/// checkpoints whose values are known.
const Json& recognisePublished(const Json& table, const std::string& architecture, const VisualBertConfig& config);

/// One output compared with its published values.
struct PublishedComparison {
    std::string output;           ///< as in the table, e.g. "logits[0,:10]"
    std::int64_t count = 0;       ///< of numbers compared
    double largestDifference = 0; ///< infinite for a wrong shape or a NaN
    bool holds = false;           ///< within the tolerance
    double tolerance = 0;
};

/// Runs the entry's inputs: those of the table that it names, else words 1 to 6, ten regions of 0.5, all of type 1,
/// four equal choices for multiple choice. @param network in evaluation mode, on the processor, in float32.
/// @param tolerance where the entry has none of its own. @param inputs of the table; null: none.
/// @throws Error (CorruptData) for an entry that cannot be understood.
std::vector<PublishedComparison> comparePublished(VisualBertPreTrainedModel& network, const Json& entry,
                                                  double tolerance, const Json& inputs = Json());

} // namespace vbs
