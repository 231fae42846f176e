#include "core/detector/visual_genome/vg_roi_heads.h"

#include "core/detector/ops/roi_pool.h"

#include <torch/types.h>

#include <map>

namespace vbs {

namespace {

/// Rows that go through the linear layers at once; keeps the logits of many regions small.
constexpr std::int64_t kRowsPerPass = 512;

at::Tensor linear(const torch::nn::Linear& layer, const at::Tensor& x)
{
    return torch::linear(x, layer->weight, layer->bias);
}

} // namespace

VgRoiHeadsImpl::VgRoiHeadsImpl(const VgDetectorConfig& config) : m_config(config)
{
    const auto stage = register_module("res5", std::make_shared<torch::nn::Module>());
    m_blocks = makeVgStage(*stage, config, 3, config.res5Halve || splits() ? 1 : 2);
    const std::int64_t size = config.outChannels(3), classes = config.numClasses;
    const auto predictor = register_module("box_predictor", std::make_shared<torch::nn::Module>());
    cls_score = predictor->register_module("cls_score", torch::nn::Linear(size, classes + 1));
    bbox_pred =
        predictor->register_module("bbox_pred", torch::nn::Linear(size, (config.classAgnosticBoxes ? 1 : classes) * 4));
    if (config.numAttributes == 0)
        return;
    cls_embedding = predictor->register_module("cls_embedding", torch::nn::Embedding(classes + 1, size / 8));
    fc_attr = predictor->register_module("fc_attr", torch::nn::Linear(size + size / 8, size / 4));
    attr_score = predictor->register_module("attr_score", torch::nn::Linear(size / 4, config.numAttributes + 1));
}

void VgRoiHeadsImpl::fold(c10::ScalarType type)
{
    m_type = type;
    // Nothing is chosen by these maps' values before the scores, so that somewhat larger rounding errors do no harm.
    for (VgBottleneck& block : m_blocks)
        block->fold(type, /*mayUseWinograd=*/true);
}

/// A convolution with dilation 2 never mixes a map's four subgrids of every second pixel, so they are computed as four
/// maps of their own without dilation, which is faster.
bool VgRoiHeadsImpl::splits() const
{
    return !m_config.res5Halve && m_config.poolerResolution % 2 == 0;
}

at::Tensor VgRoiHeadsImpl::res5(const at::Tensor& pooled, const JobControl& control) const
{
    at::Tensor y = pooled.to(m_type);
    const std::int64_t count = y.size(0), channels = y.size(1), half = y.size(2) / 2;
    if (splits()) {
        y = y.permute({0, 2, 3, 1})
                .reshape({count, half, 2, half, 2, channels})
                .permute({0, 2, 4, 1, 3, 5})
                .reshape({4 * count, half, half, channels}) // each region's subgrids one after the other
                .permute({0, 3, 1, 2});
    }
    for (const VgBottleneck& block : m_blocks) {
        control.throwIfStopped(); // a pass may take a second on a slow processor
        y = block->forward(y);
    }
    const at::Tensor means = y.to(torch::kFloat).mean({2, 3});
    return splits() ? means.view({count, 4, -1}).mean(1) : means;
}

at::Tensor VgRoiHeadsImpl::features(const at::Tensor& map, const at::Tensor& boxes, const JobControl& control) const
{
    const at::Tensor cells = map.to(torch::kFloat).cpu();
    std::vector<RoiCells> distinct;
    std::vector<std::int64_t> rows; // of each box among the distinct regions
    std::map<RoiCells, std::int64_t> known;
    for (const RoiCells& region : roiCells(boxes, 1. / VgDetectorConfig::kStride)) {
        const auto [found, isNew] = known.emplace(region, static_cast<std::int64_t>(distinct.size()));
        if (isNew)
            distinct.push_back(region);
        rows.push_back(found->second);
    }
    const auto count = static_cast<std::int64_t>(distinct.size());
    const at::Tensor means = torch::empty({count, m_config.outChannels(3)}, map.options().dtype(torch::kFloat));
    for (std::int64_t begin = 0; begin < count; begin += m_config.regionsPerPass) {
        control.throwIfStopped();
        control.report("Describing regions", double(begin) / double(count));
        const std::int64_t end = std::min(count, begin + m_config.regionsPerPass);
        at::Tensor pooled;
        {
            RECORD_USER_SCOPE("RoIPool");
            pooled = roiPool(cells, {distinct.begin() + begin, distinct.begin() + end}, m_config.poolerResolution,
                             m_config.poolerResolution)
                         .to(map.device());
        }
        RECORD_USER_SCOPE("res5");
        means.slice(0, begin, end).copy_(res5(pooled, control));
    }
    return means.index_select(0, torch::tensor(rows, torch::kLong).to(map.device()));
}

VgRoiHeadsImpl::Logits VgRoiHeadsImpl::predict(const at::Tensor& features) const
{
    Logits logits{linear(cls_score, features), {}};
    if (m_config.numAttributes > 0) {
        // The class is the most probable one of all, the background included.
        const at::Tensor embedded = torch::embedding(cls_embedding->weight, logits.objects.argmax(1));
        const at::Tensor hidden = linear(fc_attr, torch::cat({features, embedded}, 1)).relu_();
        logits.attributes = linear(attr_score, hidden);
    }
    return logits;
}

/// Only the box of each region's own class is computed; there are 1600 of them.
at::Tensor VgRoiHeadsImpl::deltasOf(const at::Tensor& features, const at::Tensor& classes) const
{
    if (m_config.classAgnosticBoxes)
        return linear(bbox_pred, features);
    const at::Tensor weights =
        bbox_pred->weight.view({m_config.numClasses, 4, -1}).index_select(0, classes); // [n, 4, features]
    const at::Tensor biases = bbox_pred->bias.view({m_config.numClasses, 4}).index_select(0, classes);
    return torch::bmm(weights, features.unsqueeze(2)).squeeze(2) + biases;
}

VgRegionValues VgRoiHeadsImpl::valuesOf(const at::Tensor& features) const
{
    const Logits logits = predict(features);
    VgRegionValues values;
    values.features = features;
    std::tie(values.scores, values.classes) = logits.objects.softmax(1).slice(1, 0, m_config.numClasses).max(1);
    values.deltas = deltasOf(features, values.classes);
    // Here "none" is left out before the softmax; with the objects it is the other way round.
    if (logits.attributes.defined())
        std::tie(values.attributeProbabilities, values.attributes) =
            logits.attributes.slice(1, 0, m_config.numAttributes).softmax(1).max(1);
    return values;
}

VgRegionValues VgRoiHeadsImpl::describe(const at::Tensor& map, const at::Tensor& boxes, const JobControl& control) const
{
    const at::Tensor all = features(map, boxes, control);
    RECORD_USER_SCOPE("box predictor");
    std::vector<VgRegionValues> parts;
    for (std::int64_t row = 0; row == 0 || row < all.size(0); row += kRowsPerPass)
        parts.push_back(valuesOf(all.slice(0, row, row + kRowsPerPass)));
    const auto joined = [&parts](at::Tensor VgRegionValues::*member) {
        std::vector<at::Tensor> tensors;
        for (const VgRegionValues& part : parts)
            tensors.push_back(part.*member);
        return tensors.front().defined() ? torch::cat(tensors) : at::Tensor();
    };
    return {all,
            joined(&VgRegionValues::scores),
            joined(&VgRegionValues::classes),
            joined(&VgRegionValues::deltas),
            joined(&VgRegionValues::attributes),
            joined(&VgRegionValues::attributeProbabilities)};
}

} // namespace vbs
