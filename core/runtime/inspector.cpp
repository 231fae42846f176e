#include "core/runtime/inspector.h"

#include "core/base/error.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

Inspection inspectQuestion(const PreparedQuestion& question, VisualBertPreTrainedModel& network,
                           const TaskHead::Words& words)
{
    if (network.config().bypass_transformer) {
        throw Error(ErrorCode::UnsupportedFormat,
                    "This network's layers see the text alone (bypass_transformer), so there is nothing to look into.");
    }
    VisualBertInputs inputs = question.inputs;
    inputs.output_attentions = true;
    inputs.output_hidden_states = true;
    const VisualBertOutputs outputs = network.forward(inputs);
    Inspection inspection;
    const std::size_t sequence = readResult(question, outputs, words, inspection.result);
    std::vector<at::Tensor> layers;
    for (const at::Tensor& layer : outputs.attentions)
        layers.push_back(layer[std::int64_t(sequence)].to(torch::kFloat).cpu());
    // What fills up a shorter choice is no position: nobody looks there.
    const auto text = std::int64_t(inspection.result.tokens.size()), padded = question.encoded.inputIds.size(1);
    const auto seen = torch::cat({torch::arange(text), torch::arange(padded, layers.front().size(-1))});
    const at::Tensor all = torch::stack(layers).index_select(2, seen).index_select(3, seen).contiguous();
    inspection.layers = std::size_t(all.size(0));
    inspection.heads = std::size_t(all.size(1));
    inspection.positions = std::size_t(all.size(2));
    inspection.attention.assign(all.data_ptr<float>(), all.data_ptr<float>() + all.numel());
    if (!question.head->scores(outputs, question.encoded).defined())
        return inspection;
    for (const at::Tensor& states : outputs.hidden_states) {
        const at::Tensor scores = question.head->scores(network.readStates(states, inputs), question.encoded);
        inspection.answersByLayer.push_back(rankAnswers(scores[0], words).answers);
    }
    return inspection;
}

} // namespace vbs
