#include "core/runtime/loaded_pack.h"

#include "core/checkpoint/module_loader.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/regions/extractor_choice.h"
#include "core/regions/extractor_kinds.h"
#include "core/regions/extractor_setup.h"
#include "core/runtime/pack_fit.h"
#include "core/runtime/task_head.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::string_view kTrunkPrefix = "visual_bert.";

/// The task that a model in pack.json is for, or the first of them. The manifest's reader knows no other keys.
const TaskInfo& infoOfKey(const std::string& packKey)
{
    const TaskInfo* info = taskWith(&TaskInfo::packKey, packKey);
    if (!info)
        throw Error(ErrorCode::UnsupportedFormat, sentence("\"%1\" is not the model of a known task.", packKey));
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

/// The outputs whose answers are not hidden. @throws Error (Mismatch) when none is left.
at::Tensor listedOf(const AnswerVocabulary& answers, const std::vector<std::string>& hidden)
{
    std::vector<std::int64_t> listed;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (std::ranges::find(hidden, answers.answer(i)) == hidden.end())
            listed.push_back(std::int64_t(i));
    if (listed.empty())
        throw Error(ErrorCode::Mismatch, sentence("Every answer of the pack is hidden by its hidden_answers."));
    return torch::tensor(listed);
}

} // namespace

LoadedPack::LoadedPack(const std::filesystem::path& folder, c10::Device device, at::ScalarType precision,
                       const JobControl& control, bool strangeness)
    : m_device(device), m_precision(precision)
{
    control.report(forPeople("Loading the model"));
    const ModelPack pack = readPack(folder);
    m_info = infoOf(pack);
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file())
            m_bytes += file.file_size();
    const PackTokenizer& tokenizer = pack.manifest.tokenizer;
    m_tokenizer = std::make_unique<BertTokenizer>(pack.resolve(tokenizer.vocab, "vocabulary"), tokenizer.doLowerCase);
    for (const auto& [key, task] : pack.manifest.tasks)
        m_extractors[key] = extractorOfTask(pack, key);
    for (PackTaskInfo& model : m_info.models)
        model.extractor = m_extractors.at(std::string(taskInfo(model.task).packKey)).info;
    const auto packs = m_byConfig.find(pack.manifest.extractor.dump());
    m_info.extractor = packs == m_byConfig.end() ? m_info.models.front().extractor : packs->second.info;
    offerFind();
    // Networks with trunks of their own come first: the others look for theirs among these.
    for (const bool shares : {false, true}) {
        for (const auto& [key, task] : pack.manifest.tasks) {
            control.throwIfStopped();
            if (task.trunk.empty() != shares)
                loadTask(pack, key);
        }
    }
    if (strangeness)
        loadStrangeness(pack);
    const auto first = std::ranges::find_if(m_info.tasks, [&](Task task) { return hasNetwork(task); });
    if (first != m_info.tasks.end())
        network(*first); // so that the first question need not wait
}

LoadedPack::Extractor LoadedPack::extractorOfTask(const ModelPack& pack, const std::string& key)
{
    Extractor& known = m_byConfig[extractorOf(pack, key).dump()];
    if (!known.extractor) {
        ExtractorChoice choice = packExtractor(pack, key);
        const std::string kind = choice.config.value("kind", choice.name);
        const ExtractorKind* row = extractorKindNamed(kind);
        const bool computes = row && !row->published.empty(); // others read what was computed elsewhere
        if (computes && m_precision == at::kBFloat16)
            choice.config["precision"] = "bfloat16";
        known.extractor = createRegionExtractor(choice, m_device.str());
        known.name = choice.name;
        known.info = {kind, known.extractor->featureSize(), row ? row->title : kind, {}};
        if (computes)
            known.info.precision = extractorType(choice.config, m_device) == at::kBFloat16 ? "bfloat16" : "float32";
    }
    return known;
}

const LoadedPack::Extractor& LoadedPack::extractorFor(Task task) const
{
    const auto found = m_extractors.find(std::string(taskInfo(task).packKey));
    return found != m_extractors.end() ? found->second : m_extractors.begin()->second; // a task without a model
}

EncodingRules LoadedPack::encodingRules(Task task)
{
    const std::string key(taskInfo(task).packKey);
    const TaskForm& form = m_forms[key];
    std::int64_t longest = network(task).config().max_position_embeddings;
    if (form.maxLength > 0)
        longest = std::min<std::int64_t>(longest, form.maxLength);
    return {longest, false, m_phraseReadAt, form, m_listed[key]};
}

/// Without a model for phrases they are found by the detector's names, where it gives any.
void LoadedPack::offerFind()
{
    const ExtractorKind* kind = extractorKindNamed(m_info.extractor.kind);
    m_namesRegions = kind && kind->namesRegions;
    const bool head = std::ranges::count(m_info.tasks, Task::RegionToPhrase) > 0;
    if (head)
        m_info.phraseSources.push_back(PhraseSource::Head);
    if (m_namesRegions)
        m_info.phraseSources.push_back(PhraseSource::Names);
    if (std::ranges::count(m_info.tasks, Task::MaskedWords) > 0)
        m_info.phraseSources.push_back(PhraseSource::Hiding);
    if (!m_namesRegions || head)
        return;
    const auto place = std::ranges::upper_bound(m_info.tasks, Task::RegionToPhrase) - m_info.tasks.begin();
    m_info.tasks.insert(m_info.tasks.begin() + place, Task::RegionToPhrase);
    m_info.models.insert(m_info.models.begin() + place,
                         {Task::RegionToPhrase,
                          sentence("The pack has no model for phrases: they are found by the names that its detector "
                                   "gives to the regions."),
                          m_info.extractor});
}

void LoadedPack::loadStrangeness(const ModelPack& pack)
{
    const PackStrangenessFiles& files = pack.manifest.strangeness;
    if (!files.pictures.empty()) {
        m_pictureStrangeness = PictureStrangeness::read(pack.resolve(files.pictures, "strangeness of pictures"));
        const auto own = m_byConfig.find(pack.manifest.extractor.dump());
        m_strangenessOf = own == m_byConfig.end() ? nullptr : own->second.extractor.get();
        if (m_strangenessOf && m_pictureStrangeness->featureSize() != m_strangenessOf->featureSize()) {
            throw Error(ErrorCode::Mismatch,
                        sentence("%1what it knows of strange pictures is about %2 values per region, but its extractor "
                                 "gives %3: make it anew with visualbert packs calibrate, or take it out of pack.json.",
                                 packPrefix(m_info.name), m_pictureStrangeness->featureSize(),
                                 m_strangenessOf->featureSize()));
        }
    }
    if (!files.texts.empty()) {
        m_textStrangeness = TextStrangeness::read(pack.resolve(files.texts, "strangeness of texts"));
        if (m_textStrangeness->vocabularySize() != std::int64_t(m_tokenizer->vocabularySize())) {
            throw Error(ErrorCode::Mismatch,
                        sentence("%1what it knows of strange texts is about a vocabulary of %2 entries, but its own "
                                 "has %3: make it anew with visualbert packs calibrate, or take it out of pack.json.",
                                 packPrefix(m_info.name), m_textStrangeness->vocabularySize(),
                                 m_tokenizer->vocabularySize()));
        }
    }
}

void LoadedPack::loadTask(const ModelPack& pack, const std::string& key)
{
    const PackTask& task = pack.task(key);
    VisualBertConfig config = readVisualBertConfig(pack.resolve(task.model, key + " model") / "config.json");
    const Extractor& extractor = m_extractors.at(key);
    requireFeatureFit(m_info.name, key, config, extractor.name, extractor.extractor->featureSize());
    requireFormFit(m_info.name, key, config, task.form);
    m_forms[key] = task.form;
    requireVocabularyFit(m_info.name, key, config, std::int64_t(m_tokenizer->vocabularySize()));
    AnswerVocabulary& answers = m_answers[key];
    if (infoOfKey(key).answerList)
        answers = AnswerVocabulary::fromFile(pack.resolve(task.answers, "answer list"));
    if (!task.form.hiddenAnswers.empty())
        m_listed[key] = listedOf(answers, task.form.hiddenAnswers);
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
        throw Error(ErrorCode::Mismatch, sentence("%1its %2 model and the trunk in %3 have different sizes: give the "
                                                  "task the trunk that it was trained with.",
                                                  packPrefix(m_info.name), key, folder.string()));
    }
    return found->second;
}

std::shared_ptr<const std::vector<std::string>> LoadedPack::answerNames(Task task)
{
    auto& names = m_answerNames[task];
    if (!names) {
        const AnswerVocabulary& answers = m_answers.at(std::string(taskInfo(task).packKey));
        std::vector<std::string> all = headOf(task).names(*m_tokenizer, answers);
        const at::Tensor listed = m_listed[std::string(taskInfo(task).packKey)];
        if (listed.defined()) {
            std::vector<std::string> kept;
            for (std::int64_t i = 0; i < listed.numel(); ++i)
                kept.push_back(std::move(all[std::size_t(listed[i].item<std::int64_t>())]));
            all = std::move(kept);
        }
        names = std::make_shared<const std::vector<std::string>>(std::move(all));
    }
    return names;
}

VisualBertPreTrainedModel& LoadedPack::network(Task task)
{
    const std::string key(taskInfo(task).packKey);
    const auto found = m_networks.find(key);
    if (found == m_networks.end()) {
        throw Error(
            ErrorCode::UnsupportedFormat,
            sentence("%1it has no model for this task (%2): use a pack that has one.", packPrefix(m_info.name), key));
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
