#pragma once

#include "core/detector/ops/box_ops.h"
#include "core/detector/ops/folded_convolution.h"
#include "core/detector/ops/matching.h"
#include "core/detector/torchvision/anchors.h"
#include "core/detector/torchvision/detector_config.h"
#include "core/detector/torchvision/detector_transform.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include <map>
#include <string>
#include <vector>

namespace vbs {

/// Scalar losses by torchvision's names.
using LossMap = std::map<std::string, at::Tensor>;

/// torchvision's RegionProposalNetwork: `head.conv.0.0`, `head.cls_logits`, `head.bbox_pred`.
class RegionProposalNetworkImpl : public torch::nn::Module {
public:
    explicit RegionProposalNetworkImpl(const DetectorConfig& config);

    struct Output {
        std::vector<at::Tensor> proposals; ///< one [k, 4] a picture, by falling score, clipped to the picture
        LossMap losses;                    ///< loss_objectness, loss_rpn_box_reg; only with ground truth
    };

    /// @param features the pyramid, finest first.
    /// @param groundTruth boxes [g, 4] of each picture in the resized picture; empty when not training.
    Output forward(const std::vector<at::Tensor>& features, const DetectorInput& input,
                   const std::vector<at::Tensor>& groundTruth, at::Generator& generator);

    /// As ResNetImpl::fold.
    void fold(c10::ScalarType type);

private:
    struct Predictions {
        at::Tensor objectness; ///< [pictures, anchors]
        at::Tensor deltas;     ///< [pictures, anchors, 4]
        at::Tensor anchors;    ///< [anchors, 4]
        std::vector<std::int64_t> anchorsPerLevel;
    };
    Predictions predict(const std::vector<at::Tensor>& features, const DetectorInput& input);
    at::Tensor proposalsOfImage(const Predictions& predictions, std::int64_t image, PixelSize size) const;
    LossMap losses(const Predictions& predictions, const std::vector<at::Tensor>& groundTruth,
                   at::Generator& generator) const;

    DetectorConfig m_config;
    AnchorGenerator m_anchors;
    BoxCoder m_coder{{1, 1, 1, 1}};
    torch::nn::Conv2d m_conv{nullptr}, cls_logits{nullptr}, bbox_pred{nullptr};
    FoldedConvolution m_foldedConv, m_foldedLogits, m_foldedBoxes;
};
TORCH_MODULE(RegionProposalNetwork);

} // namespace vbs
