#pragma once

#include "core/nn/visual_bert/visual_bert_inputs.h"

#include <ATen/core/Tensor.h>

namespace vbs {

class VisualBertEmbeddingsImpl;

/// Batch, text length and region count of checked inputs; regions is -1 without visual_embeds.
struct VisualBertSizes {
    std::int64_t batch = 0;
    std::int64_t text = 0;
    std::int64_t regions = -1;

    std::int64_t joint() const { return text + (regions > 0 ? regions : 0); }
};

/// Checks types and shapes of what the embeddings read and, on the CPU, that every index lies in its table
/// (on another device this would wait for the device; its own check ends the program there).
/// @throws Error (InvalidArgument, Mismatch) naming the input.
VisualBertSizes checkEmbeddingInputs(const VisualBertInputs& inputs, const VisualBertEmbeddingsImpl& embeddings);

/// Checks shapes of the two masks. @throws Error (Mismatch) naming the mask.
void checkMasks(const VisualBertInputs& inputs, const VisualBertSizes& sizes);

/// @throws Error (InvalidArgument) unless the ids are int64 or int32 and, on the CPU, lowest..highest.
void checkIndices(std::string_view name, const at::Tensor& ids, std::int64_t lowest, std::int64_t highest);

/// @throws Error (InvalidArgument) saying that this class needs the input, when it is undefined.
void requireInput(std::string_view className, std::string_view name, const at::Tensor& tensor);

} // namespace vbs
