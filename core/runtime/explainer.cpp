#include "core/runtime/explainer.h"

#include "core/base/error.h"
#include "core/explain/attention_rollout.h"
#include "core/explain/attention_summary.h"
#include "core/explain/gradient_relevance.h"
#include "core/explain/occlusion.h"

#include <algorithm>
#include <functional>
#include <span>

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

/// All that a method may look at.
struct Material {
    const ExplanationRequest& request;
    AttentionView attention;       ///< where it needs attention or gradients
    std::span<const float> slopes; ///< of the answer's score by the attention, where it needs gradients
    std::size_t query = 0;         ///< the position that the answer is read from
    const std::vector<bool>& leaveOut;
    std::size_t textLength = 0, regions = 0;
    /// The answer's probability in each run, with what the run's mask says hidden.
    std::function<std::vector<double>(const std::vector<std::vector<bool>>&)> run;
};

AttentionSummary byAttention(const Material& m)
{
    return summarizeAttention(m.attention, {m.request.layer, m.request.head, m.query, m.leaveOut});
}

AttentionSummary byRollout(const Material& m)
{
    return attentionRollout(m.attention, m.query, m.leaveOut);
}

AttentionSummary byRelevance(const Material& m)
{
    return gradientRelevance(m.attention, m.slopes, m.query, m.leaveOut);
}

AttentionSummary byOcclusion(const Material& m)
{
    const OcclusionPlan plan = planOcclusion(m.textLength, m.regions, m.leaveOut);
    return occlusionWeights(plan, m.run(plan.masks()));
}

constexpr PerMethod<AttentionSummary (*)(const Material&)> kComputations({{ExplanationMethod::None, nullptr},
                                                                          {ExplanationMethod::Attention, byAttention},
                                                                          {ExplanationMethod::Rollout, byRollout},
                                                                          {ExplanationMethod::Relevance, byRelevance},
                                                                          {ExplanationMethod::Occlusion, byOcclusion}});

class Explanations {
public:
    Explanations(const AnsweredQuestion& answered, const JobControl& control)
        : m_answered(answered), m_question(answered.question), m_control(control)
    {
        m_textLength = std::size_t(m_question.encoded.inputIds.size(1));
        m_regions = std::size_t(m_question.inputs.visual_embeds.size(-2));
    }

    ExplainedAnswer run(const ExplanationRequest& request)
    {
        const ExplanationNeeds needs = methodInfo(request.method).needs;
        const bool gradients = needs == ExplanationNeeds::Gradient;
        const torch::AutoGradMode mode(gradients);
        const VisualBertOutputs own = gradients ? runForGradients() : VisualBertOutputs();
        const VisualBertOutputs& outputs = gradients ? own : m_answered.outputs;
        const at::Tensor scores = m_question.head->scores(outputs, m_question.encoded);
        if (!scores.defined())
            throw Error(ErrorCode::InvalidArgument,
                        sentence("Phrases are explained by their own regions: ask for no explanation."));
        ExplainedAnswer result;
        result.answer = m_answered.answer.value_or(std::size_t(scores[0].argmax().item<std::int64_t>()));
        if (result.answer >= std::size_t(scores.size(1)))
            throw Error(ErrorCode::InvalidArgument, sentence("There is no such answer to explain."));
        // Several sequences: one a choice.
        m_sequence = m_question.encoded.tokens.size() > 1 ? result.answer : 0;
        const VisualBertConfig& config = m_answered.network.config();
        result.layers = int(config.num_hidden_layers);
        result.heads = int(config.num_attention_heads);
        result.readFrom = int(m_question.head->readAt(m_question.encoded));
        const std::vector<bool> leaveOut = this->leaveOut();
        Material material{request,   {},
                          {},        std::size_t(result.readFrom),
                          leaveOut,  m_textLength,
                          m_regions, [&](const auto& masks) { return probabilities(masks, scores, result.answer); }};
        at::Tensor attention, slopes; // the material's spans look into them
        if (needs == ExplanationNeeds::Attention || gradients) {
            attention = ofSequence(outputs.attentions, m_sequence);
            material.attention = {valuesOf(attention), std::size_t(attention.size(0)), std::size_t(attention.size(1)),
                                  std::size_t(attention.size(2)), m_textLength};
        }
        if (gradients) {
            slopes = ofSequence(torch::autograd::grad({scores[0][std::int64_t(result.answer)]}, outputs.attentions),
                                m_sequence);
            material.slopes = valuesOf(slopes);
        }
        AttentionSummary summary = kComputations[request.method](material);
        summary.tokens.resize(m_question.encoded.tokens[m_sequence].size()); // without padding
        result.tokens = std::move(summary.tokens);
        result.regions = std::move(summary.regions);
        return result;
    }

private:
    VisualBertOutputs runForGradients() const
    {
        VisualBertInputs inputs = m_question.inputs;
        inputs.output_attentions = true;
        return m_answered.network.forward(inputs);
    }

    /// Special tokens, padding and hidden regions.
    std::vector<bool> leaveOut() const
    {
        std::vector<bool> leaveOut(m_textLength, false);
        const std::vector<TextToken>& tokens = m_question.encoded.tokens[m_sequence];
        for (std::size_t i = 0; i < m_textLength; ++i)
            leaveOut[i] = i >= tokens.size() || tokens[i].special;
        const std::vector<bool> hidden = m_question.hiddenRegions();
        leaveOut.insert(leaveOut.end(), hidden.begin(), hidden.end());
        return leaveOut;
    }

    /// One sample a run, each with one token masked or one region hidden.
    VisualBertInputs occludedInputs(const std::vector<std::vector<bool>>& masks) const
    {
        const auto runs = static_cast<std::int64_t>(masks.size());
        VisualBertInputs inputs = m_question.inputs;
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
                    hide(inputs, run, position);
        return inputs;
    }

    void hide(VisualBertInputs& inputs, std::int64_t run, std::size_t position) const
    {
        const auto at = static_cast<std::int64_t>(position < m_textLength ? position : position - m_textLength);
        if (position >= m_textLength) {
            inputs.visual_attention_mask[run].select(-1, at).fill_(0);
            return;
        }
        // The network reads its answer at a place counted from the text's end, so a word is masked, not cut out.
        const bool several = m_question.encoded.tokens.size() > 1;
        at::Tensor ids = inputs.input_ids[run];
        if (several && m_question.encoded.tokens[m_sequence][position].ofChoice)
            ids = ids[std::int64_t(m_sequence)];
        ids.select(-1, at).fill_(m_answered.maskId);
    }

    std::vector<double> probabilities(const std::vector<std::vector<bool>>& masks, const at::Tensor& scores,
                                      std::size_t answer) const
    {
        const auto column = static_cast<std::int64_t>(answer);
        std::vector<double> probabilities{torch::softmax(scores[0].to(torch::kFloat), 0)[column].item<double>()};
        for (std::size_t begin = 1; begin < masks.size(); begin += kRunsAtOnce) {
            m_control.throwIfStopped();
            m_control.report(forPeople("Hiding regions one by one"), double(begin) / double(masks.size()));
            const std::size_t end = std::min(masks.size(), begin + kRunsAtOnce);
            const auto outputs = m_answered.network.forward(
                occludedInputs({masks.begin() + std::ptrdiff_t(begin), masks.begin() + std::ptrdiff_t(end)}));
            const at::Tensor shares =
                torch::softmax(m_question.head->scores(outputs, m_question.encoded).to(torch::kFloat), 1)
                    .select(1, column)
                    .to(torch::kDouble)
                    .cpu()
                    .contiguous();
            probabilities.insert(probabilities.end(), shares.data_ptr<double>(),
                                 shares.data_ptr<double>() + shares.numel());
        }
        return probabilities;
    }

    const AnsweredQuestion& m_answered;
    const PreparedQuestion& m_question;
    const JobControl& m_control;
    std::size_t m_textLength, m_regions, m_sequence = 0;
};

} // namespace

ExplainedAnswer explainAnswer(const ExplanationRequest& request, const AnsweredQuestion& answered,
                              const JobControl& control)
{
    return Explanations(answered, control).run(request);
}

} // namespace vbs
