#include "core/bench/visual_bert_rule_fill.h"

#include "core/bench/rule_fill.h"

#include <array>
#include <cmath>
#include <string>

#include <torch/types.h>

namespace vbs {

namespace {

struct WeightGain {
    std::string_view suffix;
    double gain;
};

/// The first that matches the end of the key; attention.output.dense.weight stands before output.dense.weight.
constexpr std::array kGains{
    WeightGain{"visual_projection.weight", 0.1},
    WeightGain{"query.weight", 1.5},
    WeightGain{"key.weight", 1.5},
    WeightGain{"attention.output.dense.weight", 0.35},
    WeightGain{"output.dense.weight", 0.5},
    WeightGain{"", 1.0},
};

double gainOf(std::string_view key)
{
    for (const WeightGain& gain : kGains)
        if (key.ends_with(gain.suffix))
            return gain.gain;
    return 1;
}

/// A decoder of its own starts as a copy of the word table, like a tied one.
std::string_view ruleKey(std::string_view key)
{
    return key == "cls.predictions.decoder.weight" ? "visual_bert.embeddings.word_embeddings.weight" : key;
}

/// value = offset + scale * (u - 1/2)
struct Range {
    double offset = 0, scale = 1;
};

Range rangeOf(std::string_view key, const at::Tensor& parameter)
{
    if (key.ends_with("LayerNorm.weight"))
        return {1, 0.2};
    if (key.ends_with("bias"))
        return {0, 0.1};
    if (key.ends_with("embeddings.weight"))
        return {0, 0.12};
    return {0, 2 * gainOf(key) * std::sqrt(3.0 / static_cast<double>(parameter.size(1)))};
}

} // namespace

void fillByRule(VisualBertPreTrainedModel& network, std::string_view salt)
{
    const torch::NoGradGuard noGrad;
    for (const auto& item : network.named_parameters()) {
        const at::Tensor& parameter = item.value();
        const std::string_view key = ruleKey(item.key());
        const Range range = rangeOf(key, parameter);
        const RuleStream stream(salt, key);
        at::Tensor values = at::empty(parameter.sizes(), at::kFloat);
        float* value = values.data_ptr<float>();
        at::parallel_for(0, values.numel(), 1 << 15, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                value[i] =
                    static_cast<float>(range.offset + (stream.at(static_cast<std::uint64_t>(i)) - 0.5) * range.scale);
        });
        if (parameter.is_non_overlapping_and_dense())
            parameter.copy_(values);
        else // left to be loaded
            parameter.set_data(values);
    }
}

at::Tensor regionFeaturesByRule(std::string_view salt, std::int64_t batch, std::int64_t regions, std::int64_t width)
{
    const RuleStream stream(salt, "inputs.visual_embeds");
    at::Tensor features = at::empty({batch, regions, width}, at::kFloat);
    float* value = features.data_ptr<float>();
    for (std::int64_t i = 0; i < features.numel(); ++i)
        value[i] = static_cast<float>(std::max(0.0, 4 * (stream.at(static_cast<std::uint64_t>(i)) - 0.5)));
    return features;
}

} // namespace vbs
