#include "core/detector/visual_genome/vg_proposals.h"

#include <torch/types.h>

#include <cmath>

namespace vbs {

at::Tensor vgCellAnchors(const VgDetectorConfig& config)
{
    std::vector<double> corners;
    for (const double size : config.anchorSizes) {
        for (const double ratio : config.anchorRatios) {
            const double width = std::sqrt(size * size / ratio), height = ratio * width;
            corners.insert(corners.end(), {-width / 2, -height / 2, width / 2, height / 2});
        }
    }
    return torch::tensor(corners, torch::kDouble).to(torch::kFloat).view({-1, 4});
}

VgProposalsImpl::VgProposalsImpl(const VgDetectorConfig& config)
    : m_config(config),
      m_coder({config.rpnBoxWeights[0], config.rpnBoxWeights[1], config.rpnBoxWeights[2], config.rpnBoxWeights[3]})
{
    using torch::nn::Conv2dOptions;
    const std::int64_t channels = config.outChannels(2), perCell = config.anchorsPerCell();
    const std::int64_t hidden = config.rpnHiddenChannels == -1 ? channels : config.rpnHiddenChannels;
    const auto generator = register_module("anchor_generator", std::make_shared<torch::nn::Module>());
    const auto cells = generator->register_module("cell_anchors", std::make_shared<torch::nn::Module>());
    m_cellAnchors = cells->register_parameter("0", vgCellAnchors(config), /*requires_grad=*/false);
    const auto head = register_module("rpn_head", std::make_shared<torch::nn::Module>());
    conv = head->register_module("conv", torch::nn::Conv2d(Conv2dOptions(channels, hidden, 3).padding(1)));
    objectness_logits =
        head->register_module("objectness_logits", torch::nn::Conv2d(Conv2dOptions(hidden, perCell, 1)));
    anchor_deltas = head->register_module("anchor_deltas", torch::nn::Conv2d(Conv2dOptions(hidden, perCell * 4, 1)));
}

void VgProposalsImpl::fold(c10::ScalarType type)
{
    m_foldedConv = FoldedConvolution(*conv, type);
    m_foldedLogits = FoldedConvolution(*objectness_logits, torch::kFloat); // few channels, and scores must be exact
    m_foldedDeltas = FoldedConvolution(*anchor_deltas, torch::kFloat);
}

VgProposalsImpl::Predictions VgProposalsImpl::predict(const at::Tensor& map) const
{
    RECORD_USER_SCOPE("proposal network");
    const at::Tensor hidden = m_foldedConv.rectified(map).to(torch::kFloat);
    return {m_foldedLogits(hidden), m_foldedDeltas(hidden)};
}

at::Tensor VgProposalsImpl::anchors(std::int64_t rows, std::int64_t columns) const
{
    const auto shifts = [&](std::int64_t count) {
        return (torch::arange(count, torch::kFloat) + m_config.anchorOffset) * double(VgDetectorConfig::kStride);
    };
    const at::Tensor y = shifts(rows).view({-1, 1}).expand({rows, columns}).reshape(-1);
    const at::Tensor x = shifts(columns).view({1, -1}).expand({rows, columns}).reshape(-1);
    const at::Tensor origins = torch::stack({x, y, x, y}, 1).to(m_cellAnchors.device());
    return (origins.unsqueeze(1) + m_cellAnchors.detach().unsqueeze(0)).reshape({-1, 4});
}

VgProposalsImpl::Proposals VgProposalsImpl::propose(const Predictions& predictions, PixelSize size) const
{
    RECORD_USER_SCOPE("proposals");
    const std::int64_t rows = predictions.logits.size(2), columns = predictions.logits.size(3);
    const at::Tensor logits = predictions.logits.permute({0, 2, 3, 1}).reshape(-1);
    const at::Tensor deltas = predictions.deltas.permute({0, 2, 3, 1}).reshape({-1, 4});
    const at::Tensor order =
        std::get<1>(logits.sort(/*stable=*/true, 0, /*descending=*/true)).slice(0, 0, m_config.rpnPreNmsTopK);
    Proposals proposals;
    proposals.logits = logits.index_select(0, order);
    proposals.boxes = clipBoxesToImage(
        m_coder.decode(deltas.index_select(0, order), anchors(rows, columns).index_select(0, order)).squeeze(1),
        size.height, size.width);
    const auto keep = [&](const at::Tensor& indices) {
        proposals.logits = proposals.logits.index_select(0, indices);
        proposals.boxes = proposals.boxes.index_select(0, indices);
    };
    const at::Tensor& b = proposals.boxes;
    const at::Tensor wide = b.select(1, 2) - b.select(1, 0) > m_config.rpnMinSize;
    const at::Tensor high = b.select(1, 3) - b.select(1, 1) > m_config.rpnMinSize;
    keep((wide & high).nonzero().squeeze(1));
    keep(nms(proposals.boxes, proposals.logits, m_config.rpnNmsThresh, m_config.rpnPostNmsTopK));
    return proposals;
}

} // namespace vbs
