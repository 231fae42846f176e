#pragma once

#include "core/base/json.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"
#include "core/selftest/reference_case.h"

#include <cstdint>
#include <string>
#include <vector>

#include <torch/types.h>

namespace vbs::test {

inline std::filesystem::path writtenReferences(const std::filesystem::path& folder, const Json& document)
{
    writeJsonFile(folder / "cases.json", OrderedJson(document));
    return folder / "cases.json";
}

/// Region features by the rule of the reference cases, worked out from its definition: 64-bit FNV-1a, then splitmix64.
inline at::Tensor featuresOfSaltA(const std::vector<std::int64_t>& shape)
{
    std::uint64_t seed = 0xCBF29CE484222325u;
    for (const char letter : std::string("ainputs.visual_embeds"))
        seed = (seed ^ std::uint64_t(letter)) * 0x100000001B3u;
    at::Tensor features = torch::empty(shape);
    for (std::int64_t i = 0; i < features.numel(); ++i) {
        std::uint64_t z = seed + std::uint64_t(i + 1) * 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        z ^= z >> 31;
        features.data_ptr<float>()[i] = float(std::max(0., 4 * (double(z >> 40) / double(1 << 24) - 0.5)));
    }
    return features;
}

/// A network of two layers whose answers are what its plain layers give on this machine.
inline Json smallReferenceCase(const std::filesystem::path& folder)
{
    Json json = {
        {"name", "small"},
        {"head", "VisualBertForVisualReasoning"},
        {"salt", "a"},
        {"config",
         {{"hidden_size", 32},
          {"intermediate_size", 64},
          {"num_attention_heads", 4},
          {"num_hidden_layers", 2},
          {"visual_embedding_dim", 16},
          {"vocab_size", 200}}},
        {"labels", 2},
        {"features", {1, 3, 16}},
        {"inputs", {{"input_ids", {{"shape", {1, 4}}, {"values", {101, 7, 8, 102}}}}}},
        {"expected", Json::array({{{"output", "logits"}, {"shape", {1, 2}}, {"at", {0, 1}}, {"values", {0, 0}}}})}};
    const ReferenceCase reference =
        readReferenceCases(writtenReferences(folder, {{"cases", Json::array({json})}})).front();
    const auto network = makeReferenceNetwork(reference);
    const torch::NoGradGuard noGrad;
    TensorMap tensors = reference.inputs;
    tensors["visual_embeds"] = featuresOfSaltA(reference.features);
    const at::Tensor logits = network->forward(visualBertInputsFrom(tensors, *network)).logits.to(torch::kDouble);
    json["expected"][0]["values"] = {logits[0][0].item<double>(), logits[0][1].item<double>()};
    return json;
}

} // namespace vbs::test
