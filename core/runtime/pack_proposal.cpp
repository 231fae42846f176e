#include "core/runtime/pack_proposal.h"

#include "core/base/file_presence.h"
#include "core/base/hash.h"
#include "core/checkpoint/torch_errors.h"
#include "core/engine/task_table.h"
#include "core/nn/visual_bert/visual_bert_inspection.h"
#include "core/pack/answer_vocabulary.h"
#include "core/pack/pack_manifest.h"
#include "core/regions/extractor_choice.h"
#include "core/regions/extractor_fit.h"
#include "core/runtime/pack_fit.h"
#include "core/text/bert_tokenizer.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

/// Keys of an extractor's configuration that name files.
constexpr const char* kExtractorFiles[] = {"weights", "config", "objects", "attributes", "labels"};
constexpr const char* kVocabulary = "vocab.txt";

fs::path folderOf(const fs::path& checkpoint)
{
    return isFolder(checkpoint) ? checkpoint : checkpoint.parent_path();
}

/// The first of these names beside a checkpoint; empty when none is there.
fs::path beside(const fs::path& checkpoint, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (isThere(folderOf(checkpoint) / name))
            return folderOf(checkpoint) / name;
    return {};
}

/// Makes one proposal; its members are the steps.
class Proposer {
public:
    Proposer(const PackProposalRequest& request, const JobControl& control) : m_request(request), m_control(control) {}

    PackProposal run()
    {
        if (m_request.checkpoints.empty())
            throw Error(ErrorCode::InvalidArgument,
                        sentence("No checkpoint is named: name a folder or a weights file."));
        for (const fs::path& path : m_request.checkpoints)
            addCheckpoint(path);
        nameIt();
        addVocabulary();
        addExtractor();
        const Json json = toJson(m_proposal.manifest);
        manifestFromJson(json, m_proposal.manifest.name + "/pack.json"); // refuses what readPack would refuse
        return std::move(m_proposal);
    }

private:
    void addCheckpoint(const fs::path& path)
    {
        m_control.throwIfStopped();
        m_control.report("Reading " + path.string());
        if (!isThere(path))
            throw Error(ErrorCode::FileNotFound, sentence("%1 does not exist.", path.string()));
        CheckpointInspection found = inspectCheckpoint(path);
        RecognisedCheckpoint recognised{path, found.architecture, "", nullptr, false, {}, ""};
        const TaskInfo* task = taskWith(&TaskInfo::architecture, found.architecture);
        if (!task) {
            throw Error(ErrorCode::Mismatch,
                        sentence("%1%2: name a checkpoint that answers, chooses, compares, finds or fills in.",
                                 path.string(),
                                 (found.architecture.empty()
                                      ? " is no VisualBERT checkpoint" +
                                            (found.family.empty() ? std::string() : " but " + found.family)
                                      : " is a " + found.architecture + ", which has no task's head")));
        }
        if (!found.report.fits())
            throw Error(ErrorCode::Mismatch, sentence("%1 does not fit its class %2: %3.", path.string(),
                                                      found.architecture, found.report.summary()));
        recognised.packKey = task->packKey;
        PackTask& model = m_proposal.manifest.tasks[recognised.packKey];
        if (!model.model.empty())
            throw Error(ErrorCode::InvalidArgument,
                        sentence("%1 is a second model for %2: a pack has one for each task.", path.string(),
                                 recognised.packKey));
        addWeights(found, recognised);
        model.model = recognised.packKey;
        recognise(found, recognised);
        if (m_proposal.checkpoints.empty())
            for (const std::string& assignment : m_request.form)
                setFormValue(recognised.form, recognised.packKey, assignment);
        requireFormFit(path.string(), recognised.packKey, *found.config, recognised.form);
        model.form = recognised.form;
        if (task->answerList)
            addAnswers(path, *found.config, model);
        m_configs.push_back(*found.config);
        m_proposal.checkpoints.push_back(std::move(recognised));
    }

    /// Weights and config.json under the names that model folders have.
    void addWeights(const CheckpointInspection& found, const RecognisedCheckpoint& recognised)
    {
        const std::vector<fs::path>& files = found.checkpoint.files;
        const std::string folder = recognised.packKey + "/";
        for (std::size_t i = 0; i < files.size(); ++i) {
            const bool safe = found.checkpoint.format.starts_with("safetensors");
            std::string name = files[i].filename().string();
            if (files.size() == 1)
                name = safe ? "model.safetensors" : "pytorch_model.bin";
            else if (i == 0)
                name = safe ? "model.safetensors.index.json" : "pytorch_model.bin.index.json";
            m_proposal.assembly.files[folder + name].file = files[i];
        }
        const fs::path config = beside(recognised.path, {"config.json"});
        PackSource& source = m_proposal.assembly.files[folder + "config.json"];
        if (found.configRead && !config.empty())
            source.file = config;
        else
            source.text = jsonText(visualBertConfigToJson(*found.config)) + "\n";
    }

    void recognise(const CheckpointInspection& found, RecognisedCheckpoint& recognised)
    {
        const fs::path& weights = found.checkpoint.files.back();
        const auto shaped =
            knownByShape(found.architecture, found.config->visual_embedding_dim, found.config->numLabels());
        const bool fullSize = found.config->hidden_size == 768 && found.config->num_hidden_layers == 12;
        if (!shaped.empty() && fullSize && found.checkpoint.files.size() == 1) {
            m_control.report("Comparing " + weights.filename().string() + " with the published checkpoints");
            PackFile& proven = sourceOf(weights).proven;
            proven = {sha256OfFile(weights), fs::file_size(weights)};
            recognised.known = knownByHash(proven.sha256);
            recognised.certain = recognised.known != nullptr;
        }
        const std::string what = recognised.path.string() + " is ";
        if (recognised.certain) {
            recognised.verdict = what + recognised.known->name + ", byte for byte: it is asked as it was taught.";
        } else if (!shaped.empty() && fullSize) {
            recognised.known = shaped.front();
            recognised.verdict = what + "a " + found.architecture + " with the sizes of " + recognised.known->name +
                                 ", but its hash is not known: that checkpoint's form is proposed; change it with "
                                 "--form where this one was taught otherwise.";
        } else {
            recognised.verdict = what + "a " + found.architecture +
                                 " of no published size: this program's usual form is proposed; change it with "
                                 "--form where it was taught otherwise.";
        }
        if (recognised.known) {
            recognised.form = recognised.known->form;
            m_proposal.notes.push_back(recognised.known->weakness);
        }
    }

    PackSource& sourceOf(const fs::path& file)
    {
        for (auto& [name, source] : m_proposal.assembly.files)
            if (source.file == file)
                return source;
        throw Error(ErrorCode::Internal, sentence("%1 is no part of the proposal.", file.string()));
    }

    void addAnswers(const fs::path& checkpoint, const VisualBertConfig& config, PackTask& model)
    {
        fs::path file = m_request.answers;
        if (file.empty())
            file = beside(checkpoint, {"answers.txt", "answers_vqa.txt"});
        const bool named =
            !std::ranges::all_of(config.id2label, [](const std::string& label) { return label.starts_with("LABEL_"); });
        model.answers = "answers.txt";
        PackSource source;
        if (!file.empty()) {
            const AnswerVocabulary answers = AnswerVocabulary::fromFile(file);
            requireTaskFit(checkpoint.string(), "vqa", config, answers.size());
            source.file = file;
        } else if (named && !config.id2label.empty()) {
            source.text = "";
            for (const std::string& label : config.id2label)
                *source.text += label + "\n";
        } else {
            m_proposal.missing.push_back("The list of answers is missing: name a text file with one answer a line, in "
                                         "the order of the model's " +
                                         std::to_string(config.numLabels()) +
                                         " outputs, by --answers; for visualbert-vqa that is answers_vqa.txt, "
                                         "https://dl.fbaipublicfiles.com/pythia/data/answers_vqa.txt.");
            return;
        }
        m_proposal.assembly.files[model.answers] = std::move(source);
    }

    void nameIt()
    {
        const RecognisedCheckpoint& first = m_proposal.checkpoints.front();
        PackManifest& manifest = m_proposal.manifest;
        manifest.name = m_request.name;
        if (manifest.name.empty() && first.certain)
            manifest.name = first.known->name.substr(first.known->name.find('/') + 1);
        else if (manifest.name.empty())
            manifest.name = fs::absolute(isFolder(first.path) ? first.path / "" : first.path)
                                .lexically_normal()
                                .parent_path()
                                .filename()
                                .string();
        manifest.title = first.certain ? first.known->title : manifest.name;
        manifest.description = first.verdict;
        manifest.source = "Made by visualbert packs add of " + first.path.string();
    }

    void addVocabulary()
    {
        fs::path file = m_request.vocabulary;
        for (const RecognisedCheckpoint& one : m_proposal.checkpoints)
            if (file.empty())
                file = beside(one.path, {kVocabulary});
        m_proposal.manifest.tokenizer = {kVocabulary, true};
        if (file.empty()) {
            m_proposal.missing.push_back("The vocabulary is missing: name the vocab.txt that the checkpoint was "
                                         "trained with by --vocab; for the "
                                         "published ones that is the vocab.txt of google-bert/bert-base-uncased.");
            return;
        }
        const BertTokenizer tokenizer(file, true);
        for (std::size_t i = 0; i < m_configs.size(); ++i)
            requireVocabularyFit(m_proposal.manifest.name, m_proposal.checkpoints[i].packKey, m_configs[i],
                                 std::int64_t(tokenizer.vocabularySize()));
        m_proposal.assembly.files[kVocabulary].file = file;
    }

    void addExtractor()
    {
        const std::int64_t size = m_configs.front().visual_embedding_dim;
        m_proposal.manifest.extractor = {{"config", "extractor/config.json"}};
        if (m_request.extractor.empty() && m_request.extractorWeights.empty()) {
            std::string way = "The extractor is missing: " + adviceFor(size) + " by --extractor";
            const auto fitting = wantedFeatures(size).extractors;
            way += fitting.empty() ? "." : ", and its weights' file by --extractor-weights.";
            m_proposal.missing.push_back(way);
            return;
        }
        const ExtractorRequest wanted{m_request.extractor, "", m_request.extractorWeights, {}, "auto"};
        ExtractorChoice choice = chooseExtractor(wanted);
        m_control.report(forPeople("Opening the extractor"));
        const auto extractor = createRegionExtractor(choice, "cpu");
        for (std::size_t i = 0; i < m_configs.size(); ++i)
            requireFeatureFit(m_proposal.manifest.name, m_proposal.checkpoints[i].packKey, m_configs[i], choice.name,
                              extractor->featureSize());
        addNames(choice);
        for (const char* key : kExtractorFiles)
            if (const auto named = choice.config.find(key); named != choice.config.end() && named->is_string())
                *named = addExtractorFile(choice.folder / named->get<std::string>());
        if (const auto features = choice.config.find("features");
            features != choice.config.end() && features->is_string())
            *features = fs::absolute(choice.folder / features->get<std::string>()).string();
        if (const Json kind = choice.config.value("kind", Json()); kind.is_string())
            m_proposal.manifest.extractor["kind"] = kind;
        m_proposal.assembly.files["extractor/config.json"].text = jsonText(OrderedJson(choice.config)) + "\n";
    }

    /// The Visual Genome detector looks for its names beside its weights.
    void addNames(const ExtractorChoice& choice)
    {
        if (choice.config.value("kind", Json()) != "vg_faster_rcnn")
            return;
        const Json weights = choice.config.value("weights", Json());
        const fs::path file = weights.is_string() ? choice.folder / weights.get<std::string>() : fs::path();
        for (const auto& [key, name] :
             {std::pair("objects", "objects_vocab.txt"), std::pair("attributes", "attributes_vocab.txt")}) {
            if (choice.config.contains(key))
                continue;
            if (const fs::path found = beside(file, {name}); !file.empty() && !found.empty())
                m_proposal.assembly.files["extractor/" + std::string(name)].file = found;
            else
                m_proposal.notes.push_back("There is no " + std::string(name) +
                                           " beside the detector's weights, so that its regions are named by numbers.");
        }
    }

    /// @return its path beside the configuration.
    std::string addExtractorFile(const fs::path& from)
    {
        const fs::path named = from.has_filename() ? from : from.parent_path();
        const std::string name = named.filename().string();
        if (!isFolder(named)) {
            m_proposal.assembly.files["extractor/" + name].file = named;
            return name;
        }
        for (const auto& entry : fs::directory_iterator(named))
            if (entry.is_regular_file() && !entry.path().filename().native().starts_with('.'))
                m_proposal.assembly.files["extractor/" + name + "/" + entry.path().filename().string()].file =
                    entry.path();
        return name;
    }

    const PackProposalRequest& m_request;
    const JobControl& m_control;
    PackProposal m_proposal;
    std::vector<VisualBertConfig> m_configs; ///< one a checkpoint
};

} // namespace

PackProposal proposePack(const PackProposalRequest& request, const JobControl& control)
try {
    return Proposer(request, control).run();
} catch (const std::exception& e) {
    throw asError(e);
}

ModelPack makeProposedPack(const PackProposal& proposal, const fs::path& packs)
{
    if (!proposal.complete())
        throw Error(ErrorCode::FileNotFound, proposal.missing.front());
    return assemblePack(packs / proposal.manifest.name, proposal.manifest, proposal.assembly);
}

} // namespace vbs
