#include "core/nn/visual_bert/visual_bert_config.h"

#include "core/base/error.h"
#include "core/nn/visual_bert/activation.h"

#include <cmath>
#include <limits>

namespace vbs {

namespace {

constexpr std::int64_t kMaxParameters = 2'000'000'000;
constexpr std::int64_t kMaxLabels = 1'000'000;

[[noreturn]] void throwWrongType(const char* key, const char* wanted)
{
    throw Error(ErrorCode::CorruptData, sentence("The key \"%1\" must be %2.", key, wanted));
}

const Json* find(const Json& json, const char* key)
{
    const auto it = json.find(key);
    return it == json.end() || it->is_null() ? nullptr : &*it;
}

void read(const Json& json, const char* key, std::int64_t& value)
{
    const Json* found = find(json, key);
    if (!found)
        return;
    // Unsigned numbers beyond int64 would wrap.
    if (!found->is_number_integer() ||
        (found->is_number_unsigned() &&
         found->get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max())))
        throwWrongType(key, "a whole number");
    value = found->get<std::int64_t>();
}

/// Here null is a value of its own: "there is no such token".
void read(const Json& json, const char* key, std::optional<std::int64_t>& value)
{
    const auto it = json.find(key);
    if (it == json.end())
        return;
    value.reset();
    if (it->is_null())
        return;
    std::int64_t number = 0;
    read(json, key, number);
    value = number;
}

void read(const Json& json, const char* key, double& value)
{
    if (const Json* found = find(json, key)) {
        if (!found->is_number())
            throwWrongType(key, "a number");
        value = found->get<double>();
    }
}

void read(const Json& json, const char* key, bool& value)
{
    if (const Json* found = find(json, key)) {
        if (!found->is_boolean())
            throwWrongType(key, "true or false");
        value = found->get<bool>();
    }
}

void read(const Json& json, const char* key, std::string& value)
{
    if (const Json* found = find(json, key)) {
        if (!found->is_string())
            throwWrongType(key, "a string");
        value = found->get<std::string>();
    }
}

void readArchitectures(const Json& json, std::vector<std::string>& value)
{
    const Json* found = find(json, "architectures");
    if (!found)
        return;
    if (!found->is_array())
        throwWrongType("architectures", "a list of class names");
    value.clear();
    for (const Json& name : *found) {
        if (!name.is_string())
            throwWrongType("architectures", "a list of class names");
        value.push_back(name.get<std::string>());
    }
}

/// id2label decides; num_labels counts only without it (as in the reference).
void readLabels(const Json& json, VisualBertConfig& config)
{
    const Json* labels = find(json, "id2label");
    if (!labels) {
        std::int64_t count = config.numLabels();
        read(json, "num_labels", count);
        if (count < 1 || count > kMaxLabels)
            throw Error(ErrorCode::InvalidArgument, sentence("The key \"num_labels\" must be between 1 and 1000000."));
        config.setNumLabels(count);
        return;
    }
    if (!labels->is_object())
        throwWrongType("id2label", "an object from index to name");
    std::vector<std::string> names(labels->size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto it = labels->find(std::to_string(i));
        if (it == labels->end() || !it->is_string())
            throwWrongType("id2label", "an object that names every index from 0");
        names[i] = it->get<std::string>();
    }
    config.id2label = std::move(names);
}

void requireRange(const char* key, std::int64_t value, std::int64_t low, std::int64_t high)
{
    if (value < low || value > high) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The key \"%1\" is %2; it must be between %3 and %4.", key, value, low, high));
    }
}

void requireProbability(const char* key, double value)
{
    if (!(value >= 0 && value < 1)) {
        throw Error(ErrorCode::InvalidArgument, sentence("The key \"%1\" must be at least 0 and below 1.", key));
    }
}

/// Weights of trunk and heads together; every factor is bounded by requireRange, so nothing overflows.
double parameterCount(const VisualBertConfig& c)
{
    const double hidden = static_cast<double>(c.hidden_size);
    const double tables = static_cast<double>(c.vocab_size) + 2. * static_cast<double>(c.max_position_embeddings) +
                          2. * static_cast<double>(c.type_vocab_size);
    const double layer = hidden * (4. * hidden + 2. * static_cast<double>(c.intermediate_size));
    const double outputs = static_cast<double>(c.numLabels() + c.visual_embedding_dim);
    return hidden * (tables + outputs + 2. * hidden) + layer * static_cast<double>(c.num_hidden_layers + 1);
}

} // namespace

void VisualBertConfig::setNumLabels(std::int64_t count)
{
    if (count == numLabels())
        return;
    id2label.clear();
    for (std::int64_t i = 0; i < count; ++i)
        id2label.push_back("LABEL_" + std::to_string(i));
}

void VisualBertConfig::validate() const
{
    requireRange("vocab_size", vocab_size, 1, 10'000'000);
    requireRange("hidden_size", hidden_size, 1, 65'536);
    requireRange("visual_embedding_dim", visual_embedding_dim, 1, 1'000'000);
    requireRange("num_hidden_layers", num_hidden_layers, 0, 1000);
    requireRange("num_attention_heads", num_attention_heads, 1, hidden_size);
    requireRange("intermediate_size", intermediate_size, 1, 1'000'000);
    requireRange("max_position_embeddings", max_position_embeddings, 1, 1'000'000);
    requireRange("type_vocab_size", type_vocab_size, 1, 1'000'000);
    requireRange("id2label", numLabels(), 1, kMaxLabels);
    if (hidden_size % num_attention_heads != 0) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The key \"hidden_size\" (%1) must be a multiple of \"num_attention_heads\" (%2).",
                             hidden_size, num_attention_heads));
    }
    if (pad_token_id)
        requireRange("pad_token_id", *pad_token_id, 0, vocab_size - 1);
    requireProbability("hidden_dropout_prob", hidden_dropout_prob);
    requireProbability("attention_probs_dropout_prob", attention_probs_dropout_prob);
    if (!(layer_norm_eps >= 0 && std::isfinite(layer_norm_eps)))
        throw Error(ErrorCode::InvalidArgument, sentence("The key \"layer_norm_eps\" must not be negative."));
    if (!(initializer_range >= 0 && std::isfinite(initializer_range)))
        throw Error(ErrorCode::InvalidArgument, sentence("The key \"initializer_range\" must not be negative."));
    activationByName(hidden_act);
    if (parameterCount(*this) > static_cast<double>(kMaxParameters)) {
        throw Error(ErrorCode::TooLarge,
                    sentence("The sizes in the config give a network of more than %1 weights, the most that is built.",
                             kMaxParameters));
    }
}

VisualBertConfig visualBertConfigFromJson(const Json& json)
{
    if (!json.is_object())
        throw Error(ErrorCode::CorruptData, sentence("A model's config must be a JSON object."));
    VisualBertConfig config;
    std::string modelType = "visual_bert";
    read(json, "model_type", modelType);
    if (modelType != "visual_bert") {
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("The key \"model_type\" is \"%1\"; only visual_bert is supported.", modelType));
    }
    readArchitectures(json, config.architectures);
    read(json, "vocab_size", config.vocab_size);
    read(json, "hidden_size", config.hidden_size);
    read(json, "visual_embedding_dim", config.visual_embedding_dim);
    read(json, "num_hidden_layers", config.num_hidden_layers);
    read(json, "num_attention_heads", config.num_attention_heads);
    read(json, "intermediate_size", config.intermediate_size);
    read(json, "hidden_act", config.hidden_act);
    read(json, "hidden_dropout_prob", config.hidden_dropout_prob);
    read(json, "attention_probs_dropout_prob", config.attention_probs_dropout_prob);
    read(json, "max_position_embeddings", config.max_position_embeddings);
    read(json, "type_vocab_size", config.type_vocab_size);
    read(json, "initializer_range", config.initializer_range);
    read(json, "layer_norm_eps", config.layer_norm_eps);
    read(json, "bypass_transformer", config.bypass_transformer);
    read(json, "special_visual_initialize", config.special_visual_initialize);
    read(json, "tie_word_embeddings", config.tie_word_embeddings);
    read(json, "pad_token_id", config.pad_token_id);
    read(json, "bos_token_id", config.bos_token_id);
    read(json, "eos_token_id", config.eos_token_id);
    readLabels(json, config);
    config.validate();
    return config;
}

OrderedJson visualBertConfigToJson(const VisualBertConfig& config)
{
    const auto number = [](const std::optional<std::int64_t>& value) {
        return value ? OrderedJson(*value) : OrderedJson(nullptr);
    };
    OrderedJson id2label = OrderedJson::object();
    OrderedJson label2id = OrderedJson::object();
    for (std::size_t i = 0; i < config.id2label.size(); ++i) {
        id2label[std::to_string(i)] = config.id2label[i];
        label2id[config.id2label[i]] = i;
    }
    OrderedJson json;
    json["architectures"] = config.architectures;
    json["attention_probs_dropout_prob"] = config.attention_probs_dropout_prob;
    json["bos_token_id"] = number(config.bos_token_id);
    json["bypass_transformer"] = config.bypass_transformer;
    json["eos_token_id"] = number(config.eos_token_id);
    json["hidden_act"] = config.hidden_act;
    json["hidden_dropout_prob"] = config.hidden_dropout_prob;
    json["hidden_size"] = config.hidden_size;
    json["id2label"] = std::move(id2label);
    json["initializer_range"] = config.initializer_range;
    json["intermediate_size"] = config.intermediate_size;
    json["label2id"] = std::move(label2id);
    json["layer_norm_eps"] = config.layer_norm_eps;
    json["max_position_embeddings"] = config.max_position_embeddings;
    json["model_type"] = "visual_bert";
    json["num_attention_heads"] = config.num_attention_heads;
    json["num_hidden_layers"] = config.num_hidden_layers;
    json["pad_token_id"] = number(config.pad_token_id);
    json["special_visual_initialize"] = config.special_visual_initialize;
    json["tie_word_embeddings"] = config.tie_word_embeddings;
    json["type_vocab_size"] = config.type_vocab_size;
    json["visual_embedding_dim"] = config.visual_embedding_dim;
    json["vocab_size"] = config.vocab_size;
    return json;
}

VisualBertConfig readVisualBertConfig(const std::filesystem::path& path)
{
    const Json json = readJsonFile(path, 64u << 20);
    try {
        return visualBertConfigFromJson(json);
    } catch (const Error& e) {
        throw e.withContext(path.string());
    }
}

void writeVisualBertConfig(const std::filesystem::path& path, const VisualBertConfig& config)
{
    writeJsonFile(path, visualBertConfigToJson(config));
}

} // namespace vbs
