#include "core/tuning/tuning_start.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/checkpoint/module_loader.h"
#include "core/nn/visual_bert/visual_bert_inspection.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/pack/answer_vocabulary.h"
#include "core/pack/known_checkpoints.h"
#include "core/pack/pack_catalog.h"

#include <algorithm>
#include <array>

#include <torch/types.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kTrunk = "visual_bert.";

/// Where a pack lacks the task: the networks whose trunk learned most come first.
constexpr std::array kOtherTasks{"pretraining", "vqa", "nlvr", "multiple_choice", "region_to_phrase"};

/// A weight by its name, the trunk's also without its prefix.
const at::Tensor* find(const TensorMap& tensors, std::string_view name)
{
    auto found = tensors.find(name);
    if (found == tensors.end() && name.starts_with(kTrunk))
        found = tensors.find(name.substr(kTrunk.size()));
    return found == tensors.end() ? nullptr : &found->second;
}

bool isGeneric(const std::vector<std::string>& labels)
{
    return std::ranges::all_of(labels, [](const std::string& label) { return label.starts_with("LABEL_"); });
}

/// @param trunk see addSharedTrunk.
void takeWeights(TuningStart& start, const fs::path& path, const fs::path& trunk = {})
{
    CheckpointInspection found = inspectCheckpoint(path, trunk);
    if (found.architecture.empty() || !found.config) {
        throw Error(ErrorCode::Mismatch, path.string() + " is no VisualBERT checkpoint" +
                                             (found.family.empty() ? "" : " but " + found.family) +
                                             ": name a pack, or a folder with config.json and weights.");
    }
    start.architecture = found.architecture;
    start.config = *found.config;
    start.tensors = std::move(found.tensors);
    if (start.architecture == "VisualBertForQuestionAnswering" && !isGeneric(start.config.id2label))
        start.answers = start.config.id2label;
}

/// The form of a start. Another task's keeps what belongs to the trunk: the types of regions and the text's length.
TaskForm formFor(const TaskForm& form, bool sameTask)
{
    if (sameTask)
        return form;
    TaskForm kept;
    kept.visualType = form.visualType;
    kept.leftType = form.leftType;
    kept.rightType = form.rightType;
    kept.maxLength = form.maxLength;
    kept.padded = form.padded;
    kept.neutralNames = form.neutralNames;
    return kept;
}

TuningStart startOfPack(const fs::path& folder, const TuningTask& task)
{
    TuningStart start;
    start.pack = readPack(folder);
    const PackManifest& manifest = start.pack->manifest;
    std::string key(task.packKey());
    for (const char* other : kOtherTasks)
        if (!manifest.tasks.contains(key) && manifest.tasks.contains(other))
            key = other;
    const PackTask& model = start.pack->task(key);
    start.form = formFor(model.form, key == task.packKey());
    start.name = manifest.name;
    start.vocabulary = start.pack->resolve(manifest.tokenizer.vocab, "vocabulary");
    start.lowerCase = manifest.tokenizer.doLowerCase;
    takeWeights(start, start.pack->resolve(model.model, key + " model"),
                model.trunk.empty() ? fs::path() : start.pack->resolve(model.trunk, key + " trunk"));
    if (!model.answers.empty())
        start.answers = AnswerVocabulary::fromFile(start.pack->resolve(model.answers, "answer list")).answers();
    return start;
}

TuningStart startOfCheckpoint(const fs::path& path, const TuningTask& task, const fs::path& vocabulary, bool lowerCase)
{
    TuningStart start;
    start.name = path.string();
    takeWeights(start, path);
    constexpr std::int64_t kPublishedHidden = 768;
    const auto known = knownByShape(start.architecture, start.config.visual_embedding_dim, start.config.numLabels());
    if (!known.empty() && start.config.hidden_size == kPublishedHidden)
        start.form = formFor(known.front()->form, start.architecture == task.architecture());
    std::error_code code;
    start.vocabulary = vocabulary;
    if (vocabulary.empty())
        start.vocabulary = (fs::is_directory(path, code) ? path : path.parent_path()) / "vocab.txt";
    if (!fs::exists(start.vocabulary, code)) {
        throw Error(ErrorCode::FileNotFound, "The checkpoint " + path.string() +
                                                 " needs its vocabulary: name the vocab.txt that it was trained "
                                                 "with by --vocab.");
    }
    start.lowerCase = lowerCase;
    return start;
}

/// Why the start's head cannot be used; empty when it can.
std::string headFault(const TuningStart& start, const TuningTask& task, const std::vector<std::string>& labels,
                      bool freshHead)
{
    if (freshHead)
        return "a fresh head was requested";
    if (start.architecture != task.architecture())
        return "the start is a " + start.architecture;
    const auto count = std::size_t(start.config.numLabels());
    if (!labels.empty() && count != labels.size())
        return "the start's has " + std::to_string(count) + " outputs, not " + std::to_string(labels.size());
    if (taskInfo(task.task).answerList && !start.answers.empty() && start.answers != labels)
        return "the start has other answers";
    return "";
}

} // namespace

TuningStart openTuningStart(const std::string& start, const TuningTask& task, const fs::path& vocabulary,
                            bool lowerCase)
{
    std::error_code code;
    const bool checkpoint = fs::exists(start, code) && !fs::exists(fs::path(start) / "pack.json", code);
    TuningStart opened =
        checkpoint ? startOfCheckpoint(start, task, vocabulary, lowerCase) : startOfPack(findPack(start), task);
    if (!vocabulary.empty())
        opened.vocabulary = vocabulary;
    return opened;
}

TuningNetwork makeTuningNetwork(const TuningStart& start, const TuningTask& task,
                                const std::vector<std::string>& labels, bool freshHead)
{
    VisualBertConfig config = start.config;
    config.architectures = {std::string(task.architecture())};
    if (labels.empty())
        config.setNumLabels(2);
    else
        config.id2label = labels;
    TuningNetwork made;
    made.network = makeVisualBert(task.architecture(), config);
    std::string fault = headFault(start, task, labels, freshHead);
    TensorMap weights = saveModule(*made.network);
    for (auto& [name, tensor] : weights) {
        const bool trunk = name.starts_with(kTrunk);
        const at::Tensor* given = trunk || fault.empty() ? find(start.tensors, name) : nullptr;
        if (given != nullptr && given->sizes() == tensor.sizes()) {
            tensor = *given;
        } else if (trunk) {
            throw Error(ErrorCode::Mismatch, start.name +
                                                 (given == nullptr ? " lacks the weight " : " has another shape of ") +
                                                 name + ": its trunk does not fit its config.json.");
        } else {
            made.fresh.push_back(name);
        }
    }
    loadModule(weights, *made.network);
    if (!made.fresh.empty()) {
        made.messages.push_back("The head is re-initialised (" + std::to_string(made.fresh.size()) + " weights, e.g. " +
                                made.fresh.front() + "), because " + (fault.empty() ? "the start lacks it" : fault) +
                                ".");
    }
    made.network->train();
    return made;
}

} // namespace vbs
