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
    throw Error(ErrorCode::Mismatch, sentence("%1its %2 model expects %3 values per region (visual_embedding_dim), but "
                                              "its extractor%4 gives %5: %6; see visualbert extract --explain-fit.",
                                              packPrefix(pack), task, config.visual_embedding_dim,
                                              (extractorName.empty() ? "" : " (" + extractorName + ")"), featureSize,
                                              adviceFor(config.visual_embedding_dim)));
}

void requireVocabularyFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                          std::int64_t vocabularySize)
{
    if (vocabularySize == config.vocab_size)
        return;
    throw Error(ErrorCode::Mismatch, sentence("%1its vocabulary has %2 entries, but its %3 model knows %4: use the "
                                              "vocab.txt that the checkpoint was trained with.",
                                              packPrefix(pack), vocabularySize, task, config.vocab_size));
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
        throw Error(ErrorCode::Mismatch, sentence("%1its model for the task %2%3 is a %4%5, a checkpoint for %6: put "
                                                  "it under \"%7\" in pack.json, or use a %8.",
                                                  packPrefix(pack), task, list, model, labels, given->dataset,
                                                  given->packKey, wanted->architecture));
    }
    if (answers != 0 && answers != static_cast<std::size_t>(config.numLabels())) {
        throw Error(ErrorCode::Mismatch, sentence("%1its answer list has %2 answers, but its %3 model has %4 labels: "
                                                  "use the answer list that belongs to the checkpoint.",
                                                  packPrefix(pack), answers, task, config.numLabels()));
    }
}

void requireFormFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                    const TaskForm& form)
{
    const std::int64_t type = std::max({form.visualType, form.leftType, form.rightType});
    if (type >= config.type_vocab_size) {
        throw Error(ErrorCode::Mismatch, sentence("%1the form of its %2 model says visual type %3, but the model knows "
                                                  "%4 (type_vocab_size): set the types that it was taught with.",
                                                  packPrefix(pack), task, type, config.type_vocab_size));
    }
    if (form.maxLength > config.max_position_embeddings) {
        throw Error(ErrorCode::Mismatch,
                    sentence("%1the form of its %2 model says %3 word pieces, but the model reads %4 "
                             "(max_position_embeddings): set max_length to at most that.",
                             packPrefix(pack), task, form.maxLength, config.max_position_embeddings));
    }
}

} // namespace vbs
