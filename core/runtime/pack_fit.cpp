#include "core/runtime/pack_fit.h"

#include "core/base/error.h"
#include "core/engine/task_table.h"
#include "core/regions/extractor_fit.h"

#include <algorithm>

namespace vbs {

std::string packPrefix(const std::string& pack)
{
    return "Pack " + pack + ": ";
}

void requireFeatureFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                       const std::string& extractorName, std::int64_t featureSize)
{
    if (featureSize == config.visual_embedding_dim)
        return;
    throw Error(ErrorCode::Mismatch, packPrefix(pack) + "its " + task + " model expects " +
                                         std::to_string(config.visual_embedding_dim) +
                                         " values per region (visual_embedding_dim), but its extractor" +
                                         (extractorName.empty() ? "" : " (" + extractorName + ")") + " gives " +
                                         std::to_string(featureSize) + ": " + adviceFor(config.visual_embedding_dim) +
                                         "; see visualbert extract --explain-fit.");
}

void requireVocabularyFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                          std::int64_t vocabularySize)
{
    if (vocabularySize == config.vocab_size)
        return;
    throw Error(ErrorCode::Mismatch, packPrefix(pack) + "its vocabulary has " + std::to_string(vocabularySize) +
                                         " entries, but its " + task + " model knows " +
                                         std::to_string(config.vocab_size) +
                                         ": use the vocab.txt that the checkpoint was trained with.");
}

void requireTaskFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                    std::size_t answers)
{
    const std::string model = config.architectures.empty() ? "" : config.architectures.front();
    const TaskInfo* wanted = taskWith(&TaskInfo::packKey, task);
    const TaskInfo* given = taskWith(&TaskInfo::architecture, model);
    const std::string list = answers == 0 ? "" : " with a list of " + std::to_string(answers) + " answers";
    if (wanted && given && wanted != given) {
        const std::string labels =
            given->task == Task::VisualReasoning ? " with " + std::to_string(config.numLabels()) + " labels" : "";
        throw Error(ErrorCode::Mismatch, packPrefix(pack) + "its model for the task " + task + list + " is a " + model +
                                             labels + ", a checkpoint for " + std::string(given->dataset) +
                                             ": put it under \"" + std::string(given->packKey) +
                                             "\" in pack.json, or use a " + std::string(wanted->architecture) + ".");
    }
    if (answers != 0 && answers != static_cast<std::size_t>(config.numLabels())) {
        throw Error(ErrorCode::Mismatch, packPrefix(pack) + "its answer list has " + std::to_string(answers) +
                                             " answers, but its " + task + " model has " +
                                             std::to_string(config.numLabels()) +
                                             " labels: use the answer list that belongs to the checkpoint.");
    }
}

void requireFormFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                    const TaskForm& form)
{
    const std::int64_t type = std::max({form.visualType, form.leftType, form.rightType});
    if (type >= config.type_vocab_size) {
        throw Error(ErrorCode::Mismatch, packPrefix(pack) + "the form of its " + task + " model says visual type " +
                                             std::to_string(type) + ", but the model knows " +
                                             std::to_string(config.type_vocab_size) +
                                             " (type_vocab_size): set the types that it was taught with.");
    }
    if (form.maxLength > config.max_position_embeddings) {
        throw Error(ErrorCode::Mismatch, packPrefix(pack) + "the form of its " + task + " model says " +
                                             std::to_string(form.maxLength) + " word pieces, but the model reads " +
                                             std::to_string(config.max_position_embeddings) +
                                             " (max_position_embeddings): set max_length to at most that.");
    }
}

} // namespace vbs
