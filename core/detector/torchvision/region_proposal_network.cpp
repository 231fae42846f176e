#include "core/detector/torchvision/region_proposal_network.h"

#include <torch/types.h>

namespace vbs {

namespace {

/// [n, cell anchors * size, rows, columns] → [n, rows * columns * cell anchors, size]
at::Tensor byAnchor(const at::Tensor& map, std::int64_t size)
{
    return map.permute({0, 2, 3, 1}).reshape({map.size(0), -1, size});
}

} // namespace

RegionProposalNetworkImpl::RegionProposalNetworkImpl(const DetectorConfig& config)
    : m_config(config), m_anchors(config.anchorSizes, config.anchorRatios)
{
    const std::int64_t channels = config.fpnChannels, perCell = m_anchors.anchorsPerCell();
    const auto head = register_module("head", std::make_shared<torch::nn::Module>());
    const auto conv = head->register_module("conv", std::make_shared<torch::nn::Module>());
    const auto block = conv->register_module("0", std::make_shared<torch::nn::Module>());
    m_conv = block->register_module("0", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, channels, 3).padding(1)));
    cls_logits = head->register_module("cls_logits", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, perCell, 1)));
    bbox_pred =
        head->register_module("bbox_pred", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, perCell * 4, 1)));
}

void RegionProposalNetworkImpl::fold(c10::ScalarType type)
{
    m_foldedConv = FoldedConvolution(*m_conv, type);
    m_foldedLogits = FoldedConvolution(*cls_logits, torch::kFloat); // few channels, and scores must be exact
    m_foldedBoxes = FoldedConvolution(*bbox_pred, torch::kFloat);
}

RegionProposalNetworkImpl::Predictions RegionProposalNetworkImpl::predict(const std::vector<at::Tensor>& features,
                                                                          const DetectorInput& input)
{
    RECORD_USER_SCOPE("proposal network");
    Predictions predictions;
    std::vector<at::Tensor> objectness, deltas, anchors;
    for (std::size_t level = 0; level < features.size(); ++level) {
        const bool folded = m_foldedConv.defined();
        const at::Tensor hidden =
            folded ? m_foldedConv.rectified(features[level]).to(torch::kFloat) : m_conv(features[level]).relu_();
        objectness.push_back(byAnchor(folded ? m_foldedLogits(hidden) : cls_logits(hidden), 1).squeeze(2));
        deltas.push_back(byAnchor(folded ? m_foldedBoxes(hidden) : bbox_pred(hidden), 4));
        anchors.push_back(m_anchors.levelAnchors(level, features[level].size(2), features[level].size(3),
                                                 input.images.size(2), input.images.size(3)));
        predictions.anchorsPerLevel.push_back(anchors.back().size(0));
    }
    predictions.objectness = torch::cat(objectness, 1);
    predictions.deltas = torch::cat(deltas, 1);
    predictions.anchors = torch::cat(anchors).to(input.images.device());
    return predictions;
}

at::Tensor RegionProposalNetworkImpl::proposalsOfImage(const Predictions& predictions, std::int64_t image,
                                                       PixelSize size) const
{
    RECORD_USER_SCOPE("proposals");
    const at::Tensor objectness = predictions.objectness[image].detach();
    const std::int64_t preNms = is_training() ? m_config.rpnPreNmsTopNTrain : m_config.rpnPreNmsTopNTest;
    const std::int64_t postNms = is_training() ? m_config.rpnPostNmsTopNTrain : m_config.rpnPostNmsTopNTest;
    std::vector<at::Tensor> chosen, levels;
    std::int64_t offset = 0;
    for (std::size_t level = 0; level < predictions.anchorsPerLevel.size(); ++level) {
        const std::int64_t count = predictions.anchorsPerLevel[level];
        const at::Tensor best =
            std::get<1>(objectness.slice(0, offset, offset + count).topk(std::min(preNms, count), 0));
        chosen.push_back(best + offset);
        levels.push_back(torch::full_like(best, static_cast<std::int64_t>(level)));
        offset += count;
    }
    const at::Tensor indices = torch::cat(chosen);
    at::Tensor levelOf = torch::cat(levels);
    at::Tensor scores = objectness.index_select(0, indices).sigmoid();
    at::Tensor boxes = m_coder
                           .decode(predictions.deltas[image].detach().index_select(0, indices),
                                   predictions.anchors.index_select(0, indices))
                           .squeeze(1);
    boxes = clipBoxesToImage(boxes, size.height, size.width);
    const auto select = [&](const at::Tensor& keep) {
        boxes = boxes.index_select(0, keep);
        scores = scores.index_select(0, keep);
        levelOf = levelOf.index_select(0, keep);
    };
    select(removeSmallBoxes(boxes, 1e-3));
    select((scores >= m_config.rpnScoreThresh).nonzero().squeeze(1));
    return boxes.index_select(0, batchedNms(boxes, scores, levelOf, m_config.rpnNmsThresh).slice(0, 0, postNms));
}

LossMap RegionProposalNetworkImpl::losses(const Predictions& predictions, const std::vector<at::Tensor>& groundTruth,
                                          at::Generator& generator) const
{
    const Matcher matcher(m_config.rpnFgIouThresh, m_config.rpnBgIouThresh, true);
    const at::Tensor& anchors = predictions.anchors;
    std::vector<at::Tensor> logits, labels, deltas, targets;
    for (std::size_t i = 0; i < groundTruth.size(); ++i) {
        const auto image = static_cast<std::int64_t>(i);
        const at::Tensor& truth = groundTruth[i];
        const at::Tensor matched = truth.size(0) > 0 ? matcher.match(boxIou(truth, anchors))
                                                     : torch::full({anchors.size(0)}, Matcher::kBelowLow, torch::kLong);
        const at::Tensor label = torch::where(
            matched >= 0, torch::ones_like(matched),
            torch::where(matched == Matcher::kBelowLow, torch::zeros_like(matched), torch::full_like(matched, -1)));
        const BalancedSample sample =
            sampleBalanced(label, m_config.rpnBatchSizePerImage, m_config.rpnPositiveFraction, generator);
        const at::Tensor both = torch::cat({sample.positive, sample.negative});
        logits.push_back(predictions.objectness[image].index_select(0, both));
        labels.push_back(label.index_select(0, both).to(torch::kFloat));
        if (sample.positive.size(0) > 0) {
            deltas.push_back(predictions.deltas[image].index_select(0, sample.positive));
            targets.push_back(m_coder.encode(truth.index_select(0, matched.index_select(0, sample.positive)),
                                             anchors.index_select(0, sample.positive)));
        }
    }
    const at::Tensor allLogits = torch::cat(logits);
    const at::Tensor boxLoss =
        deltas.empty() ? predictions.deltas.sum() * 0
                       : torch::smooth_l1_loss(torch::cat(deltas), torch::cat(targets), at::Reduction::Sum, 1. / 9) /
                             allLogits.numel();
    return {{"loss_objectness", torch::binary_cross_entropy_with_logits(allLogits, torch::cat(labels))},
            {"loss_rpn_box_reg", boxLoss}};
}

RegionProposalNetworkImpl::Output RegionProposalNetworkImpl::forward(const std::vector<at::Tensor>& features,
                                                                     const DetectorInput& input,
                                                                     const std::vector<at::Tensor>& groundTruth,
                                                                     at::Generator& generator)
{
    const Predictions predictions = predict(features, input);
    Output output;
    {
        const torch::NoGradGuard noGrad;
        for (std::size_t i = 0; i < input.sizes.size(); ++i)
            output.proposals.push_back(proposalsOfImage(predictions, static_cast<std::int64_t>(i), input.sizes[i]));
    }
    if (!groundTruth.empty())
        output.losses = losses(predictions, groundTruth, generator);
    return output;
}

} // namespace vbs
