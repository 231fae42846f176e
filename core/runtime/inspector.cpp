#include "core/runtime/inspector.h"

#include "core/base/error.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {
namespace {

/// One tensor of what the layers gave for one sequence of the batch: [layer, …].
at::Tensor layersOfSequence(const std::vector<at::Tensor>& layers, std::size_t sequence)
{
    std::vector<at::Tensor> own;
    own.reserve(layers.size());
    for (const at::Tensor& layer : layers)
        own.push_back(layer[std::int64_t(sequence)].to(torch::kFloat).cpu());
    return torch::stack(own);
}

std::vector<float> numbersOf(const at::Tensor& tensor)
{
    const at::Tensor values = tensor.contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

/// The request with the last layer's answers named, so that every layer tells how probable those are.
InferenceRequest namingTheLast(const VisualBertOutputs& outputs, const PreparedQuestion& question,
                               const TaskHead::Words& words)
{
    InferenceRequest naming = words.request;
    for (const Answer& answer : rankAnswers(question.head->scores(outputs, question.encoded)[0], words).answers)
        naming.named.push_back(answer.text);
    return naming;
}

/// What every layer says, the phrases' regions or the answers.
void readEveryLayer(const VisualBertOutputs& outputs, const PreparedQuestion& question,
                    VisualBertPreTrainedModel& network, const TaskHead::Words& words, Inspection& inspection)
{
    const VisualBertInputs& inputs = question.inputs;
    if (!question.head->scores(outputs, question.encoded).defined()) { // phrases
        for (const at::Tensor& states : outputs.hidden_states) {
            InferenceResult read;
            question.head->read(network.readStates(states, inputs), question.encoded, words, read);
            inspection.phrasesByLayer.push_back(std::move(read.phrases));
        }
        return;
    }
    const InferenceRequest naming = namingTheLast(outputs, question, words);
    for (const at::Tensor& states : outputs.hidden_states) {
        const at::Tensor scores = question.head->scores(network.readStates(states, inputs), question.encoded);
        inspection.answersByLayer.push_back(rankAnswers(scores[0], {naming, words.names}).answers);
    }
}

} // namespace

Inspection inspectQuestion(const PreparedQuestion& question, VisualBertPreTrainedModel& network,
                           const TaskHead::Words& words)
{
    if (network.config().bypass_transformer) {
        throw Error(
            ErrorCode::UnsupportedFormat,
            sentence(
                "This network's layers see the text alone (bypass_transformer), so there is nothing to look into."));
    }
    VisualBertInputs inputs = question.inputs;
    inputs.output_attentions = true;
    inputs.output_hidden_states = true;
    const VisualBertOutputs outputs = network.forward(inputs);
    Inspection inspection;
    const std::size_t sequence = readResult(question, outputs, words, inspection.result);
    // What fills up a shorter choice is no position: nobody looks there.
    const auto text = std::int64_t(inspection.result.tokens.size()), padded = question.encoded.inputIds.size(1);
    const at::Tensor attention = layersOfSequence(outputs.attentions, sequence); // [layer, head, from, to]
    const auto seen = torch::cat({torch::arange(text), torch::arange(padded, attention.size(-1))});
    const at::Tensor states = layersOfSequence(outputs.hidden_states, sequence).index_select(1, seen);
    inspection.layers = std::size_t(attention.size(0));
    inspection.heads = std::size_t(attention.size(1));
    inspection.positions = std::size_t(states.size(1));
    inspection.width = std::size_t(states.size(2));
    inspection.attention = numbersOf(attention.index_select(2, seen).index_select(3, seen));
    inspection.states = numbersOf(states);
    inspection.readFrom = question.head->readAt(question.encoded);
    readEveryLayer(outputs, question, network, words, inspection);
    return inspection;
}

} // namespace vbs
