#include "core/runtime/tensor_forward.h"

#include "core/base/error.h"
#include "core/base/stopwatch.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/torch_errors.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"
#include "core/pack/model_pack.h"
#include "core/runtime/device.h"
#include "core/runtime/torch_device.h"

#include <torch/types.h>

namespace vbs {

namespace {

VisualBertInputs readInputs(const ForwardRequest& request, const VisualBertPreTrainedModel& network, c10::Device device)
{
    const SafetensorsFile file = readSafetensors(request.inputs);
    try {
        VisualBertInputs inputs = visualBertInputsFrom(file.tensors, network);
        for (const VisualBertInputField& field : visualBertInputFields())
            if ((inputs.*field.member).defined())
                inputs.*field.member = (inputs.*field.member).to(device);
        // Only a network that computes in bfloat16 takes rounded features; others insist on their own type.
        if (network.inputType() == at::kBFloat16)
            for (at::Tensor* floats : {&inputs.visual_embeds, &inputs.inputs_embeds})
                if (floats->defined())
                    *floats = floats->to(at::kBFloat16);
        inputs.output_attentions = request.attentions;
        inputs.output_hidden_states = request.hiddenStates;
        return inputs;
    } catch (const Error& e) {
        throw e.withContext(request.inputs.string());
    }
}

/// The outputs, and the gradients in the network's parameters when asked for.
VisualBertOutputs compute(const ForwardRequest& request, VisualBertPreTrainedModel& network,
                          const VisualBertInputs& inputs)
{
    try {
        torch::AutoGradMode gradients(!request.gradients.empty());
        VisualBertOutputs outputs = network.forward(inputs);
        if (request.gradients.empty())
            return outputs;
        if (!outputs.loss.defined()) {
            throw Error(ErrorCode::InvalidArgument,
                        sentence("There are no gradients, because these inputs give no loss; add the input labels."));
        }
        outputs.loss.backward();
        return outputs;
    } catch (const std::exception& e) {
        throw asError(e).withContext(request.inputs.string());
    }
}

} // namespace

ForwardReport forwardTensors(const ForwardRequest& request, const std::function<void(const std::string&)>& tell)
try {
    ForwardReport report;
    report.device = chooseDevice(request.device);
    choosePrecision(request.precision, report.device);
    if (!request.gradients.empty() && torchType(report.device) != at::kFloat) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("Gradients are computed in float32 only: leave --precision bfloat16 or --gradients out."));
    }
    const LoadedVisualBert model = loadVisualBert(request.model, sharedTrunkOf(request.model));
    if (!model.unexpected.empty()) {
        tell(std::to_string(model.unexpected.size()) + " weights of " + request.model.string() + " are not used by " +
             model.architecture + " (the first is " + model.unexpected.front() + ").");
    }
    report.architecture = model.architecture;
    report.unexpected = model.unexpected;
    prepareForInference(*model.network, torchDevice(report.device), torchType(report.device));
    const VisualBertInputs inputs = readInputs(request, *model.network, torchDevice(report.device));
    const Stopwatch watch;
    const VisualBertOutputs outputs = compute(request, *model.network, inputs);
    report.milliseconds = watch.milliseconds();
    const TensorMap tensors = visualBertOutputTensors(outputs);
    writeSafetensors(request.output, tensors);
    if (!request.gradients.empty())
        writeSafetensors(request.gradients, gradientTensors(*model.network));
    for (const auto& [name, tensor] : tensors) {
        report.outputs.push_back({summaryOf(name, tensor), {}});
        if (tensor.dim() == 0)
            report.outputs.back().value = tensor.item<double>();
    }
    return report;
} catch (const std::exception& e) {
    throw asError(e);
}

} // namespace vbs
