#include "core/base/error.h"
#include "core/datasets/nlvr2.h"
#include "core/datasets/picture_folder.h"
#include "core/runtime/task_text.h"
#include "core/text/bert_tokenizer.h"
#include "core/tuning/tuning_batch.h"
#include "core/tuning/tuning_task.h"

#include <torch/types.h>

namespace vbs {

namespace {

struct Statement {
    std::string text, group;
    std::filesystem::path left, right;
    bool label = false;
};

class Nlvr2Examples : public TuningExamples {
public:
    Nlvr2Examples(const TuningFiles& files, const TuningSetup& setup) : m_setup(setup)
    {
        PictureFolder pictures(files.images);
        for (const Nlvr2Example& example : readNlvr2(files.dataset)) {
            const std::string place = files.dataset.string() + ": the statement " + example.identifier;
            if (!example.label.has_value()) {
                throw Error(ErrorCode::CorruptData,
                            place + " has no \"label\": train and evaluate on the published train and dev files.");
            }
            requireText(example.sentence, place);
            m_statements.push_back({asSentence(example.sentence), nlvr2SetOf(example.identifier),
                                    pictures.find(example.leftImage, place), pictures.find(example.rightImage, place),
                                    *example.label});
        }
        if (m_statements.empty())
            throw Error(ErrorCode::CorruptData, files.dataset.string() + " holds no statements.");
    }

    std::size_t count() const override { return m_statements.size(); }
    std::vector<TuningPicture> picturesOf(std::size_t example) const override
    {
        return {{m_statements[example].left, {}}, {m_statements[example].right, {}}};
    }
    std::string groupOf(std::size_t example) const override { return m_statements[example].group; }
    std::vector<std::string> labelNames() const override { return {"False", "True"}; }

    VisualBertInputs batch(TuningIndices examples, TuningRegionStore& regions) const override
    {
        std::vector<Encoding> texts;
        std::vector<at::Tensor> features;
        std::vector<std::int64_t> labels, lefts;
        for (const std::size_t index : examples) {
            const Statement& statement = m_statements[index];
            texts.push_back(encodeWithin(*m_setup.tokenizer, statement.text, std::nullopt, m_setup.maxTokens));
            const at::Tensor left = regions.of({statement.left, {}}).features; // kept: the store may forget it
            features.push_back(torch::cat({left, regions.of({statement.right, {}}).features}));
            lefts.push_back(left.size(0));
            labels.push_back(statement.label ? 1 : 0);
        }
        VisualBertInputs inputs;
        addTexts(texts, m_setup.tokenizer->padId(), inputs);
        addRegions(features, inputs);
        inputs.visual_token_type_ids = torch::ones_like(inputs.visual_attention_mask); // [batch, regions]
        for (std::size_t i = 0; i < lefts.size(); ++i)
            inputs.visual_token_type_ids[std::int64_t(i)].slice(0, 0, lefts[i]).fill_(0);
        inputs.labels = torch::tensor(labels);
        return inputs;
    }

    void score(TuningIndices examples, const at::Tensor& logits, TuningRegionStore&, TuningScore& score) const override
    {
        const at::Tensor best = logits.argmax(-1).to(torch::kCPU);
        for (std::size_t i = 0; i < examples.size(); ++i)
            score.add("accuracy", (best[std::int64_t(i)].item<std::int64_t>() == 1) == m_statements[examples[i]].label);
    }

private:
    TuningSetup m_setup;
    std::vector<Statement> m_statements;
};

} // namespace

std::unique_ptr<TuningExamples> readNlvr2Tuning(const TuningFiles& files, const TuningSetup& setup)
{
    return std::make_unique<Nlvr2Examples>(files, setup);
}

} // namespace vbs
