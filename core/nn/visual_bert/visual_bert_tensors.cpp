#include "core/nn/visual_bert/visual_bert_tensors.h"

#include "core/base/error.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

void addList(TensorMap& tensors, const std::string& name, const std::vector<at::Tensor>& list)
{
    for (std::size_t i = 0; i < list.size(); ++i)
        tensors.emplace(name + "." + std::to_string(i), list[i].detach());
}

} // namespace

VisualBertInputs visualBertInputsFrom(const TensorMap& tensors, const VisualBertPreTrainedModel& network)
{
    const std::vector<std::string> known = network.inputNames();
    std::vector<std::string> unknown;
    VisualBertInputs inputs;
    for (const auto& [name, tensor] : tensors) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            unknown.push_back(name);
            continue;
        }
        for (const VisualBertInputField& field : visualBertInputFields())
            if (field.name == name)
                inputs.*field.member = tensor;
    }
    if (!unknown.empty()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("Unknown inputs: %1; this model reads %2.", joined(unknown), joined(known)));
    }
    std::vector<std::string> missing;
    if (!inputs.input_ids.defined() && !inputs.inputs_embeds.defined())
        missing.emplace_back("input_ids (or inputs_embeds)");
    for (const std::string& name : network.requiredInputNames())
        if (!tensors.count(name))
            missing.push_back(name);
    if (!missing.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("Missing inputs: %1.", joined(missing)));
    return inputs;
}

TensorMap visualBertOutputTensors(const VisualBertOutputs& outputs)
{
    TensorMap tensors;
    const auto add = [&](const char* name, const at::Tensor& tensor) {
        if (tensor.defined())
            tensors.emplace(name, tensor.detach());
    };
    add("loss", outputs.loss);
    add("logits", outputs.logits);
    add("prediction_logits", outputs.prediction_logits);
    add("seq_relationship_logits", outputs.seq_relationship_logits);
    add("last_hidden_state", outputs.last_hidden_state);
    add("pooler_output", outputs.pooler_output);
    add("additional_layer.attention", outputs.additional_layer_attention);
    addList(tensors, "hidden_states", outputs.hidden_states);
    addList(tensors, "attentions", outputs.attentions);
    return tensors;
}

TensorMap gradientTensors(const torch::nn::Module& module)
{
    TensorMap gradients;
    for (const auto& item : module.named_parameters())
        if (item.value().grad().defined())
            gradients.emplace(item.key(), item.value().grad());
    return gradients;
}

} // namespace vbs
