#include "core/base/error.h"
#include "core/datasets/picture_folder.h"
#include "core/text/bert_tokenizer.h"
#include "core/tuning/tuning_batch.h"
#include "core/tuning/tuning_task.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

struct ChoiceQuestion {
    VcrQuery query;
    TuningPicture picture;
};

/// The data set's boxes; what has no area is left out, since nothing can be seen in it.
std::vector<Box> usableBoxes(const VcrMetadata& metadata)
{
    std::vector<Box> boxes;
    for (Box box : metadata.boxes) {
        box.x1 = std::max(0.f, box.x1);
        box.y1 = std::max(0.f, box.y1);
        if (metadata.width > 0 && metadata.height > 0) {
            box.x2 = std::min(float(metadata.width), box.x2);
            box.y2 = std::min(float(metadata.height), box.y2);
        }
        if (box.width() >= 1 && box.height() >= 1)
            boxes.push_back(box);
    }
    return boxes;
}

class VcrExamples : public TuningExamples {
public:
    VcrExamples(const TuningFiles& files, const TuningSetup& setup) : m_setup(setup)
    {
        PictureFolder pictures(files.images);
        for (const VcrExample& example : readVcr(files.dataset)) {
            const std::string place = files.dataset.string() + ": the record " + example.id;
            ChoiceQuestion question{vcrQuery(example, setup.vcrMode), {pictures.find(example.image, place), {}}};
            if (question.query.label < 0) {
                throw Error(ErrorCode::CorruptData,
                            place + " has no label: train and evaluate on the published train and val files.");
            }
            if (setup.annotatedRegions && !example.metadata.empty())
                question.picture.boxes = usableBoxes(readVcrMetadata(pictures.find(example.metadata, place)));
            requireSameChoices(question, place);
            m_questions.push_back(std::move(question));
        }
        if (m_questions.empty())
            throw Error(ErrorCode::CorruptData, files.dataset.string() + " holds no questions.");
    }

    std::size_t count() const override { return m_questions.size(); }
    std::vector<TuningPicture> picturesOf(std::size_t example) const override { return {m_questions[example].picture}; }
    std::string groupOf(std::size_t example) const override { return m_questions[example].picture.file.string(); }

    VisualBertInputs batch(TuningIndices examples, TuningRegionStore& regions) const override
    {
        std::vector<Encoding> texts;
        std::vector<at::Tensor> features;
        std::vector<std::int64_t> labels;
        for (const std::size_t index : examples) {
            const ChoiceQuestion& question = m_questions[index];
            for (const std::string& choice : question.query.choices)
                texts.push_back(encodeWithin(*m_setup.tokenizer, question.query.text, choice, m_setup.maxTokens));
            features.push_back(regions.of(question.picture).features);
            labels.push_back(question.query.label);
        }
        VisualBertInputs inputs;
        addTexts(texts, m_setup.tokenizer->padId(), inputs);
        addRegions(features, inputs);
        const auto samples = std::int64_t(examples.size()), choices = std::int64_t(texts.size()) / samples;
        for (at::Tensor* text : {&inputs.input_ids, &inputs.token_type_ids, &inputs.attention_mask})
            *text = text->view({samples, choices, text->size(1)});
        // The same regions for each choice: [batch, choices, regions, ...].
        inputs.visual_embeds = inputs.visual_embeds.unsqueeze(1).expand({-1, choices, -1, -1});
        inputs.visual_attention_mask = inputs.visual_attention_mask.unsqueeze(1).expand({-1, choices, -1});
        inputs.labels = torch::tensor(labels);
        return inputs;
    }

    void score(TuningIndices examples, const at::Tensor& logits, TuningRegionStore&, TuningScore& score) const override
    {
        const at::Tensor best = logits.argmax(-1).to(torch::kCPU);
        for (std::size_t i = 0; i < examples.size(); ++i)
            score.add("accuracy", best[std::int64_t(i)].item<std::int64_t>() == m_questions[examples[i]].query.label);
    }

private:
    void requireSameChoices(const ChoiceQuestion& question, const std::string& place) const
    {
        const std::size_t choices = question.query.choices.size();
        if (m_questions.empty() || m_questions[0].query.choices.size() == choices)
            return;
        throw Error(ErrorCode::Mismatch, place + " has " + std::to_string(choices) + " choices, the first record " +
                                             std::to_string(m_questions[0].query.choices.size()) +
                                             ": every record needs as many.");
    }

    TuningSetup m_setup;
    std::vector<ChoiceQuestion> m_questions;
};

} // namespace

std::unique_ptr<TuningExamples> readVcrTuning(const TuningFiles& files, const TuningSetup& setup)
{
    return std::make_unique<VcrExamples>(files, setup);
}

} // namespace vbs
