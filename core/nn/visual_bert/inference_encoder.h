#pragma once

#include "core/nn/attention_kernel.h"
#include "core/nn/packed_linear.h"
#include "core/nn/visual_bert/visual_bert_encoder.h"

#include <vector>

namespace vbs {

/// The stack of layers for inference on the processor: one product for queries, keys and values, weights packed for
/// the matrix kernels, GELU and residual sums inside the products, attention probabilities kept only when asked
/// for. The residual stream and all sums are float32; with bfloat16 the products' inputs are rounded to it.
/// Holds copies of the big weights, taken at construction. Used by one thread at a time.
class InferenceEncoder {
public:
    /// @param type float32 or bfloat16.
    InferenceEncoder(VisualBertEncoderImpl& encoder, const std::string& hiddenAct, at::ScalarType type);

    /// As VisualBertEncoderImpl::forward, without a head mask; float32 in and out.
    VisualBertEncoderOutput forward(at::Tensor hidden, const at::Tensor& mask, bool outputAttentions,
                                    bool outputHiddenStates) const;

private:
    struct Layer {
        PackedLinear projection; ///< queries, keys and values
        PackedLinear attentionOutput;
        PackedLinear intermediate;
        PackedLinear output;
        VisualBertLayer source{nullptr}; ///< for its two LayerNorms
    };

    at::Tensor normalize(const at::Tensor& x, const torch::nn::LayerNorm& norm) const;
    at::Tensor intermediateOf(const Layer& layer, const at::Tensor& x) const;

    at::ScalarType m_type;
    bool m_exactGelu;
    Activation m_activation;
    AttentionKernel m_attention;
    std::vector<Layer> m_layers;
};

} // namespace vbs
