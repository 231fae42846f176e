#include "app/commands/forward_command.h"

#include "app/commands/thread_option.h"
#include "core/base/json.h"
#include "core/runtime/tensor_forward.h"

#include <iostream>

namespace vbs {
namespace {

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
        app.add_flag("--output-attentions", m_request.attentions, "also write attentions.N");
        app.add_flag("--output-hidden-states", m_request.hiddenStates, "also write hidden_states.N");
        app.add_option("--gradients", m_gradients, "safetensors file for the gradients of the loss (needs labels)");
        app.add_option("--device", m_request.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
        app.add_option("--precision", m_request.precision, "auto, float32 or bfloat16 (inference only)")
            ->capture_default_str();
        addThreadsOption(app);
        app.add_flag("--json", m_json, "print JSON");
    }

    void run() override
    {
        m_request.model = m_model;
        m_request.inputs = m_inputs;
        m_request.output = m_output;
        m_request.gradients = m_gradients;
        const ForwardReport report = forwardTensors(
            m_request, [](const std::string& sentence) { std::cerr << "visualbert: note: " << sentence << '\n'; });
        m_json ? printJson(report) : printText(report);
    }

private:
    static void printText(const ForwardReport& report)
    {
        for (const auto& [tensor, value] : report.outputs) {
            std::cout << tensor.name << " [";
            for (std::size_t i = 0; i < tensor.shape.size(); ++i)
                std::cout << (i ? ", " : "") << tensor.shape[i];
            std::cout << ']';
            if (value)
                std::cout << " = " << *value;
            std::cout << '\n';
        }
    }

    void printJson(const ForwardReport& report) const
    {
        OrderedJson json;
        json["architecture"] = report.architecture;
        json["output"] = m_output;
        json["outputs"] = OrderedJson::object();
        std::optional<double> loss;
        for (const auto& [tensor, value] : report.outputs) {
            json["outputs"][tensor.name] = {{"shape", tensor.shape}, {"dtype", tensor.type}};
            if (tensor.name == "loss")
                loss = value;
        }
        if (loss)
            json["loss"] = *loss;
        if (!m_gradients.empty())
            json["gradients"] = m_gradients;
        json["unexpected_keys"] = report.unexpected;
        json["timing_ms"] = {{"infer", report.milliseconds}};
        json["device"] = report.device.device;
        json["precision"] = report.device.precision;
        std::cout << jsonText(json) << '\n';
    }

    ForwardRequest m_request;
    std::string m_model, m_inputs, m_output, m_gradients;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeForwardCommand()
{
    return std::make_unique<ForwardCommand>();
}

} // namespace vbs
