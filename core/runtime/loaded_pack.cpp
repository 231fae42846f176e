#include "core/runtime/loaded_pack.h"

#include "core/checkpoint/module_loader.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/regions/extractor_choice.h"
#include "core/regions/extractor_kinds.h"
#include "core/runtime/pack_fit.h"
#include "core/runtime/task_head.h"

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::string_view kTrunkPrefix = "visual_bert.";

/// The task that a model in pack.json is for, or the first of them. The manifest's reader knows no other keys.
const TaskInfo& infoOfKey(const std::string& packKey)
{
    const TaskInfo* info = taskWith(&TaskInfo::packKey, packKey);
    if (!info)
        throw Error(ErrorCode::UnsupportedFormat, "\"" + packKey + "\" is not the model of a known task.");
    return *info;
}

VisualBertModel trunkOf(const VisualBertPreTrainedModel& network)
{
    return std::dynamic_pointer_cast<VisualBertModelImpl>(network.named_children()["visual_bert"]);
}

/// The parts of two configurations that decide the shape of a trunk.
bool sameTrunk(const VisualBertConfig& a, const VisualBertConfig& b)
{
    const auto shape = [](const VisualBertConfig& c) {
        return std::make_tuple(c.vocab_size, c.hidden_size, c.num_hidden_layers, c.num_attention_heads,
                               c.intermediate_size, c.visual_embedding_dim, c.max_position_embeddings,
                               c.type_vocab_size, c.hidden_act, c.layer_norm_eps, c.bypass_transformer);
    };
    return shape(a) == shape(b);
}

} // namespace

LoadedPack::LoadedPack(const std::filesystem::path& folder, c10::Device device, at::ScalarType precision,
                       const JobControl& control)
    : m_device(device), m_precision(precision)
{
    control.report("Loading the model");
    const ModelPack pack = readPack(folder);
    m_info = infoOf(pack);
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file())
            m_bytes += file.file_size();
    const PackTokenizer& tokenizer = pack.manifest.tokenizer;
    m_tokenizer = std::make_unique<BertTokenizer>(pack.resolve(tokenizer.vocab, "vocabulary"), tokenizer.doLowerCase);
    const ExtractorChoice extractor = packExtractor(pack);
    m_extractor = createRegionExtractor(extractor, device.str());
    const std::string kind = extractor.config.value("kind", extractor.name);
    const ExtractorKind* row = extractorKindNamed(kind);
    m_info.extractor = {kind, m_extractor->featureSize(), row ? row->title : kind};
    // Networks with trunks of their own come first: the others look for theirs among these.
    for (const bool shares : {false, true}) {
        for (const auto& [key, task] : pack.manifest.tasks) {
            control.throwIfStopped();
            if (task.trunk.empty() != shares)
                loadTask(pack, key, extractor.name);
        }
    }
    if (!m_info.tasks.empty())
        network(m_info.tasks.front()); // so that the first question need not wait
}

void LoadedPack::loadTask(const ModelPack& pack, const std::string& key, const std::string& extractorName)
{
    const PackTask& task = pack.task(key);
    VisualBertConfig config = readVisualBertConfig(pack.resolve(task.model, key + " model") / "config.json");
    requireFeatureFit(m_info.name, key, config, extractorName, m_extractor->featureSize());
    requireVocabularyFit(m_info.name, key, config, std::int64_t(m_tokenizer->vocabularySize()));
    AnswerVocabulary& answers = m_answers[key];
    if (infoOfKey(key).answerList)
        answers = AnswerVocabulary::fromFile(pack.resolve(task.answers, "answer list"));
    requireTaskFit(m_info.name, key, config, answers.size());
    if (const auto at = task.settings.find("read_at"); at != task.settings.end() && at->is_string())
        m_phraseReadAt = phraseReadAtNamed(at->get<std::string>());
    m_networks[key] = loadNetwork(pack, key, config);
    m_networks[key]->eval();
}

LoadedPack::Network LoadedPack::loadNetwork(const ModelPack& pack, const std::string& key,
                                            const VisualBertConfig& config)
{
    const PackTask& task = pack.task(key);
    const std::filesystem::path folder = pack.resolve(task.model, key + " model");
    const std::string architecture(infoOfKey(key).architecture);
    if (task.trunk.empty()) {
        Network network;
        {
            const DeferredWeights deferred; // starting values would be thrown away at once
            network = makeVisualBert(architecture, config);
        }
        loadModule(folder, *network);
        m_trunks.emplace(folder.lexically_normal().string(), trunkOf(*network));
        return network;
    }
    VisualBertModel trunk = sharedTrunk(pack, key, config);
    Network network;
    {
        const DeferredWeights deferred;
        network = makeVisualBert(architecture, config, trunk);
    }
    Checkpoint checkpoint = readCheckpoint(folder);
    for (const auto& [name, value] : saveModule(*trunk))
        checkpoint.tensors.insert_or_assign(std::string(kTrunkPrefix) + name, value);
    loadModule(checkpoint, *network);
    return network;
}

VisualBertModel LoadedPack::sharedTrunk(const ModelPack& pack, const std::string& key, const VisualBertConfig& config)
{
    const std::filesystem::path folder = pack.resolve(pack.task(key).trunk, key + " trunk");
    auto found = m_trunks.find(folder.lexically_normal().string());
    if (found == m_trunks.end()) {
        VisualBertModel trunk{nullptr};
        {
            const DeferredWeights deferred;
            trunk = VisualBertModel(readVisualBertConfig(folder / "config.json"));
        }
        trunk->eval();
        loadModule(folder, *trunk);
        found = m_trunks.emplace(folder.lexically_normal().string(), trunk).first;
    }
    if (!sameTrunk(found->second->config(), config)) {
        throw Error(ErrorCode::Mismatch, packPrefix(m_info.name) + "its " + key + " model and the trunk in " +
                                             folder.string() +
                                             " have different sizes: give the task the trunk that "
                                             "it was trained with.");
    }
    return found->second;
}

std::shared_ptr<const std::vector<std::string>> LoadedPack::answerNames(Task task)
{
    auto& names = m_answerNames[task];
    if (!names) {
        const AnswerVocabulary& answers = m_answers.at(std::string(taskInfo(task).packKey));
        names = std::make_shared<const std::vector<std::string>>(headOf(task).names(*m_tokenizer, answers));
    }
    return names;
}

VisualBertPreTrainedModel& LoadedPack::network(Task task)
{
    const std::string key(taskInfo(task).packKey);
    const auto found = m_networks.find(key);
    if (found == m_networks.end()) {
        throw Error(ErrorCode::UnsupportedFormat,
                    packPrefix(m_info.name) + "it has no model for this task (" + key + "): use a pack that has one.");
    }
    VisualBertPreTrainedModel& network = *found->second;
    if (m_ready.insert(&network).second) {
        if (m_readyTrunks.insert(trunkOf(network).get()).second)
            prepareForInference(network, m_device, m_precision);
        else if (!m_device.is_cpu())
            network.to(m_device, m_precision);
    }
    return network;
}

} // namespace vbs
