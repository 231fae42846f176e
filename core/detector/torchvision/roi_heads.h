#pragma once

#include "core/detector/ops/box_ops.h"
#include "core/detector/ops/roi_align.h"
#include "core/detector/torchvision/detector_config.h"
#include "core/detector/torchvision/detector_transform.h"
#include "core/detector/torchvision/region_proposal_network.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/pimpl.h>

#include <vector>

namespace vbs {

/// What a picture truly shows.
struct DetectorTarget {
    at::Tensor boxes;                   ///< float [g, 4], pixels of the resized picture
    at::Tensor labels;                  ///< int64 [g], 1 … (0 is the background)
    std::vector<at::Tensor> attributes; ///< int64 [g] each, in the order of the configuration
    std::int64_t place = 0;             ///< read only where the configuration has places
};

/// What was found in a picture, by falling score (or in the order of boxes that were given).
struct Detections {
    at::Tensor boxes;                               ///< float [k, 4], pixels of the original picture
    at::Tensor scores;                              ///< float [k]
    at::Tensor labels;                              ///< int64 [k], 1 …
    at::Tensor features;                            ///< float [k, box head size]: the final boxes pooled again
    std::vector<at::Tensor> attributeProbabilities; ///< float [k, values] each, in the configuration's order
    at::Tensor wholeImageFeature;                   ///< float [box head size]; undefined without that region
    at::Tensor placeProbabilities;                  ///< float [places]; undefined without places
};

/// torchvision's RoIHeads (`box_head.fc6`, `box_head.fc7`, `box_predictor.cls_score`, `box_predictor.bbox_pred`),
/// with two additions of this program: `attribute_predictor.<name>`, a linear classifier of each found object's
/// attribute on the box head's values, and `place_predictor`, the same for the box that covers the whole picture.
class RoiHeadsImpl : public torch::nn::Module {
public:
    explicit RoiHeadsImpl(const DetectorConfig& config);

    /// Losses: loss_classifier, loss_box_reg, loss_<attribute>, loss_place (the last ones weighted).
    LossMap trainingLosses(const std::vector<at::Tensor>& features, const std::vector<at::Tensor>& proposals,
                           const DetectorInput& input, const std::vector<DetectorTarget>& targets,
                           at::Generator& generator);

    /// Boxes are still those of the resized pictures.
    std::vector<Detections> detect(const std::vector<at::Tensor>& features, const std::vector<at::Tensor>& proposals,
                                   const DetectorInput& input);

    /// Boxes [k, 4] of one resized picture, as they are: each with its most probable category, and described.
    Detections classify(const std::vector<at::Tensor>& features, const at::Tensor& boxes, const DetectorInput& input);

private:
    struct TrainingSamples {
        std::vector<at::Tensor> boxes;      ///< one a picture
        at::Tensor labels;                  ///< [all samples]
        at::Tensor boxTargets;              ///< [all samples, 4]
        std::vector<at::Tensor> attributes; ///< [all samples] each
    };
    TrainingSamples selectSamples(const std::vector<at::Tensor>& proposals, const std::vector<DetectorTarget>& targets,
                                  at::Generator& generator) const;
    at::Tensor boxFeatures(const std::vector<at::Tensor>& features, const std::vector<at::Tensor>& boxes,
                           const DetectorInput& input);
    Detections select(const at::Tensor& probabilities, const at::Tensor& boxes, PixelSize size) const;
    void describe(std::vector<Detections>& detections, const std::vector<at::Tensor>& features,
                  const DetectorInput& input);

    DetectorConfig m_config;
    MultiScaleRoiAlign m_roiPool;
    BoxCoder m_coder{{10, 10, 5, 5}};
    torch::nn::Linear fc6{nullptr}, fc7{nullptr}, cls_score{nullptr}, bbox_pred{nullptr}, place_predictor{nullptr};
    std::vector<torch::nn::Linear> m_attributePredictors;
};
TORCH_MODULE(RoiHeads);

} // namespace vbs
