#include "core/bench/detector_rule_fill.h"

#include "core/bench/rule_fill.h"
#include "core/checkpoint/module_loader.h"

#include <ATen/Parallel.h>
#include <torch/types.h>

#include <cmath>
#include <span>
#include <string>

namespace vbs {

namespace {

struct Gain {
    std::string_view part; ///< of the key
    double gain;
};

constexpr double kBiasGain = .1;

constexpr Gain kResNetGains[] = {
    {"downsample.0.weight", 1.7},
    {"conv1.weight", 1.7},
    {".conv2.weight", 1.7},
    {".conv3.weight", .25},
};
constexpr Gain kVisualGenomeGains[] = {
    {"backbone.stem.conv1.weight", .024},
    {"rpn_head.conv.weight", 1.7},
    {"rpn_head.objectness_logits.weight", 2},
    {"rpn_head.anchor_deltas.weight", .2},
    {".conv1.weight", 1.7},
    {".conv2.weight", 1.7},
    {".conv3.weight", .25},
    {"shortcut.weight", 1.7},
    {"box_predictor.cls_score.weight", 4},
    {"box_predictor.fc_attr.weight", 1.7},
    {"box_predictor.attr_score.weight", 3},
};
constexpr Gain kTorchvisionGains[] = {
    {"downsample.0.weight", 1.7},
    {"conv1.weight", 1.7},
    {".conv2.weight", 1.7},
    {".conv3.weight", .25},
    {"fpn.inner_blocks", .7},
    {"fpn.layer_blocks.0.", .45},
    {"fpn.layer_blocks.1.", .6},
    {"fpn.layer_blocks.2.", .8},
    {"fpn.layer_blocks.3.", 1.3},
    {"rpn.head.conv.0.0.weight", 1.7},
    {"rpn.head.cls_logits.weight", .8},
    {"rpn.head.bbox_pred.weight", .3},
    {"box_head.fc6.weight", 1.7},
    {"box_head.fc7.weight", 1.7},
    {"box_predictor.cls_score.weight", 1.2},
};

std::span<const Gain> gainsOf(RuleNetwork network)
{
    switch (network) {
    case RuleNetwork::ResNet:
        return kResNetGains;
    case RuleNetwork::VisualGenome:
        return kVisualGenomeGains;
    case RuleNetwork::TorchvisionFasterRcnn:
        return kTorchvisionGains;
    }
    return {};
}

/// The first whose part is in the key.
double gainOf(std::string_view key, RuleNetwork network)
{
    for (const Gain& gain : gainsOf(network))
        if (key.find(gain.part) != std::string_view::npos)
            return gain.gain;
    return 1;
}

/// value = base + scale * (u - centre); paired: odd input channels are the negatives of those before them.
struct Rule {
    double base = 0, scale = 1, centre = .5;
    bool paired = false;
};

Rule ruleOf(const std::string& key, const at::Tensor& tensor, const TensorMap& tensors, RuleNetwork network)
{
    const std::string prefix = key.substr(0, key.rfind('.') + 1);
    const bool norm = tensors.contains(prefix + "running_mean");
    if (key.ends_with(".running_mean"))
        return {0, .1};
    if (key.ends_with(".running_var"))
        return {.8, .4, 0};
    if (norm && key.ends_with(".weight"))
        return {1, .2};
    if (key.ends_with(".bias"))
        return {0, kBiasGain};
    if (key.find("embedding") != std::string::npos && tensor.dim() == 2)
        return {0, 2 * std::sqrt(3.) * gainOf(key, network)};
    const auto fanIn = static_cast<double>(tensor.numel() / tensor.size(0));
    return {0, 2 * std::sqrt(3 / fanIn) * gainOf(key, network), .5, tensor.size(1) % 2 == 0};
}

at::Tensor valuesOf(const RuleStream& stream, const Rule& rule, at::IntArrayRef sizes)
{
    at::Tensor values = torch::empty(sizes, torch::kFloat);
    float* value = values.data_ptr<float>();
    // Elements of one input channel lie together.
    const std::int64_t channel = rule.paired ? values.numel() / (sizes[0] * sizes[1]) : values.numel() + 1;
    at::parallel_for(0, values.numel(), 1 << 15, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const bool odd = i / channel % 2 == 1;
            const double u = stream.at(static_cast<std::uint64_t>(odd ? i - channel : i));
            const auto v = static_cast<float>(rule.base + (u - rule.centre) * rule.scale);
            value[i] = odd ? -v : v;
        }
    });
    return values;
}

} // namespace

void fillByRule(const TensorMap& tensors, RuleNetwork network, std::string_view salt)
{
    const torch::NoGradGuard noGrad;
    for (const auto& [key, tensor] : tensors) {
        if (key.find(".cell_anchors.") != std::string::npos)
            continue;
        if (!tensor.is_floating_point())
            tensor.zero_();
        else
            tensor.copy_(valuesOf(RuleStream(salt, key), ruleOf(key, tensor, tensors, network), tensor.sizes()));
    }
}

void fillByRule(const torch::nn::Module& module, RuleNetwork network, std::string_view salt)
{
    fillByRule(saveModule(module), network, salt);
}

} // namespace vbs
