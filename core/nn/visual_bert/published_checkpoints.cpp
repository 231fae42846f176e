#include "core/nn/visual_bert/published_checkpoints.h"

#include "core/base/error.h"
#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"

#include <charconv>
#include <limits>
#include <sstream>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr const char* kPublished = R"({
 "tolerance": 1e-4,
 "checkpoints": [
  {"name": "uclanlp/visualbert-vqa-coco-pre", "head": "VisualBertForPreTraining", "visual_embedding_dim": 2048,
   "token_type_ids": [0, 0, 0, 1, 1, 1], "prediction_logits_shape": [1, 16, 30522],
   "prediction_logits[0,:3,:3]": [[-5.1858, -5.1903, -4.9142], [-6.2214, -5.9238, -5.8381],
                                  [-6.3027, -5.9939, -5.9297]],
   "seq_relationship_logits": [[0.7393, 0.1754]]},
  {"name": "uclanlp/visualbert-vqa", "head": "VisualBertForQuestionAnswering", "visual_embedding_dim": 2048,
   "num_labels": 3129, "token_type_ids": [0, 0, 0, 1, 1, 1], "logits_shape": [1, 3129],
   "logits[0,:10]": [-8.9898, 3.0803, -1.8016, 2.4542, -8.3420, -2.0224, -3.3124, -4.4139, -3.1491, -3.8997]},
  {"name": "uclanlp/visualbert-nlvr2", "head": "VisualBertForVisualReasoning", "visual_embedding_dim": 1024,
   "num_labels": 2, "token_type_ids": [0, 0, 0, 1, 1, 1], "logits": [[-1.1436, 0.8900]]},
  {"name": "uclanlp/visualbert-vcr", "head": "VisualBertForMultipleChoice", "visual_embedding_dim": 512,
   "token_type_ids": [1, 1, 1, 1, 1, 1], "logits": [[-7.7697, -7.7697, -7.7697, -7.7697]]}
 ]
})";

constexpr std::int64_t kRegions = 10, kChoices = 4;

[[noreturn]] void throwBroken(const Json& entry, const std::string& key)
{
    throw Error(ErrorCode::CorruptData, "The expected values of " + entry.value("name", std::string("a checkpoint")) +
                                            " cannot be understood at the key \"" + key + "\".");
}

VisualBertInputs publishedInputs(const VisualBertPreTrainedModel& network, const Json& entry)
{
    const auto types = entry.at("token_type_ids").get<std::vector<std::int64_t>>();
    const auto tokens = static_cast<std::int64_t>(types.size());
    VisualBertInputs inputs;
    inputs.input_ids = torch::arange(1, tokens + 1).unsqueeze(0);
    inputs.token_type_ids = torch::tensor(types).unsqueeze(0);
    inputs.attention_mask = torch::ones({1, tokens}, at::kLong);
    inputs.visual_embeds = torch::full({1, kRegions, network.config().visual_embedding_dim}, 0.5f);
    inputs.visual_attention_mask = torch::ones({1, kRegions}, at::kLong);
    inputs.visual_token_type_ids = torch::ones({1, kRegions}, at::kLong);
    if (entry.at("head") == "VisualBertForMultipleChoice") {
        for (const VisualBertInputField& field : visualBertInputFields()) {
            at::Tensor& tensor = inputs.*field.member;
            if (tensor.defined()) // the same choice four times
                tensor = tensor.unsqueeze(1).repeat_interleave(kChoices, 1);
        }
    }
    return inputs;
}

/// "0,:3,:3": an index, or the first so many, for each leading dimension.
at::Tensor slice(at::Tensor tensor, const std::string& slices, const Json& entry, const std::string& key)
{
    std::istringstream stream(slices);
    std::int64_t dimension = 0;
    for (std::string part; std::getline(stream, part, ',');) {
        const bool first = part.starts_with(':');
        const char* begin = part.data() + (first ? 1 : 0);
        std::int64_t number = -1;
        const auto [end, error] = std::from_chars(begin, part.data() + part.size(), number);
        if (error != std::errc() || end != part.data() + part.size() || number < (first ? 1 : 0) ||
            dimension >= tensor.dim() || number > tensor.size(dimension) - (first ? 0 : 1))
            throwBroken(entry, key);
        tensor = first ? tensor.narrow(dimension++, 0, number) : tensor.select(dimension, number);
    }
    return tensor;
}

void collectNumbers(const Json& json, std::vector<double>& numbers)
{
    if (json.is_number()) {
        numbers.push_back(json.get<double>());
        return;
    }
    for (const Json& part : json)
        collectNumbers(part, numbers);
}

double largestDifference(const at::Tensor& actual, const std::vector<double>& expected)
{
    if (actual.numel() != static_cast<std::int64_t>(expected.size()))
        return std::numeric_limits<double>::infinity();
    const at::Tensor difference = (actual.to(at::kDouble).flatten() - torch::tensor(expected, at::kDouble)).abs();
    return difference.isfinite().all().item<bool>() ? difference.max().item<double>()
                                                    : std::numeric_limits<double>::infinity();
}

} // namespace

const Json& publishedCheckpoints()
{
    static const Json table = Json::parse(kPublished);
    return table;
}

const Json& recognisePublished(const Json& table, const std::string& architecture, const VisualBertConfig& config)
{
    std::string known;
    for (const Json& entry : table.at("checkpoints")) {
        if (entry.at("head") == architecture && entry.at("visual_embedding_dim") == config.visual_embedding_dim &&
            (!entry.contains("num_labels") || entry.at("num_labels") == config.numLabels()))
            return entry;
        known += (known.empty() ? "" : ", ") + entry.at("name").get<std::string>();
    }
    throw Error(ErrorCode::UnsupportedFormat, "No published values are known for a " + architecture +
                                                  " with regions of " + std::to_string(config.visual_embedding_dim) +
                                                  " numbers; they are for " + known + ".");
}

std::vector<PublishedComparison> comparePublished(VisualBertPreTrainedModel& network, const Json& entry,
                                                  double tolerance)
{
    const torch::NoGradGuard noGrad;
    const TensorMap outputs = visualBertOutputTensors(network.forward(publishedInputs(network, entry)));
    std::vector<PublishedComparison> comparisons;
    for (const auto& [key, expected] : entry.items()) {
        const std::size_t bracket = key.find('[');
        const bool shape = key.ends_with("_shape");
        const auto output = outputs.find(key.substr(0, shape ? key.size() - 6 : bracket));
        if (output == outputs.end())
            continue; // a note, not an output
        std::vector<double> numbers;
        collectNumbers(expected, numbers);
        at::Tensor actual = output->second;
        if (shape)
            actual = torch::tensor(actual.sizes().vec());
        else if (bracket != std::string::npos && key.ends_with(']'))
            actual = slice(actual, key.substr(bracket + 1, key.size() - bracket - 2), entry, key);
        const double difference = largestDifference(actual, numbers);
        comparisons.push_back({key, actual.numel(), difference, difference <= (shape ? 0 : tolerance)});
    }
    if (comparisons.empty())
        throwBroken(entry, "head");
    return comparisons;
}

} // namespace vbs
