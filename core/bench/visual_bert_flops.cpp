#include "core/bench/visual_bert_flops.h"

namespace vbs {

VisualBertCost visualBertCost(const VisualBertConfig& config, std::int64_t batch, std::int64_t text,
                              std::int64_t regions)
{
    const auto hidden = static_cast<double>(config.hidden_size);
    const auto layers = static_cast<double>(config.num_hidden_layers);
    const auto length = static_cast<double>(text + regions);
    const double layerWeights = hidden * (4 * hidden + 2 * static_cast<double>(config.intermediate_size));
    const double projection = static_cast<double>(config.visual_embedding_dim) * hidden;
    const double attention = 2 * length * length * hidden; // scores and mixing, in multiply-adds
    VisualBertCost cost;
    cost.flops = 2 * static_cast<double>(batch) *
                 (layers * (length * layerWeights + attention) + static_cast<double>(regions) * projection);
    cost.weights = layers * layerWeights + projection;
    return cost;
}

} // namespace vbs
