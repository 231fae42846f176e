#include "core/runtime/explainer.h"

#include "core/base/error.h"
#include "core/explain/attention_rollout.h"
#include "core/explain/attention_summary.h"
#include "core/explain/gradient_relevance.h"
#include "core/explain/occlusion.h"

#include <algorithm>

#include <torch/csrc/autograd/autograd.h>
#include <torch/types.h>

namespace vbs {

namespace {

/// Runs of an occlusion that go through the network at once: memory stays small with a hundred regions.
constexpr std::int64_t kRunsAtOnce = 16;

/// Float copies of one sequence's values in every layer: [layers, heads, positions, positions].
at::Tensor ofSequence(const std::vector<at::Tensor>& layers, std::size_t sequence)
{
    std::vector<at::Tensor> rows;
    for (const at::Tensor& layer : layers)
        rows.push_back(layer[std::int64_t(sequence)].detach().to(torch::kFloat).cpu());
    return torch::stack(rows).contiguous();
}

std::span<const float> valuesOf(const at::Tensor& tensor)
{
    return {tensor.data_ptr<float>(), std::size_t(tensor.numel())};
}

class Explanations {
public:
    Explanations(const AnsweredRequest& answered, const JobControl& control) : m_answered(answered), m_control(control)
    {
        m_textLength = std::size_t(answered.encoded.inputIds.size(1));
        m_regions = std::size_t(answered.inputs.visual_embeds.size(-2));
    }

    ExplainedRequest run(const ExplanationRequest& request)
    {
        ExplainedRequest result;
        VisualBertInputs inputs = m_answered.inputs;
        inputs.output_attentions = request.method != ExplanationMethod::Occlusion;
        const torch::AutoGradMode gradients(request.method == ExplanationMethod::Relevance);
        const VisualBertOutputs outputs = m_answered.network.forward(inputs);
        const at::Tensor scores = m_answered.head.scores(outputs);
        if (!scores.defined())
            throw Error(ErrorCode::InvalidArgument,
                        "Phrases are explained by their own regions: ask for no explanation.");
        result.answer = std::size_t(scores[0].argmax().item<std::int64_t>());
        // Several sequences: one a choice, of which the best is explained.
        result.sequence = m_answered.encoded.tokens.size() > 1 ? result.answer : 0;
        const VisualBertConfig& config = m_answered.network.config();
        result.layers = int(config.num_hidden_layers);
        result.heads = int(config.num_attention_heads);
        AttentionSummary summary = request.method == ExplanationMethod::Occlusion
                                       ? occlude(scores, result)
                                       : attend(request, outputs, scores, result);
        summary.tokens.resize(m_answered.encoded.tokens[result.sequence].size()); // without padding
        result.tokens = std::move(summary.tokens);
        result.regions = std::move(summary.regions);
        return result;
    }

private:
    /// Special tokens, padding and hidden regions.
    std::vector<bool> leftOut(std::size_t sequence) const
    {
        std::vector<bool> leaveOut(m_textLength + m_regions, false);
        const std::vector<TextToken>& tokens = m_answered.encoded.tokens[sequence];
        for (std::size_t i = 0; i < m_textLength; ++i)
            leaveOut[i] = i >= tokens.size() || tokens[i].special;
        for (std::size_t i = 0; i < m_answered.hiddenRegions.size(); ++i)
            leaveOut[m_textLength + i] = m_answered.hiddenRegions[i];
        return leaveOut;
    }

    AttentionSummary attend(const ExplanationRequest& request, const VisualBertOutputs& outputs,
                            const at::Tensor& scores, const ExplainedRequest& explained) const
    {
        const at::Tensor all = ofSequence(outputs.attentions, explained.sequence);
        const AttentionView view{valuesOf(all), std::size_t(all.size(0)), std::size_t(all.size(1)),
                                 std::size_t(all.size(2)), m_textLength};
        const std::size_t query = m_answered.head.readAt(m_answered.encoded);
        const std::vector<bool> leaveOut = leftOut(explained.sequence);
        if (request.method == ExplanationMethod::Rollout)
            return attentionRollout(view, query, leaveOut);
        if (request.method == ExplanationMethod::Attention)
            return summarizeAttention(view, {request.layer, request.head, query, leaveOut});
        const std::vector<at::Tensor> gradients =
            torch::autograd::grad({scores[0][std::int64_t(explained.answer)]}, outputs.attentions);
        const at::Tensor slopes = ofSequence(gradients, explained.sequence);
        return gradientRelevance(view, valuesOf(slopes), query, leaveOut);
    }

    /// One sample a run, each with one token masked or one region hidden.
    VisualBertInputs occludedInputs(const std::vector<std::vector<bool>>& masks, std::size_t sequence) const
    {
        const auto runs = static_cast<std::int64_t>(masks.size());
        VisualBertInputs inputs = m_answered.inputs;
        for (const VisualBertInputField& field : visualBertInputFields()) {
            at::Tensor& tensor = inputs.*field.member;
            if (!tensor.defined())
                continue;
            std::vector<std::int64_t> times(std::size_t(tensor.dim()), 1);
            times[0] = runs;
            tensor = tensor.repeat(times);
        }
        for (std::int64_t run = 0; run < runs; ++run)
            for (std::size_t position = 0; position < masks[std::size_t(run)].size(); ++position)
                if (masks[std::size_t(run)][position])
                    hide(inputs, run, position, sequence);
        return inputs;
    }

    void hide(VisualBertInputs& inputs, std::int64_t run, std::size_t position, std::size_t sequence) const
    {
        const auto at = static_cast<std::int64_t>(position < m_textLength ? position : position - m_textLength);
        if (position >= m_textLength) {
            inputs.visual_attention_mask[run].select(-1, at).fill_(0);
            return;
        }
        // The network reads its answer at a place counted from the text's end, so a word is masked, not cut out.
        const bool several = m_answered.encoded.tokens.size() > 1;
        at::Tensor ids = inputs.input_ids[run];
        if (several && m_answered.encoded.tokens[sequence][position].ofChoice)
            ids = ids[std::int64_t(sequence)];
        ids.select(-1, at).fill_(m_answered.maskId);
    }

    AttentionSummary occlude(const at::Tensor& scores, const ExplainedRequest& explained)
    {
        const OcclusionPlan plan = planOcclusion(m_textLength, m_regions, leftOut(explained.sequence));
        const std::vector<std::vector<bool>> masks = plan.masks();
        const auto answer = static_cast<std::int64_t>(explained.answer);
        std::vector<double> probabilities{torch::softmax(scores[0].to(torch::kFloat), 0)[answer].item<double>()};
        for (std::size_t begin = 1; begin < masks.size(); begin += kRunsAtOnce) {
            m_control.throwIfStopped();
            m_control.report("Hiding one region after the other", double(begin) / double(masks.size()));
            const std::size_t end = std::min(masks.size(), begin + kRunsAtOnce);
            const auto outputs = m_answered.network.forward(occludedInputs(
                {masks.begin() + std::ptrdiff_t(begin), masks.begin() + std::ptrdiff_t(end)}, explained.sequence));
            const at::Tensor shares =
                torch::softmax(m_answered.head.scores(outputs).to(torch::kFloat), 1).select(1, answer).cpu();
            for (std::int64_t i = 0; i < shares.size(0); ++i)
                probabilities.push_back(shares[i].item<double>());
        }
        return occlusionWeights(plan, probabilities);
    }

    const AnsweredRequest& m_answered;
    const JobControl& m_control;
    std::size_t m_textLength, m_regions;
};

} // namespace

ExplainedRequest explainAnswer(const ExplanationRequest& request, const AnsweredRequest& answered,
                               const JobControl& control)
{
    return Explanations(answered, control).run(request);
}

} // namespace vbs
