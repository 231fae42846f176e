#include "core/runtime/prepared_question.h"

#include "core/base/error.h"
#include "core/runtime/box_words.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

/// The tensor with zeros (or the value) to the right of each dimension but the first, up to these sizes.
at::Tensor filledUp(const at::Tensor& tensor, const std::vector<std::int64_t>& sizes, std::int64_t value)
{
    std::vector<std::int64_t> pads; // the last dimension first
    for (std::int64_t d = tensor.dim() - 1; d > 0; --d) {
        pads.push_back(0);
        pads.push_back(sizes[std::size_t(d)] - tensor.size(d));
    }
    return at::constant_pad_nd(tensor, pads, value);
}

} // namespace

std::int64_t PictureRegions::count() const
{
    return found->features.size(0);
}

at::Tensor PictureRegions::mask() const
{
    at::Tensor result = torch::ones({count()}, torch::kLong);
    if (hidden->empty())
        return result;
    if (std::int64_t(hidden->size()) != count()) {
        throw Error(ErrorCode::Mismatch,
                    sentence("There are %1 regions, but %2 hidden marks.", count(), hidden->size()));
    }
    auto* marks = result.data_ptr<std::int64_t>();
    for (std::size_t i = 0; i < hidden->size(); ++i)
        marks[i] = (*hidden)[i] ? 0 : 1;
    return result;
}

std::vector<bool> PreparedQuestion::hiddenRegions() const
{
    std::vector<bool> marks;
    for (const PictureRegions& side : sides)
        for (std::size_t i = 0; i < std::size_t(side.count()); ++i)
            marks.push_back(i < side.hidden->size() && (*side.hidden)[i]);
    return marks;
}

void prepareInputs(PreparedQuestion& question, at::ScalarType precision, c10::Device device)
{
    std::vector<at::Tensor> features, masks, types;
    for (std::size_t i = 0; i < question.sides.size(); ++i) {
        const PictureRegions& side = question.sides[i];
        features.push_back(side.found->features);
        masks.push_back(side.mask());
        const std::int64_t type = question.encoded.regionTypes.of(i, question.sides.size());
        types.push_back(torch::full({side.count()}, type, torch::kLong));
    }
    const EncodedRequest& encoded = question.encoded;
    VisualBertInputs& inputs = question.inputs;
    inputs = {};
    inputs.input_ids = encoded.inputIds;
    inputs.attention_mask = encoded.attentionMask;
    inputs.token_type_ids = encoded.tokenTypeIds;
    const std::int64_t sequences = encoded.inputIds.size(0);
    const auto forEach = [&](const at::Tensor& row) { return row.unsqueeze(0).repeat_interleave(sequences, 0); };
    inputs.visual_embeds = forEach(torch::cat(features)).to(precision);
    inputs.visual_attention_mask = forEach(torch::cat(masks));
    if (question.request->blind)
        hidePictures(inputs);
    inputs.visual_token_type_ids = forEach(torch::cat(types));
    const RegionSet& first = question.sides.front().found->regions;
    const bool whole = !first.regions.empty() && first.regions.front().wholeImage;
    inputs.image_text_alignment = boxWords(*question.request, encoded, inputs.visual_embeds.size(1), whole ? 1 : 0);
    question.head->shape(encoded, inputs);
    for (const VisualBertInputField& field : visualBertInputFields())
        if ((inputs.*field.member).defined())
            inputs.*field.member = (inputs.*field.member).to(device);
}

void hidePictures(VisualBertInputs& inputs)
{
    inputs.visual_embeds = torch::zeros_like(inputs.visual_embeds);
    inputs.visual_attention_mask = torch::zeros_like(inputs.visual_attention_mask);
}

VisualBertInputs joinedInputs(std::span<const PreparedQuestion* const> questions)
{
    VisualBertInputs joined;
    for (const VisualBertInputField& field : visualBertInputFields()) {
        if (!(questions.front()->inputs.*field.member).defined())
            continue;
        std::vector<std::int64_t> sizes = (questions.front()->inputs.*field.member).sizes().vec();
        for (const PreparedQuestion* question : questions)
            for (std::size_t d = 0; d < sizes.size(); ++d)
                sizes[d] = std::max(sizes[d], (question->inputs.*field.member).size(std::int64_t(d)));
        const bool places = field.member == &VisualBertInputs::region_to_phrase_position ||
                            field.member == &VisualBertInputs::image_text_alignment;
        const std::int64_t nothing = places ? -1 : 0;
        std::vector<at::Tensor> rows;
        for (const PreparedQuestion* question : questions)
            rows.push_back(filledUp(question->inputs.*field.member, sizes, nothing));
        joined.*field.member = torch::cat(rows);
    }
    return joined;
}

VisualBertOutputs outputsOf(const VisualBertOutputs& joined, std::int64_t sample, const PreparedQuestion& question)
{
    const auto rowOf = [&](const at::Tensor& all) { return all.defined() ? all.narrow(0, sample, 1) : all; };
    const at::Tensor& positions = question.encoded.positions;
    VisualBertOutputs own;
    own.logits = rowOf(joined.logits);
    if (own.logits.defined() && own.logits.dim() == 3) // (1, phrases, regions)
        own.logits = own.logits.narrow(1, 0, positions.size(1)).narrow(2, 0, question.inputs.visual_embeds.size(-2));
    own.prediction_logits = rowOf(joined.prediction_logits);
    if (own.prediction_logits.defined() && positions.defined())
        own.prediction_logits = own.prediction_logits.narrow(1, 0, positions.size(1));
    own.seq_relationship_logits = rowOf(joined.seq_relationship_logits);
    return own;
}

} // namespace vbs
