#include "core/nn/visual_bert/visual_bert_input_checks.h"

#include "core/base/error.h"
#include "core/checkpoint/tensor_text.h"
#include "core/nn/visual_bert/visual_bert_embeddings.h"

#include <array>

#include <torch/types.h>

namespace vbs {

namespace {

[[noreturn]] void throwShape(std::string_view name, const at::Tensor& tensor, const std::string& wanted)
{
    throw Error(ErrorCode::Mismatch,
                sentence("The input %1 has the shape %2; it must be %3.", name, shapeText(tensor.sizes()), wanted));
}

/// (batch, length), or (1, length) which stands for every sample.
void checkIdShape(std::string_view name, const at::Tensor& ids, std::int64_t batch, std::int64_t length)
{
    if (ids.dim() != 2 || (ids.size(0) != batch && ids.size(0) != 1) || ids.size(1) != length)
        throwShape(name, ids, shapeText({batch, length}));
}

void checkFloats(std::string_view name, const at::Tensor& tensor, const at::Tensor& weight)
{
    if (tensor.scalar_type() != weight.scalar_type()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The input %1 holds %2 numbers; the model needs %3.", name, typeText(tensor.scalar_type()),
                             typeText(weight.scalar_type())));
    }
}

VisualBertSizes checkText(const VisualBertInputs& inputs, const VisualBertEmbeddingsImpl& embeddings)
{
    const bool hasIds = inputs.input_ids.defined();
    if (hasIds == inputs.inputs_embeds.defined()) {
        throw Error(ErrorCode::InvalidArgument,
                    hasIds ? sentence("Only one of the inputs input_ids and inputs_embeds may be given.")
                           : sentence("One of the inputs input_ids and inputs_embeds must be given."));
    }
    VisualBertSizes sizes;
    if (hasIds) {
        if (inputs.input_ids.dim() != 2)
            throwShape("input_ids", inputs.input_ids, "(batch, tokens)");
        checkIndices("input_ids", inputs.input_ids, 0, embeddings.word_embeddings->weight.size(0) - 1);
        sizes.batch = inputs.input_ids.size(0);
        sizes.text = inputs.input_ids.size(1);
    } else {
        const at::Tensor& embeds = inputs.inputs_embeds;
        const std::int64_t hidden = embeddings.word_embeddings->weight.size(1);
        if (embeds.dim() != 3 || embeds.size(2) != hidden)
            throwShape("inputs_embeds", embeds, "(batch, tokens, " + std::to_string(hidden) + ")");
        checkFloats("inputs_embeds", embeds, embeddings.word_embeddings->weight);
        sizes.batch = embeds.size(0);
        sizes.text = embeds.size(1);
    }
    if (sizes.batch < 1 || sizes.text < 1)
        throw Error(ErrorCode::InvalidArgument, sentence("The text must have at least one sample and one token."));
    return sizes;
}

void checkTextExtras(const VisualBertInputs& inputs, const VisualBertEmbeddingsImpl& embeddings,
                     const VisualBertSizes& sizes)
{
    const std::int64_t positions = embeddings.position_embeddings->weight.size(0);
    if (inputs.position_ids.defined()) {
        checkIdShape("position_ids", inputs.position_ids, sizes.batch, sizes.text);
        checkIndices("position_ids", inputs.position_ids, 0, positions - 1);
    } else if (sizes.text > positions) {
        throw Error(ErrorCode::TooLarge,
                    sentence("The text has %1 tokens, but the model has positions for %2 only; shorten it.", sizes.text,
                             positions));
    }
    if (inputs.token_type_ids.defined()) {
        checkIdShape("token_type_ids", inputs.token_type_ids, sizes.batch, sizes.text);
        checkIndices("token_type_ids", inputs.token_type_ids, 0, embeddings.token_type_embeddings->weight.size(0) - 1);
    }
}

void checkRegions(const VisualBertInputs& inputs, const VisualBertEmbeddingsImpl& embeddings, VisualBertSizes& sizes)
{
    const at::Tensor& embeds = inputs.visual_embeds;
    const std::int64_t width = embeddings.visual_projection->weight.size(1);
    if (embeds.dim() != 3 || embeds.size(0) != sizes.batch || embeds.size(2) != width) {
        throwShape("visual_embeds", embeds,
                   "(" + std::to_string(sizes.batch) + ", regions, " + std::to_string(width) + ")");
    }
    checkFloats("visual_embeds", embeds, embeddings.visual_projection->weight);
    sizes.regions = embeds.size(1);
    const std::int64_t types = embeddings.visual_token_type_embeddings->weight.size(0);
    if (inputs.visual_token_type_ids.defined()) {
        checkIdShape("visual_token_type_ids", inputs.visual_token_type_ids, sizes.batch, sizes.regions);
        checkIndices("visual_token_type_ids", inputs.visual_token_type_ids, 0, types - 1);
    } else if (types < 2) {
        throw Error(ErrorCode::InvalidArgument, sentence("This model has one token type only, so the input "
                                                         "visual_token_type_ids, whose default is 1, must be given."));
    }
    const at::Tensor& alignment = inputs.image_text_alignment;
    if (alignment.defined()) {
        if (alignment.dim() != 3 || alignment.size(0) != sizes.batch || alignment.size(1) < sizes.regions) {
            throwShape("image_text_alignment", alignment,
                       "(" + std::to_string(sizes.batch) + ", at least " + std::to_string(sizes.regions) +
                           ", entries)");
        }
        checkIndices("image_text_alignment", alignment, -1, embeddings.position_embeddings->weight.size(0) - 1);
    }
}

void checkMask(std::string_view name, const at::Tensor& mask, const VisualBertSizes& sizes, std::int64_t length)
{
    const bool flat = mask.dim() == 2 && mask.size(0) == sizes.batch && mask.size(1) == length;
    const bool square =
        mask.dim() == 3 && mask.size(0) == sizes.batch && mask.size(1) == sizes.joint() && mask.size(2) == length;
    if (!flat && !square) {
        throwShape(name, mask,
                   shapeText({sizes.batch, length}) + " or " + shapeText({sizes.batch, sizes.joint(), length}));
    }
}

} // namespace

std::span<const VisualBertInputField> visualBertInputFields()
{
    static constexpr std::array kFields{
        VisualBertInputField{"input_ids", &VisualBertInputs::input_ids},
        VisualBertInputField{"attention_mask", &VisualBertInputs::attention_mask},
        VisualBertInputField{"token_type_ids", &VisualBertInputs::token_type_ids},
        VisualBertInputField{"position_ids", &VisualBertInputs::position_ids},
        VisualBertInputField{"head_mask", &VisualBertInputs::head_mask},
        VisualBertInputField{"inputs_embeds", &VisualBertInputs::inputs_embeds},
        VisualBertInputField{"visual_embeds", &VisualBertInputs::visual_embeds},
        VisualBertInputField{"visual_attention_mask", &VisualBertInputs::visual_attention_mask},
        VisualBertInputField{"visual_token_type_ids", &VisualBertInputs::visual_token_type_ids},
        VisualBertInputField{"image_text_alignment", &VisualBertInputs::image_text_alignment},
        VisualBertInputField{"region_to_phrase_position", &VisualBertInputs::region_to_phrase_position},
        VisualBertInputField{"prediction_positions", &VisualBertInputs::prediction_positions},
        VisualBertInputField{"labels", &VisualBertInputs::labels},
        VisualBertInputField{"sentence_image_labels", &VisualBertInputs::sentence_image_labels},
    };
    return kFields;
}

void checkIndices(std::string_view name, const at::Tensor& ids, std::int64_t lowest, std::int64_t highest)
{
    if (ids.scalar_type() != at::kLong && ids.scalar_type() != at::kInt) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The input %1 must hold whole numbers (int64 or int32).", name));
    }
    if (!ids.device().is_cpu() || ids.numel() == 0)
        return;
    const std::int64_t least = ids.min().item<std::int64_t>();
    const std::int64_t most = ids.max().item<std::int64_t>();
    if (least < lowest || most > highest) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The input %1 holds %2; its numbers must lie between %3 and %4.", name,
                             least < lowest ? least : most, lowest, highest));
    }
}

void requireInput(std::string_view className, std::string_view name, const at::Tensor& tensor)
{
    if (!tensor.defined()) {
        throw Error(ErrorCode::InvalidArgument, sentence("%1 needs the input %2, which is missing.", className, name));
    }
}

VisualBertSizes checkEmbeddingInputs(const VisualBertInputs& inputs, const VisualBertEmbeddingsImpl& embeddings)
{
    VisualBertSizes sizes = checkText(inputs, embeddings);
    checkTextExtras(inputs, embeddings, sizes);
    if (inputs.visual_embeds.defined())
        checkRegions(inputs, embeddings, sizes);
    return sizes;
}

void checkMasks(const VisualBertInputs& inputs, const VisualBertSizes& sizes)
{
    if (inputs.attention_mask.defined())
        checkMask("attention_mask", inputs.attention_mask, sizes, sizes.text);
    if (inputs.visual_attention_mask.defined() && sizes.regions >= 0)
        checkMask("visual_attention_mask", inputs.visual_attention_mask, sizes, sizes.regions);
    if (sizes.regions >= 0 && inputs.attention_mask.defined() && inputs.visual_attention_mask.defined() &&
        inputs.attention_mask.dim() != inputs.visual_attention_mask.dim()) {
        throw Error(ErrorCode::Mismatch,
                    sentence("The inputs attention_mask and visual_attention_mask must both have two "
                             "or both have three dimensions."));
    }
}

} // namespace vbs
