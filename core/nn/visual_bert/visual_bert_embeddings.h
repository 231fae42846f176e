#pragma once

#include "core/nn/packed_linear.h"
#include "core/nn/visual_bert/visual_bert_config.h"
#include "core/nn/visual_bert/visual_bert_inputs.h"

#include <torch/nn/modules/dropout.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>

#include <optional>

namespace vbs {

/// Words, types and positions of the text, followed by the projected regions.
class VisualBertEmbeddingsImpl : public torch::nn::Module {
public:
    explicit VisualBertEmbeddingsImpl(const VisualBertConfig& config);

    /// Uses the ids, types, positions, embeds and alignment of the inputs. @returns (B, T+V, hidden).
    /// @throws Error (InvalidArgument, Mismatch) naming the input whose shape or values do not fit.
    at::Tensor forward(const VisualBertInputs& inputs);

    /// As VisualBertEncoderImpl::packForInference, for the projection of the regions.
    void packForInference(at::ScalarType type);
    void dropPacked();

    torch::nn::Embedding word_embeddings{nullptr};
    torch::nn::Embedding position_embeddings{nullptr};
    torch::nn::Embedding token_type_embeddings{nullptr};
    torch::nn::LayerNorm LayerNorm{nullptr};
    torch::nn::Dropout dropout{nullptr};
    torch::nn::Embedding visual_token_type_embeddings{nullptr};
    torch::nn::Embedding visual_position_embeddings{nullptr};
    torch::nn::Linear visual_projection{nullptr};

private:
    at::Tensor embedText(const VisualBertInputs& inputs);
    at::Tensor embedRegions(const VisualBertInputs& inputs);
    at::Tensor project(const at::Tensor& visual_embeds);
    at::Tensor meanAlignedPositions(const at::Tensor& image_text_alignment, std::int64_t regions);

    std::optional<PackedLinear> m_packed; ///< visual_projection
};
TORCH_MODULE(VisualBertEmbeddings);

} // namespace vbs
