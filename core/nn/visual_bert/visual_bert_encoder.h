#pragma once

#include "core/nn/visual_bert/activation.h"
#include "core/nn/visual_bert/visual_bert_attention.h"

#include <torch/nn/modules/container/modulelist.h>

#include <memory>
#include <string>
#include <vector>

namespace vbs {

class InferenceEncoder;

/// The wide layer of the feed-forward half, with hidden_act.
class VisualBertIntermediateImpl : public torch::nn::Module {
public:
    explicit VisualBertIntermediateImpl(const VisualBertConfig& config);
    at::Tensor forward(const at::Tensor& hidden);

    torch::nn::Linear dense{nullptr};

private:
    Activation m_activation;
};
TORCH_MODULE(VisualBertIntermediate);

/// One Transformer layer.
class VisualBertLayerImpl : public torch::nn::Module {
public:
    explicit VisualBertLayerImpl(const VisualBertConfig& config);

    /// Parameters and result as VisualBertSelfAttention::forward.
    std::pair<at::Tensor, at::Tensor> forward(const at::Tensor& hidden, const at::Tensor& mask,
                                              const at::Tensor& headMask, bool wantProbabilities);

    VisualBertAttention attention{nullptr};
    VisualBertIntermediate intermediate{nullptr};
    VisualBertResidualOutput output{nullptr};
};
TORCH_MODULE(VisualBertLayer);

/// What the encoder gives: the lists are empty unless asked for.
struct VisualBertEncoderOutput {
    at::Tensor last_hidden_state;
    std::vector<at::Tensor> hidden_states; ///< layers + 1, the encoder's input first
    std::vector<at::Tensor> attentions;    ///< one a layer
};

/// The stack of layers.
class VisualBertEncoderImpl : public torch::nn::Module {
public:
    explicit VisualBertEncoderImpl(const VisualBertConfig& config);
    ~VisualBertEncoderImpl() override;

    /// @param hidden (B, L, hidden). @param mask added to the scores, or undefined.
    /// @param headMask (heads) or (layers, heads), or undefined.
    VisualBertEncoderOutput forward(at::Tensor hidden, const at::Tensor& mask, const at::Tensor& headMask,
                                    bool outputAttentions, bool outputHiddenStates);

    /// Makes inference on the processor fast (see InferenceEncoder): from now on forward() without gradients and
    /// without a head mask computes from packed copies of the weights, until they are dropped.
    /// @param type float32 or bfloat16.
    void packForInference(at::ScalarType type);
    /// Needed once the weights have changed.
    void dropPacked();

    /// Layer i of num_hidden_layers, for those who step through the stack themselves.
    VisualBertLayerImpl& at(std::size_t i) { return *m_layers[i]; }
    const VisualBertLayer& layerAt(std::size_t i) const { return m_layers[i]; }
    std::size_t size() const { return m_layers.size(); }

    torch::nn::ModuleList layer;

private:
    std::vector<VisualBertLayer> m_layers; ///< the same modules, typed
    std::string m_hiddenAct;
    std::unique_ptr<InferenceEncoder> m_packed;
};
TORCH_MODULE(VisualBertEncoder);

} // namespace vbs
