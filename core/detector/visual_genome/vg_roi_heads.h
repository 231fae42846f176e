#pragma once

#include "core/base/progress.h"
#include "core/detector/visual_genome/vg_backbone.h"

#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>

namespace vbs {

/// What the heads say of regions, each row from its own box alone.
struct VgRegionValues {
    at::Tensor features;               ///< float [n, channels of res5]
    at::Tensor scores;                 ///< float [n]: largest object probability (the background left out)
    at::Tensor classes;                ///< int64 [n]: its class, from 0
    at::Tensor deltas;                 ///< float [n, 4]: offsets of that class's box
    at::Tensor attributes;             ///< int64 [n]: most probable attribute, from 0; undefined without attributes
    at::Tensor attributeProbabilities; ///< float [n]
};

/// `roi_heads`: RoIPool, `res5` and `box_predictor` (`cls_score`, `bbox_pred`, `cls_embedding`, `fc_attr`,
/// `attr_score`).
class VgRoiHeadsImpl : public torch::nn::Module {
public:
    explicit VgRoiHeadsImpl(const VgDetectorConfig& config);

    /// As ResNetImpl::fold.
    void fold(c10::ScalarType type);

    /// Regions that cover the same cells are computed once, and few at a time, so that memory does not grow with
    /// their number. @param map res4 of one picture. @param boxes [n, 4], pixels of the resized picture.
    /// @throws Error (Cancelled) between the passes.
    VgRegionValues describe(const at::Tensor& map, const at::Tensor& boxes, const JobControl& control) const;

    /// Of pooled regions [n, channels of res4, size, size], channels-last, the mean of their maps after res5: float
    /// [n, channels of res5].
    at::Tensor res5(const at::Tensor& pooled, const JobControl& control) const;

    /// The mean over a region's map: [n, channels of res5].
    at::Tensor features(const at::Tensor& map, const at::Tensor& boxes, const JobControl& control) const;

    struct Logits {
        at::Tensor objects;    ///< [n, classes + 1]
        at::Tensor attributes; ///< [n, attributes + 1]; undefined without attributes
    };
    Logits predict(const at::Tensor& features) const;

private:
    bool splits() const;
    at::Tensor deltasOf(const at::Tensor& features, const at::Tensor& classes) const;
    VgRegionValues valuesOf(const at::Tensor& features) const;

    VgDetectorConfig m_config;
    c10::ScalarType m_type = c10::kFloat;
    std::vector<VgBottleneck> m_blocks;
    torch::nn::Linear cls_score{nullptr}, bbox_pred{nullptr}, fc_attr{nullptr}, attr_score{nullptr};
    torch::nn::Embedding cls_embedding{nullptr};
};
TORCH_MODULE(VgRoiHeads);

} // namespace vbs
