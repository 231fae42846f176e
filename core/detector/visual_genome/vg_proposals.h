#pragma once

#include "core/detector/ops/box_ops.h"
#include "core/detector/ops/folded_convolution.h"
#include "core/detector/torchvision/detector_transform.h"
#include "core/detector/visual_genome/vg_config.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

namespace vbs {

/// Boxes around the origin: sizes first, ratios within, not rounded: float [anchors, 4].
at::Tensor vgCellAnchors(const VgDetectorConfig& config);

/// `proposal_generator`: `rpn_head.conv`, `rpn_head.objectness_logits`, `rpn_head.anchor_deltas` and the anchors
/// themselves, `anchor_generator.cell_anchors.0`, which a checkpoint may replace.
class VgProposalsImpl : public torch::nn::Module {
public:
    explicit VgProposalsImpl(const VgDetectorConfig& config);

    /// As ResNetImpl::fold.
    void fold(c10::ScalarType type);

    struct Predictions {
        at::Tensor logits; ///< [1, anchors per cell, rows, columns]
        at::Tensor deltas; ///< [1, anchors per cell * 4, rows, columns]
    };
    /// @param map res4 of one picture.
    Predictions predict(const at::Tensor& map) const;

    /// Anchors of every cell in the order row, column, anchor: [rows * columns * anchors per cell, 4].
    at::Tensor anchors(std::int64_t rows, std::int64_t columns) const;

    struct Proposals {
        at::Tensor boxes;  ///< [k, 4], pixels of the resized picture
        at::Tensor logits; ///< [k], falling
    };
    /// @param size of the resized picture, to which boxes are cut.
    Proposals propose(const Predictions& predictions, PixelSize size) const;

private:
    VgDetectorConfig m_config;
    BoxCoder m_coder;
    at::Tensor m_cellAnchors;
    torch::nn::Conv2d conv{nullptr}, objectness_logits{nullptr}, anchor_deltas{nullptr};
    FoldedConvolution m_foldedConv, m_foldedLogits, m_foldedDeltas;
};
TORCH_MODULE(VgProposals);

} // namespace vbs
