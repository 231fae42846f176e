#include "app/commands/forward_command.h"

#include "app/commands/thread_option.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/tensor_text.h"
#include "core/checkpoint/torch_errors.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"
#include "core/pack/model_pack.h"
#include "core/runtime/device.h"

#include <chrono>
#include <iostream>

#include <torch/types.h>

namespace vbs {
namespace {

OrderedJson describe(const TensorMap& tensors)
{
    OrderedJson json = OrderedJson::object();
    for (const auto& [name, tensor] : tensors)
        json[name] = {{"shape", tensor.sizes().vec()}, {"dtype", typeText(tensor.scalar_type())}};
    return json;
}

class ForwardCommand : public Command {
public:
    std::string name() const override { return "forward"; }
    std::string help() const override { return "Run a VisualBERT model on tensors from a file"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--model", m_model, "folder with config.json and model.safetensors")->required();
        app.add_option("--inputs", m_inputs,
                       "safetensors file, tensors named as the arguments of Hugging Face's forward")
            ->required();
        app.add_option("--output", m_output, "safetensors file to write, tensors named as the output's fields")
            ->required();
        app.add_flag("--output-attentions", m_attentions, "also write attentions.N");
        app.add_flag("--output-hidden-states", m_hiddenStates, "also write hidden_states.N");
        app.add_option("--gradients", m_gradients, "safetensors file for the gradients of the loss (needs labels)");
        app.add_option("--device", m_device, "auto, cpu, cuda or cuda:N")->capture_default_str();
        app.add_option("--precision", m_precision, "auto, float32 or bfloat16 (inference only)")->capture_default_str();
        addThreadsOption(app, m_threads);
        app.add_flag("--json", m_json, "print JSON");
    }

    void run() override
    {
        DeviceChoice device = chooseDevice(m_device, m_threads);
        const at::ScalarType precision = choosePrecision(m_precision, device);
        if (!m_gradients.empty() && precision != at::kFloat) {
            throw Error(ErrorCode::InvalidArgument,
                        "Gradients are computed in float32 only: leave --precision bfloat16 or --gradients out.");
        }
        LoadedVisualBert model = loadVisualBert(m_model, sharedTrunkOf(m_model));
        if (!model.unexpected.empty()) {
            std::cerr << "visualbert: note: " << model.unexpected.size() << " weights of " << m_model
                      << " are not used by " << model.architecture << " (the first is " << model.unexpected.front()
                      << ").\n";
        }
        prepareForInference(*model.network, device.device, precision);
        const VisualBertInputs inputs = readInputs(*model.network, device.device);
        const auto start = std::chrono::steady_clock::now();
        const VisualBertOutputs outputs = compute(*model.network, inputs);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        const TensorMap tensors = visualBertOutputTensors(outputs);
        writeSafetensors(m_output, tensors);
        if (!m_gradients.empty())
            writeSafetensors(m_gradients, gradientTensors(*model.network));
        m_json ? printJson(model, tensors, device, took.count()) : printText(tensors);
    }

private:
    VisualBertInputs readInputs(const VisualBertPreTrainedModel& network, c10::Device device) const
    {
        const SafetensorsFile file = readSafetensors(m_inputs);
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
            inputs.output_attentions = m_attentions;
            inputs.output_hidden_states = m_hiddenStates;
            return inputs;
        } catch (const Error& e) {
            throw e.withContext(m_inputs);
        }
    }

    /// The outputs, and the gradients in the network's parameters when asked for.
    VisualBertOutputs compute(VisualBertPreTrainedModel& network, const VisualBertInputs& inputs) const
    {
        try {
            torch::AutoGradMode gradients(!m_gradients.empty());
            VisualBertOutputs outputs = network.forward(inputs);
            if (m_gradients.empty())
                return outputs;
            if (!outputs.loss.defined()) {
                throw Error(ErrorCode::InvalidArgument,
                            "There are no gradients, because these inputs give no loss; add the input labels.");
            }
            outputs.loss.backward();
            return outputs;
        } catch (const std::exception& e) {
            throw asError(e).withContext(m_inputs);
        }
    }

    void printText(const TensorMap& tensors) const
    {
        for (const auto& [name, tensor] : tensors) {
            std::cout << name << ' ' << tensor.sizes();
            if (tensor.dim() == 0)
                std::cout << " = " << tensor.item<double>();
            std::cout << '\n';
        }
    }

    void printJson(const LoadedVisualBert& model, const TensorMap& tensors, const DeviceChoice& device,
                   double milliseconds) const
    {
        OrderedJson json;
        json["architecture"] = model.architecture;
        json["output"] = m_output;
        json["outputs"] = describe(tensors);
        if (const auto loss = tensors.find("loss"); loss != tensors.end())
            json["loss"] = loss->second.item<double>();
        if (!m_gradients.empty())
            json["gradients"] = m_gradients;
        json["unexpected_keys"] = model.unexpected;
        json["timing_ms"] = {{"infer", milliseconds}};
        json["device"] = device.info.device;
        json["precision"] = device.info.precision;
        std::cout << jsonText(json) << '\n';
    }

    std::string m_model, m_inputs, m_output, m_gradients;
    std::string m_device = "auto", m_precision = "auto";
    int m_threads = 0;
    bool m_attentions = false, m_hiddenStates = false, m_json = false;
};

} // namespace

std::unique_ptr<Command> makeForwardCommand()
{
    return std::make_unique<ForwardCommand>();
}

} // namespace vbs
