#include "core/runtime/prepared_question.h"

#include "core/base/error.h"
#include "core/runtime/box_words.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

/// Copies the tensor to the beginning of each dimension of a larger one.
void copyToBeginning(at::Tensor to, const at::Tensor& tensor)
{
    for (std::int64_t d = 1; d < tensor.dim(); ++d)
        if (to.size(d) != tensor.size(d))
            to = to.narrow(d, 0, tensor.size(d));
    to.copy_(tensor);
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
    const auto forEach = [&](const at::Tensor& row) {
        std::vector<std::int64_t> sizes = row.sizes().vec();
        sizes.insert(sizes.begin(), sequences);
        return row.unsqueeze(0).expand(sizes).contiguous();
    };
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
        const at::Tensor& first = questions.front()->inputs.*field.member;
        std::vector<std::int64_t> sizes = first.sizes().vec();
        sizes[0] = 0;
        for (const PreparedQuestion* question : questions) {
            const at::Tensor& own = question->inputs.*field.member;
            sizes[0] += own.size(0);
            for (std::size_t d = 1; d < sizes.size(); ++d)
                sizes[d] = std::max(sizes[d], own.size(std::int64_t(d)));
        }
        const bool places = field.member == &VisualBertInputs::region_to_phrase_position ||
                            field.member == &VisualBertInputs::image_text_alignment;
        const at::Tensor all = torch::full(sizes, places ? -1 : 0, first.options());
        std::int64_t row = 0;
        for (const PreparedQuestion* question : questions) {
            const at::Tensor& own = question->inputs.*field.member;
            copyToBeginning(all.narrow(0, row, own.size(0)), own);
            row += own.size(0);
        }
        joined.*field.member = all;
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
