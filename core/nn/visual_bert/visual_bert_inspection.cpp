#include "core/nn/visual_bert/visual_bert_inspection.h"

#include "core/base/error.h"
#include "core/checkpoint/key_map.h"
#include "core/checkpoint/network_kind.h"
#include "core/checkpoint/shared_trunk.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::array kStandardNames{"model.safetensors", "model.safetensors.index.json", "pytorch_model.bin",
                                    "pytorch_model.bin.index.json"};

const at::Tensor* find(const TensorMap& tensors, std::string_view name)
{
    auto it = tensors.find(name);
    if (it == tensors.end())
        it = tensors.find("visual_bert." + std::string(name)); // the trunk may stand with or without its prefix
    return it == tensors.end() ? nullptr : &it->second;
}

/// Size of a dimension of a weight. @throws Error when the weight is missing or has too few dimensions.
std::int64_t sizeOf(const TensorMap& tensors, std::string_view name, std::int64_t dimension)
{
    const at::Tensor* tensor = find(tensors, name);
    if (tensor == nullptr || tensor->dim() <= dimension) {
        throw Error(ErrorCode::CorruptData, sentence("The weight \"%1\", which tells the network's size, is missing or "
                                                     "has no such shape; put a config.json beside the weights.",
                                                     name));
    }
    return tensor->size(dimension);
}

std::int64_t countLayers(const TensorMap& tensors)
{
    constexpr std::string_view kLayer = "encoder.layer.";
    std::int64_t layers = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::size_t at = name.find(kLayer);
        std::int64_t number = -1;
        if (at == std::string::npos || (at != 0 && name.compare(0, at, "visual_bert.") != 0))
            continue;
        std::from_chars(name.data() + at + kLayer.size(), name.data() + name.size(), number);
        layers = std::max(layers, number + 1);
    }
    return layers;
}

std::filesystem::path configBeside(const std::filesystem::path& path)
{
    if (std::filesystem::is_directory(path))
        return path / "config.json";
    const std::string name = path.filename().string();
    const bool standard = std::find(kStandardNames.begin(), kStandardNames.end(), name) != kStandardNames.end();
    return standard ? path.parent_path() / "config.json" : std::filesystem::path();
}

/// Whether a config.json speaks of VisualBERT; a detector's folder has one too.
bool isVisualBertConfig(const std::filesystem::path& path)
{
    const Json json = readJsonFile(path, 64u << 20);
    const auto type = json.is_object() ? json.find("model_type") : json.end();
    return json.is_object() && type != json.end() && type->is_string() && type->get<std::string>() == "visual_bert";
}

void findClass(CheckpointInspection& found, const std::filesystem::path& configPath)
{
    std::error_code ignored;
    if (!configPath.empty() && std::filesystem::exists(configPath, ignored) && isVisualBertConfig(configPath)) {
        found.config = readVisualBertConfig(configPath);
        found.configRead = true;
        if (!found.config->architectures.empty())
            found.architecture = found.config->architectures.front();
    }
    if (found.architecture.empty())
        found.architecture = visualBertClass(found.tensors);
    if (found.architecture.empty() || found.config)
        return;
    found.config = configFromWeights(found.tensors, found.architecture, found.notes);
    found.notes.push_back("There is no config.json: class and sizes were read off the weights.");
}

} // namespace

VisualBertConfig configFromWeights(const TensorMap& tensors, const std::string& architecture,
                                   std::vector<std::string>& notes)
{
    VisualBertConfig config;
    config.architectures = {architecture};
    config.vocab_size = sizeOf(tensors, "embeddings.word_embeddings.weight", 0);
    config.hidden_size = sizeOf(tensors, "embeddings.word_embeddings.weight", 1);
    config.visual_embedding_dim = sizeOf(tensors, "embeddings.visual_projection.weight", 1);
    config.max_position_embeddings = sizeOf(tensors, "embeddings.position_embeddings.weight", 0);
    config.type_vocab_size = sizeOf(tensors, "embeddings.token_type_embeddings.weight", 0);
    config.num_hidden_layers = countLayers(tensors);
    if (config.num_hidden_layers > 0)
        config.intermediate_size = sizeOf(tensors, "encoder.layer.0.intermediate.dense.weight", 0);
    config.bypass_transformer = find(tensors, "additional_layer.output.dense.weight") != nullptr;
    if (config.pad_token_id && *config.pad_token_id >= config.vocab_size)
        config.pad_token_id = 0;
    if (architecture == "VisualBertForRegionToPhraseAlignment") {
        config.num_attention_heads =
            config.hidden_size / std::max<std::int64_t>(1, sizeOf(tensors, "attention.query.weight", 0));
    } else {
        constexpr std::int64_t kUsualHeadSize = 64;
        config.num_attention_heads = config.hidden_size % kUsualHeadSize == 0 ? config.hidden_size / kUsualHeadSize : 1;
        notes.push_back("The number of attention heads cannot be seen in the weights; " +
                        std::to_string(config.num_attention_heads) + " is assumed.");
    }
    if (const auto classifier = tensors.find("cls.bias");
        classifier != tensors.end() && architecture != "VisualBertForMultipleChoice")
        config.setNumLabels(classifier->second.numel());
    config.validate();
    return config;
}

std::shared_ptr<VisualBertPreTrainedModel> loadVisualBert(const CheckpointInspection& found)
{
    std::shared_ptr<VisualBertPreTrainedModel> network;
    {
        const DeferredWeights deferred;
        network = makeVisualBert(found.architecture, found.config.value_or(VisualBertConfig()));
    }
    loadModule(found.checkpoint, *network);
    network->eval();
    return network;
}

CheckpointInspection inspectCheckpoint(const std::filesystem::path& path, const std::filesystem::path& trunk)
{
    CheckpointInspection found;
    found.checkpoint = readCheckpoint(path);
    addSharedTrunk(found.checkpoint, trunk);
    if (!trunk.empty())
        found.notes.push_back("The pack keeps the trunk of this network in " + trunk.string() + ".");
    RenameReport renaming;
    found.tensors = renameToCurrent(found.checkpoint.tensors, renaming);
    findClass(found, configBeside(path));
    if (found.architecture.empty())
        found.family = networkKind(found.checkpoint.tensors);
    if (found.config && !found.architecture.empty()) {
        const DeferredWeights deferred;
        found.report = compareWithModule(found.tensors, *makeVisualBert(found.architecture, *found.config));
    }
    found.report.renaming = std::move(renaming);
    for (const ForeignTensor& tensor : found.checkpoint.foreign)
        found.notes.push_back("The tensor \"" + tensor.name + "\" is of the type " + tensor.type +
                              ", which is not supported.");
    return found;
}

} // namespace vbs
