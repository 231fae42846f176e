#pragma once

#include "core/nn/visual_bert/visual_bert_embeddings.h"
#include "core/nn/visual_bert/visual_bert_encoder.h"
#include "core/nn/visual_bert/visual_bert_inputs.h"

#include <string>
#include <vector>

namespace vbs {

/// What every class that config.json's "architectures" may name has in common. Not safe for use by two threads at
/// once while in training mode; call eval() before inference (a new network is in training mode, with dropout).
class VisualBertPreTrainedModel : public torch::nn::Module {
public:
    /// @throws Error (InvalidArgument, Mismatch, TooLarge) naming an input that is missing or does not fit.
    virtual VisualBertOutputs forward(const VisualBertInputs& inputs) = 0;

    /// Names of the tensor inputs that this class reads, and of those that it cannot do without.
    virtual std::vector<std::string> inputNames() const;
    virtual std::vector<std::string> requiredInputNames() const { return {}; }

    /// What the class's head makes of a layer's states, (B, L, hidden), of these inputs: of the last layer's, what
    /// forward() gives in evaluation mode. Empty for classes whose answers are not read off one layer.
    virtual VisualBertOutputs readStates(const at::Tensor& states, const VisualBertInputs& inputs);

    const VisualBertConfig& config() const { return m_config; }

    /// Makes inference on the processor fast: weights of the trunk are packed, in float32 or bfloat16, and forward()
    /// without gradients computes from the packed copies. Call it once the weights are final; call it again, or
    /// dropPacked(), when they have changed. Results differ from before by float32's rounding, or bfloat16's.
    void packForInference(at::ScalarType type = at::kFloat);
    void dropPacked();

    /// The floating-point type of the weights, in which visual_embeds and inputs_embeds must come.
    at::ScalarType inputType() const;

protected:
    explicit VisualBertPreTrainedModel(VisualBertConfig config);

private:
    VisualBertConfig m_config;
};

/// Moves a network to its device and makes inference there fast: packed weights on the processor; elsewhere the
/// weights themselves take the type. @param type float32 or bfloat16.
void prepareForInference(VisualBertPreTrainedModel& network, c10::Device device, at::ScalarType type);

/// Hugging Face's initialisation of a module and all below it: weights of linear layers and tables normal(0, range),
/// the padding row included, biases 0, LayerNorm 1 and 0. Uses LibTorch's default generator; does nothing under
/// DeferredWeights.
void initializeWeights(torch::nn::Module& module, double range);

/// tanh(dense(first token)).
class VisualBertPoolerImpl : public torch::nn::Module {
public:
    explicit VisualBertPoolerImpl(const VisualBertConfig& config);
    /// (B, L, hidden) -> (B, hidden).
    at::Tensor forward(const at::Tensor& hidden);

    torch::nn::Linear dense{nullptr};
};
TORCH_MODULE(VisualBertPooler);

/// The trunk: text and regions through one Transformer. One trunk may be shared by several task classes.
class VisualBertModelImpl : public VisualBertPreTrainedModel {
public:
    /// Validates the config and sets the starting weights.
    explicit VisualBertModelImpl(const VisualBertConfig& config);

    /// last_hidden_state, pooler_output and what was asked for.
    VisualBertOutputs forward(const VisualBertInputs& inputs) override;

    /// forward without the pooler, for heads that do not read it.
    VisualBertOutputs encode(const VisualBertInputs& inputs);

    /// What is added to the attention scores: (1 - mask) * the smallest finite number, (B, 1, 1 or L, L); undefined
    /// when nothing is masked. The inputs must have passed checkMasks.
    at::Tensor extendedAttentionMask(const VisualBertInputs& inputs) const;

    VisualBertEmbeddings embeddings{nullptr};
    VisualBertEncoder encoder{nullptr};
    VisualBertPooler pooler{nullptr};
    VisualBertLayer additional_layer{nullptr}; ///< with bypass_transformer only

private:
    void encodeWithBypass(const at::Tensor& embedded, std::int64_t textLength, const at::Tensor& mask,
                          const VisualBertInputs& inputs, VisualBertOutputs& outputs);
};
TORCH_MODULE(VisualBertModel);

} // namespace vbs
