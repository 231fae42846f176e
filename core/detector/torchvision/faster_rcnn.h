#pragma once

#include "core/base/progress.h"
#include "core/detector/torchvision/detector_config.h"
#include "core/detector/torchvision/detector_transform.h"
#include "core/detector/torchvision/fpn.h"
#include "core/detector/torchvision/region_proposal_network.h"
#include "core/detector/torchvision/resnet.h"
#include "core/detector/torchvision/roi_heads.h"

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

#include <vector>

namespace vbs {

/// torchvision's FasterRCNN on a residual network with a feature pyramid, with its state-dict names
/// (`backbone.body`, `backbone.fpn`, `rpn.head`, `roi_heads`); see RoiHeads for the additions.
class FasterRcnnImpl : public torch::nn::Module {
public:
    explicit FasterRcnnImpl(const DetectorConfig& config);

    const DetectorConfig& config() const { return m_config; }

    /// Starting values for training from scratch: He's normal for the backbone's and pyramid's kernels, normal
    /// .01 for the proposal head. Draws from LibTorch's default generator.
    void initialize();

    /// For inference alone, once the weights are loaded and on their device; see ResNetImpl::fold. Backbone, pyramid
    /// and the proposal head's hidden layer are computed in type, everything else in float.
    void fold(c10::ScalarType type);

    /// Losses of a batch; train() must be set. @param targets boxes in pixels of the given pictures.
    /// @param generator draws the samples of proposals and regions.
    LossMap trainingLosses(const std::vector<const RgbImage*>& images, const std::vector<DetectorTarget>& targets,
                           at::Generator& generator);

    /// What is in the pictures, box pixels of the original ones; eval() must be set.
    /// @throws Error (Cancelled) between its stages.
    std::vector<Detections> detect(const std::vector<const RgbImage*>& images, const JobControl& control);

    /// The same for boxes that the caller chose, in their order: each gets its most probable category and that
    /// one's probability, its attributes and features. @param boxes float [k, 4], pixels of the original picture.
    Detections describe(const RgbImage& image, const at::Tensor& boxes, const JobControl& control);

private:
    std::vector<at::Tensor> pyramid(const at::Tensor& images);
    c10::Device device() const;

    DetectorConfig m_config;
    DetectorTransform m_transform;
    c10::ScalarType m_type = c10::kFloat;
    ResNet body{nullptr};
    FeaturePyramidNetwork fpn{nullptr};
    RegionProposalNetwork rpn{nullptr};
    RoiHeads roi_heads{nullptr};
};
TORCH_MODULE(FasterRcnn);

} // namespace vbs
