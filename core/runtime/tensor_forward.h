#pragma once

#include "core/checkpoint/tensor_summary.h"
#include "core/engine/inference_types.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// A forward pass from file to file.
struct ForwardRequest {
    std::filesystem::path model;     ///< folder with config.json and weights
    std::filesystem::path inputs;    ///< safetensors, named as the arguments of Hugging Face's forward
    std::filesystem::path output;    ///< gets the outputs, named as its fields
    std::filesystem::path gradients; ///< gets those of the loss; empty: none are computed
    bool attentions = false, hiddenStates = false;
    std::string device = "auto", precision = "auto"; ///< see chooseDevice and choosePrecision
};

struct ForwardReport {
    struct Output {
        TensorSummary tensor;
        std::optional<double> value; ///< of a single number
    };

    std::string architecture;
    std::vector<std::string> unexpected; ///< weights of the folder that the class does not have
    std::vector<Output> outputs;
    double milliseconds = 0; ///< of the pass
    DeviceInfo device;
};

/// Runs the model on the tensors and writes what it gives.
/// @param tell gets a sentence on weights that are not used, before anything is computed.
/// @throws Error naming the file and the way out.
ForwardReport forwardTensors(const ForwardRequest& request, const std::function<void(const std::string&)>& tell);

} // namespace vbs
