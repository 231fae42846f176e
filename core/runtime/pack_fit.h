#pragma once

#include "core/nn/visual_bert/visual_bert_config.h"
#include "core/pack/task_form.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace vbs {

/// What has to fit together for a task of a pack, before any weight is read. Each check throws one sentence
/// that names the pack, both numbers or names, and what to do.

/// @param extractorName its kind. @throws Error (Mismatch) unless featureSize is the config's
/// visual_embedding_dim.
void requireFeatureFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                       const std::string& extractorName, std::int64_t featureSize);

/// @throws Error (Mismatch) unless the tokenizer has exactly the config's vocab_size entries.
void requireVocabularyFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                          std::int64_t vocabularySize);

/// @param answers how long the task's answer list is; 0: it has none.
/// @throws Error (Mismatch) when the checkpoint is of another task, or the answer list of another checkpoint.
void requireTaskFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                    std::size_t answers);

/// @throws Error (Mismatch) for visual types or lengths that the model does not know.
void requireFormFit(const std::string& pack, const std::string& task, const VisualBertConfig& config,
                    const TaskForm& form);

/// "Pack picture-book: " with an upper-case beginning, the way all of these messages start.
std::string packPrefix(const std::string& pack);

} // namespace vbs
