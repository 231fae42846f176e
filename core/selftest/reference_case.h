#pragma once

#include "core/checkpoint/tensor_map.h"
#include "core/nn/visual_bert/visual_bert_model.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// Some numbers of one output, as the reference has them.
struct ReferenceNumbers {
    std::string output;              ///< as visualBertOutputTensors calls it
    std::vector<std::int64_t> shape; ///< of the whole output
    std::vector<std::int64_t> at;    ///< places in it, row-major; one a value
    std::vector<double> values;
};

/// A network whose weights and region features are made by rule (visual_bert_rule_fill.h), inputs, and what Hugging
/// Face's class of that name gives for them in float32.
struct ReferenceCase {
    std::string name, head, salt;
    VisualBertConfig config;
    TensorMap inputs;                   ///< without visual_embeds
    std::vector<std::int64_t> features; ///< shape of visual_embeds
    std::vector<ReferenceNumbers> expected;
};

/// resources/selftest/reference-cases.json. @throws Error naming the file, and the case and key that is wrong.
std::vector<ReferenceCase> readReferenceCases(const std::filesystem::path& file);

/// The case's network on the processor, in evaluation mode, filled by rule.
std::shared_ptr<VisualBertPreTrainedModel> makeReferenceNetwork(const ReferenceCase& reference);

/// Where a network is farthest from the reference.
struct ReferenceDistance {
    double largest = 0; ///< absolute difference; infinite for an output that lacks or has another shape, and for NaN
    std::string output;
    std::size_t numbers = 0; ///< compared
};

/// Runs the network, which lies on the device and computes in its own type, and compares what it gives.
ReferenceDistance distanceFrom(const ReferenceCase& reference, VisualBertPreTrainedModel& network, c10::Device device);

} // namespace vbs
