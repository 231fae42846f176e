#include "core/nn/visual_bert/published_checkpoints.h"

#include "core/base/error.h"
#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <sstream>

#include <torch/types.h>

namespace vbs {

namespace {

/// Those with token_type_ids are of the integration tests of Hugging Face transformers 4.27.1; the others, with inputs
/// of the lengths that people use, were computed with transformers in github.com/chenkangyang/paddle_visual_bert,
/// commit cd377ff (README and compare/), and are told to four or five digits. "welcome" is "Welcome to use paddle
/// paddle and paddlenlp!", "capital" is "The capital of France is {mask}." with these braces, in the words of
/// bert-base-uncased.
constexpr const char* kPublished = R"({
 "tolerance": 1e-4,
 "inputs": {
  "welcome": {"texts": [[101, 6160, 2000, 2224, 20890, 20890, 1998, 20890, 20554, 2361, 999, 102]],
   "types": [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], "length": 128, "regions": 100, "value": 1},
  "capital": {"texts": [[101, 1996, 3007, 1997, 2605, 2003, 1063, 7308, 1065, 1012, 102]],
   "types": [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], "length": 128, "regions": 100, "value": 1},
  "pairs": {"texts": [[101, 6160, 2000, 2224, 20890, 20890, 1998, 20890, 20554, 2361, 999, 102,
                       6160, 2000, 2224, 20890, 20890, 1998, 20890, 20554, 2361, 999, 102],
                      [101, 2224, 2009, 1012, 102, 2066, 2009, 1012, 102]],
   "types": [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 1, 1, 1, 1]],
   "length": 128, "regions": 100, "value": 1}
 },
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
   "token_type_ids": [1, 1, 1, 1, 1, 1], "logits": [[-7.7697, -7.7697, -7.7697, -7.7697]]},
  {"name": "uclanlp/visualbert-vqa", "head": "VisualBertForQuestionAnswering", "visual_embedding_dim": 2048,
   "num_labels": 3129, "input": "welcome", "tolerance": 1e-3, "logits[0,:3]": [-20.2294, -7.3782, -12.2282],
   "logits[0,-3:]": [-10.3184, -10.5176, -11.3965]},
  {"name": "uclanlp/visualbert-nlvr2", "head": "VisualBertForVisualReasoning", "visual_embedding_dim": 1024,
   "num_labels": 2, "input": "welcome", "tolerance": 1e-3, "logits": [[0.10217, 0.41632]]},
  {"name": "uclanlp/visualbert-vcr", "head": "VisualBertForMultipleChoice", "visual_embedding_dim": 512,
   "input": "pairs", "tolerance": 1e-3, "logits": [[12.1575, -2.9924]]},
  {"name": "uclanlp/visualbert-vqa-coco-pre", "head": "VisualBertForPreTraining", "visual_embedding_dim": 2048,
   "input": "capital", "tolerance": 1e-3, "seq_relationship_logits": [[-1.35585, 1.93891]]},
  {"name": "uclanlp/visualbert-vqa-pre", "head": "VisualBertForPreTraining", "visual_embedding_dim": 2048,
   "input": "capital", "tolerance": 1e-3, "seq_relationship_logits": [[-1.39507, 2.90676]]},
  {"name": "uclanlp/visualbert-nlvr2-coco-pre", "head": "VisualBertForPreTraining", "visual_embedding_dim": 1024,
   "input": "capital", "tolerance": 1e-3, "seq_relationship_logits": [[-1.06141, 1.87864]]},
  {"name": "uclanlp/visualbert-nlvr2-pre", "head": "VisualBertForPreTraining", "visual_embedding_dim": 1024,
   "input": "capital", "tolerance": 1e-3, "seq_relationship_logits": [[0.34561, 0.39115]]},
  {"name": "uclanlp/visualbert-vcr-coco-pre", "head": "VisualBertForPreTraining", "visual_embedding_dim": 512,
   "input": "capital", "tolerance": 1e-3, "seq_relationship_logits": [[1.23929, -0.43134]]},
  {"name": "uclanlp/visualbert-vcr-pre", "head": "VisualBertForPreTraining", "visual_embedding_dim": 512,
   "input": "capital", "tolerance": 1e-3, "seq_relationship_logits": [[1.94746, -1.11779]]}
 ]
})";

constexpr std::int64_t kRegions = 10, kChoices = 4;

[[noreturn]] void throwBroken(const Json& entry, const std::string& key)
{
    throw Error(ErrorCode::CorruptData, sentence("The expected values of %1 cannot be understood at the key \"%2\".",
                                                 entry.value("name", std::string("a checkpoint")), key));
}

/// Texts of the table, padded with [PAD], before regions of one value: types and mask 1. Several texts are choices.
VisualBertInputs tableInputs(const VisualBertPreTrainedModel& network, const Json& input, bool choices)
{
    const auto texts = input.at("texts").get<std::vector<std::vector<std::int64_t>>>();
    const auto types = input.at("types").get<std::vector<std::vector<std::int64_t>>>();
    const auto rows = static_cast<std::int64_t>(texts.size());
    const std::int64_t length = input.at("length"), regions = input.at("regions");
    VisualBertInputs inputs;
    inputs.input_ids = torch::zeros({rows, length}, at::kLong);
    inputs.token_type_ids = torch::zeros({rows, length}, at::kLong);
    inputs.attention_mask = torch::zeros({rows, length}, at::kLong);
    for (std::size_t row = 0; row < texts.size(); ++row) {
        const auto count = static_cast<std::int64_t>(texts[row].size());
        const auto at = static_cast<std::int64_t>(row);
        inputs.input_ids[at].narrow(0, 0, count).copy_(torch::tensor(texts[row]));
        inputs.token_type_ids[at].narrow(0, 0, count).copy_(torch::tensor(types.at(row)));
        inputs.attention_mask[at].narrow(0, 0, count).fill_(1);
    }
    inputs.visual_embeds =
        torch::full({rows, regions, network.config().visual_embedding_dim}, input.at("value").get<float>());
    inputs.visual_attention_mask = torch::ones({rows, regions}, at::kLong);
    inputs.visual_token_type_ids = torch::ones({rows, regions}, at::kLong);
    for (const VisualBertInputField& field : visualBertInputFields())
        if (choices && (inputs.*field.member).defined())
            inputs.*field.member = (inputs.*field.member).unsqueeze(0);
    return inputs;
}

VisualBertInputs publishedInputs(const VisualBertPreTrainedModel& network, const Json& entry, const Json& all)
{
    if (entry.contains("input"))
        return tableInputs(network, all.at(entry.at("input").get<std::string>()),
                           entry.at("head") == "VisualBertForMultipleChoice");
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

/// "0,:3" or "0,-3:": an index, the first or the last so many, for each leading dimension.
at::Tensor slice(at::Tensor tensor, const std::string& slices, const Json& entry, const std::string& key)
{
    std::istringstream stream(slices);
    std::int64_t dimension = 0;
    for (std::string part; std::getline(stream, part, ',');) {
        const bool last = part.starts_with('-') && part.ends_with(':'), some = last || part.starts_with(':');
        const char *begin = part.data() + (some ? 1 : 0), *stop = part.data() + part.size() - (last ? 1 : 0);
        std::int64_t number = -1;
        const auto [end, error] = std::from_chars(begin, stop, number);
        if (error != std::errc() || end != stop || number < (some ? 1 : 0) || dimension >= tensor.dim() ||
            number > tensor.size(dimension) - (some ? 0 : 1))
            throwBroken(entry, key);
        tensor = some ? tensor.narrow(dimension, last ? tensor.size(dimension) - number : 0, number)
                      : tensor.select(dimension, number);
        dimension += some ? 1 : 0;
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
    return *publishedCandidates(table, architecture, config).front().front();
}

std::vector<std::vector<const Json*>> publishedCandidates(const Json& table, const std::string& architecture,
                                                          const VisualBertConfig& config)
{
    std::vector<std::vector<const Json*>> candidates;
    std::vector<std::string> names;
    for (const Json& entry : table.at("checkpoints")) {
        const auto name = entry.at("name").get<std::string>();
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
        if (entry.at("head") != architecture || entry.at("visual_embedding_dim") != config.visual_embedding_dim ||
            (entry.contains("num_labels") && entry.at("num_labels") != config.numLabels()))
            continue;
        const auto same =
            std::ranges::find_if(candidates, [&](const auto& entries) { return entries.front()->at("name") == name; });
        if (same != candidates.end())
            same->push_back(&entry);
        else
            candidates.push_back({&entry});
    }
    if (!candidates.empty())
        return candidates;
    std::string known;
    for (const std::string& name : names)
        known += (known.empty() ? "" : ", ") + name;
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("No published values are known for a %1 with regions of %2 numbers; they are for %3.",
                         architecture, config.visual_embedding_dim, known));
}

std::vector<PublishedComparison> comparePublished(VisualBertPreTrainedModel& network, const Json& entry,
                                                  double tolerance, const Json& inputs)
{
    const torch::NoGradGuard noGrad;
    tolerance = entry.value("tolerance", tolerance);
    const TensorMap outputs = visualBertOutputTensors(network.forward(publishedInputs(network, entry, inputs)));
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
        comparisons.push_back(
            {key, actual.numel(), difference, difference <= (shape ? 0 : tolerance), shape ? 0 : tolerance});
    }
    if (comparisons.empty())
        throwBroken(entry, "head");
    return comparisons;
}

} // namespace vbs
