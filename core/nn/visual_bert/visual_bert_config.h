#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// The numbers that shape a VisualBERT network. Fields are config.json's keys and its defaults
/// (Hugging Face's VisualBertConfig).
struct VisualBertConfig {
    std::vector<std::string> architectures; ///< the class that the weights were saved from, e.g. VisualBertModel
    std::int64_t vocab_size = 30522;
    std::int64_t hidden_size = 768;
    std::int64_t visual_embedding_dim = 512;
    std::int64_t num_hidden_layers = 12;
    std::int64_t num_attention_heads = 12;
    std::int64_t intermediate_size = 3072;
    std::string hidden_act = "gelu";
    double hidden_dropout_prob = 0.1;
    double attention_probs_dropout_prob = 0.1;
    std::int64_t max_position_embeddings = 512;
    std::int64_t type_vocab_size = 2;
    double initializer_range = 0.02;
    double layer_norm_eps = 1e-12;
    bool bypass_transformer = false;
    bool special_visual_initialize = true;
    bool tie_word_embeddings = true;
    std::optional<std::int64_t> pad_token_id = 1; ///< this word row gets no gradient from the look-up
    std::optional<std::int64_t> bos_token_id = 0;
    std::optional<std::int64_t> eos_token_id = 2;
    std::vector<std::string> id2label{"LABEL_0", "LABEL_1"}; ///< names of the outputs, by index

    /// Outputs of the question-answering and reasoning heads: the number of labels.
    std::int64_t numLabels() const { return static_cast<std::int64_t>(id2label.size()); }
    /// Replaces the labels by LABEL_0, LABEL_1, ...
    void setNumLabels(std::int64_t count);

    std::int64_t attentionHeadSize() const { return hidden_size / num_attention_heads; }

    /// @throws Error (InvalidArgument) in one sentence that names the key, for values with which no network can
    /// be built, or with more than two thousand million weights.
    void validate() const;
};

/// Reads the known keys, leaves the defaults for absent or null ones, ignores the rest, and validates.
/// @throws Error (CorruptData) naming the key for a value of the wrong type, (InvalidArgument) from validate().
VisualBertConfig visualBertConfigFromJson(const Json& json);

/// The keys as Hugging Face writes them, in alphabetical order.
OrderedJson visualBertConfigToJson(const VisualBertConfig& config);

/// config.json of a model folder. @throws Error naming the file.
VisualBertConfig readVisualBertConfig(const std::filesystem::path& path);
void writeVisualBertConfig(const std::filesystem::path& path, const VisualBertConfig& config);

} // namespace vbs
