#include "core/selftest/reference_case.h"

#include "core/base/error.h"
#include "core/base/json_shape.h"
#include "core/bench/visual_bert_rule_fill.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"

#include <cmath>
#include <limits>

#include <torch/types.h>

namespace vbs {

namespace {

using Sizes = std::vector<std::int64_t>;

constexpr std::int64_t kMostNumbers = 1'000'000'000; ///< of a tensor; an output of published size has four million
constexpr std::int64_t kMostLabels = 1'000'000;
/// What a mask adds to scores is the smallest number of the type: such scores are only as low as that.
constexpr double kMasked = -1e30;

template <typename T> T valueOf(const Json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end() || !JsonShape<T>::fits(*found))
        throw Error(ErrorCode::CorruptData,
                    std::string("\"") + key + "\" is missing, or is not " + JsonShape<T>::name() + ".");
    return found->get<T>();
}

std::int64_t countOf(const Sizes& shape)
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape) {
        if (size < 1 || size > kMostNumbers / count)
            throw Error(ErrorCode::CorruptData, "a \"shape\" or the \"features\" make no sense.");
        count *= size;
    }
    return count;
}

ReferenceNumbers numbersFrom(const Json& json)
{
    ReferenceNumbers numbers{valueOf<std::string>(json, "output"), valueOf<Sizes>(json, "shape"),
                             valueOf<Sizes>(json, "at"), valueOf<std::vector<double>>(json, "values")};
    const std::int64_t count = countOf(numbers.shape);
    bool inside = !numbers.at.empty() && numbers.at.size() == numbers.values.size();
    for (const std::int64_t place : numbers.at)
        inside = inside && place >= 0 && place < count;
    if (!inside)
        throw Error(ErrorCode::CorruptData, "\"at\" and \"values\" of " + numbers.output + " do not fit together.");
    return numbers;
}

at::Tensor inputFrom(const Json& json)
{
    const auto shape = valueOf<Sizes>(json, "shape"), values = valueOf<Sizes>(json, "values");
    if (countOf(shape) != std::int64_t(values.size()))
        throw Error(ErrorCode::CorruptData, "an input has not as many \"values\" as its \"shape\" says.");
    return torch::tensor(values, torch::kLong).view(shape);
}

ReferenceCase caseFrom(const Json& json)
{
    ReferenceCase reference;
    reference.head = valueOf<std::string>(json, "head");
    reference.salt = valueOf<std::string>(json, "salt");
    reference.config = visualBertConfigFromJson(valueOf<Json>(json, "config"));
    const auto labels = valueOf<std::int64_t>(json, "labels");
    if (labels < 1 || labels > kMostLabels)
        throw Error(ErrorCode::CorruptData, "\"labels\" makes no sense: " + std::to_string(labels) + ".");
    reference.config.setNumLabels(labels);
    reference.config.validate();
    reference.features = valueOf<Sizes>(json, "features");
    countOf(reference.features);
    if (reference.features.size() < 3 || reference.features.back() != reference.config.visual_embedding_dim)
        throw Error(ErrorCode::CorruptData, "the \"features\" do not fit the network.");
    const auto inputs = valueOf<Json>(json, "inputs");
    if (!inputs.is_object())
        throw Error(ErrorCode::CorruptData, "\"inputs\" is not an object.");
    for (const auto& [key, input] : inputs.items())
        reference.inputs.emplace(key, inputFrom(input));
    for (const Json& expected : valueOf<std::vector<Json>>(json, "expected"))
        reference.expected.push_back(numbersFrom(expected));
    if (reference.expected.empty())
        throw Error(ErrorCode::CorruptData, "nothing is \"expected\".");
    return reference;
}

at::Tensor featuresOf(const ReferenceCase& reference)
{
    const Sizes& shape = reference.features;
    const std::int64_t width = shape.back(), regions = shape[shape.size() - 2];
    return regionFeaturesByRule(reference.salt, countOf(shape) / (regions * width), regions, width).view(shape);
}

double differenceOf(const ReferenceNumbers& expected, const at::Tensor& output)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (!output.sizes().equals(expected.shape))
        return kInfinity;
    const at::Tensor flat = output.detach().reshape({-1});
    const at::Tensor places = torch::tensor(expected.at, torch::kLong).to(flat.device());
    const at::Tensor picked = flat.index_select(0, places).to(torch::kDouble).cpu().contiguous();
    const auto* actual = picked.data_ptr<double>();
    double largest = 0;
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
        if (std::isnan(actual[i]) || (actual[i] < kMasked) != (expected.values[i] < kMasked))
            return kInfinity;
        if (actual[i] >= kMasked)
            largest = std::max(largest, std::abs(actual[i] - expected.values[i]));
    }
    return largest;
}

} // namespace

std::vector<ReferenceCase> readReferenceCases(const std::filesystem::path& file)
{
    const Json document = readJsonFile(file);
    std::vector<ReferenceCase> cases;
    std::string name; // of the case in hand
    try {
        for (const Json& json : valueOf<std::vector<Json>>(document, "cases")) {
            name = valueOf<std::string>(json, "name");
            cases.push_back(caseFrom(json));
            cases.back().name = name;
        }
        if (cases.empty())
            throw Error(ErrorCode::CorruptData, "there are no \"cases\".");
    } catch (const Error& e) {
        throw(name.empty() ? e : e.withContext("case " + name)).withContext(file.string());
    }
    return cases;
}

std::shared_ptr<VisualBertPreTrainedModel> makeReferenceNetwork(const ReferenceCase& reference)
{
    std::shared_ptr<VisualBertPreTrainedModel> network;
    {
        const DeferredWeights deferred; // drawing starting values takes longer than all the rest
        network = makeVisualBert(reference.head, reference.config);
    }
    network->eval();
    fillByRule(*network, reference.salt);
    return network;
}

ReferenceDistance distanceFrom(const ReferenceCase& reference, VisualBertPreTrainedModel& network, c10::Device device)
{
    const torch::NoGradGuard noGrad;
    TensorMap tensors = reference.inputs;
    tensors["visual_embeds"] = featuresOf(reference).to(network.inputType());
    for (auto& [name, tensor] : tensors)
        tensor = tensor.to(device);
    VisualBertInputs inputs = visualBertInputsFrom(tensors, network);
    inputs.output_hidden_states = true;
    const TensorMap outputs = visualBertOutputTensors(network.forward(inputs));
    ReferenceDistance distance;
    for (const ReferenceNumbers& expected : reference.expected) {
        const auto found = outputs.find(expected.output);
        const double difference =
            found != outputs.end() ? differenceOf(expected, found->second) : std::numeric_limits<double>::infinity();
        if (difference > distance.largest || distance.output.empty()) {
            distance.largest = difference;
            distance.output = expected.output;
        }
        distance.numbers += expected.values.size();
    }
    return distance;
}

} // namespace vbs
