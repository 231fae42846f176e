#include "core/checkpoint/network_kind.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

bool holds(const TensorMap& tensors, std::string_view part)
{
    return std::ranges::any_of(tensors, [&](const auto& item) { return item.first.find(part) != std::string::npos; });
}

bool begins(const TensorMap& tensors, std::string_view prefix)
{
    const auto at = tensors.lower_bound(prefix);
    return at != tensors.end() && at->first.starts_with(prefix);
}

/// Rows of a matrix; 0 when it is absent.
std::int64_t rowsOf(const TensorMap& tensors, std::string_view name)
{
    const auto at = tensors.find(name);
    return at == tensors.end() || at->second.dim() != 2 ? 0 : at->second.size(0);
}

/// The class where the weights tell it; three of them have a classifier that differs by its outputs at most.
std::string visualBertKind(const TensorMap& tensors)
{
    const std::int64_t labels = rowsOf(tensors, "cls.weight");
    if (labels == 0)
        return visualBertClass(tensors);
    return "a VisualBERT whose classifier has " + std::to_string(labels) + (labels == 1 ? " output" : " outputs");
}

} // namespace

std::string visualBertClass(const TensorMap& tensors)
{
    if (!holds(tensors, "embeddings.visual_projection."))
        return {};
    if (begins(tensors, "attention.query"))
        return "VisualBertForRegionToPhraseAlignment";
    if (begins(tensors, "cls.predictions") || begins(tensors, "cls.seq_relationship"))
        return "VisualBertForPreTraining";
    switch (rowsOf(tensors, "cls.weight")) {
    case 0:
        return "VisualBertModel";
    case 1:
        return "VisualBertForMultipleChoice";
    case 2:
        return "VisualBertForVisualReasoning";
    default:
        return "VisualBertForQuestionAnswering";
    }
}

std::string networkKind(const TensorMap& tensors)
{
    if (holds(tensors, "embeddings.visual_projection."))
        return visualBertKind(tensors);
    if (holds(tensors, "token_type_embeddings_visual"))
        return "the original VisualBERT (uclanlp), before its conversion";
    if (holds(tensors, "encoder.x_layers."))
        return "LXMERT";
    if (begins(tensors, "vilt."))
        return "ViLT";
    if (begins(tensors, "vision_model.") || begins(tensors, "visual.transformer."))
        return "CLIP";
    if (holds(tensors, "embeddings.word_embeddings."))
        return "BERT without VisualBERT's visual part";
    if (begins(tensors, "proposal_generator."))
        return "the Visual Genome detector (vg_faster_rcnn)";
    if (begins(tensors, "roi_heads.mask_predictor."))
        return "a Mask R-CNN in torchvision's layout";
    if (begins(tensors, "rpn.") && begins(tensors, "roi_heads."))
        return "a Faster R-CNN in torchvision's layout (faster_rcnn_fpn)";
    if (begins(tensors, "layer1.0.conv1.") && begins(tensors, "layer4."))
        return "a ResNet in torchvision's layout";
    return {};
}

} // namespace vbs
