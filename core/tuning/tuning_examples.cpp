#include "core/tuning/tuning_examples.h"

#include "core/base/error.h"
#include "core/datasets/dataset_formats.h"
#include "core/regions/region_extractor.h"
#include "core/runtime/box_words.h"
#include "core/runtime/task_head.h"
#include "core/text/bert_tokenizer.h"

#include <algorithm>
#include <cstdio>

#include <torch/types.h>

namespace vbs {

namespace {

/// Rows of unlike sizes as one tensor, each padded at its ends to the largest.
at::Tensor stacked(const std::vector<at::Tensor>& rows, double padding)
{
    std::vector<std::int64_t> sizes = rows.front().sizes().vec();
    for (const at::Tensor& row : rows)
        for (std::size_t i = 0; i < sizes.size(); ++i)
            sizes[i] = std::max(sizes[i], row.size(std::int64_t(i)));
    std::vector<at::Tensor> padded;
    for (const at::Tensor& row : rows) {
        at::Tensor full = torch::full(sizes, padding, row.options());
        at::Tensor part = full;
        for (std::int64_t i = 0; i < row.dim(); ++i)
            part = part.slice(i, 0, row.size(i));
        part.copy_(row);
        padded.push_back(full);
    }
    return torch::stack(padded);
}

RegionSet regionSetOf(const TuningRegions& seen)
{
    RegionSet set{seen.width, seen.height, {}};
    for (const Box& box : boxesOfTensor(seen.boxes))
        set.regions.push_back({box, "", 1, "", 0, false});
    return set;
}

std::vector<TuningPicture> picturesIn(const Example& example)
{
    std::vector<TuningPicture> pictures;
    for (const std::filesystem::path& file : example.pictures)
        pictures.push_back({file, pictures.empty() ? example.boxes : std::vector<Box>()});
    return pictures;
}

/// One sample's rows before they are padded to the batch.
struct Rows {
    std::vector<at::Tensor> ids, masks, types, positions, features, seen, sides, labels;
    std::vector<at::Tensor> boxWords; ///< of a form that tells them
};

/// Of an example that names no box: none.
at::Tensor boxWordsOf(const Example& example, const InferenceRequest& request, const EncodedRequest& encoded,
                      std::int64_t regions)
{
    const at::Tensor words =
        boxWords(request, encoded, regions, std::max<std::int64_t>(0, regions - std::int64_t(example.boxes.size())));
    return words.defined() ? words : torch::full({encoded.inputIds.size(0), regions, 1}, -1, torch::kLong);
}

void addRegions(const Example& example, const RegionTypes& types, TuningRegionStore& regions, Rows& rows)
{
    std::vector<at::Tensor> features, sides;
    for (const TuningPicture& picture : picturesIn(example)) {
        features.push_back(regions.of(picture).features); // kept: the store may forget it
        const std::int64_t type = types.of(features.size() - 1, example.pictures.size());
        sides.push_back(torch::full({features.back().size(0)}, type, torch::kLong));
    }
    rows.features.push_back(torch::cat(features));
    rows.sides.push_back(torch::cat(sides));
    rows.seen.push_back(torch::ones({rows.features.back().size(0)}, torch::kLong));
}

} // namespace

TuningExamples::TuningExamples(std::shared_ptr<const Dataset> dataset, const TuningTask& task, const TuningSetup& setup,
                               const std::string& name)
    : m_dataset(std::move(dataset)), m_task(task), m_setup(setup), m_labels(task.labels()),
      m_names(m_labels->fixedNames())
{
    for (std::size_t i = 0; i < m_dataset->count(); ++i) {
        const Example example = m_dataset->at(i);
        if (!example.fault.empty())
            m_leftOut.push_back({example.id, example.fault});
        else if (m_labels->knows(example))
            m_known.push_back(i);
    }
    if (m_known.empty() && !m_leftOut.empty()) {
        throw Error(ErrorCode::CorruptData, "None of the " + std::to_string(m_dataset->count()) + " examples of " +
                                                name + " can be used. The first: " + m_leftOut.front().reason);
    }
    if (m_known.empty()) {
        throw Error(ErrorCode::CorruptData,
                    name + " holds no example with a label, so there is nothing to learn: train and evaluate on "
                           "the published training and validation files.");
    }
}

std::vector<TuningPicture> TuningExamples::picturesOf(std::size_t example) const
{
    return picturesIn(at(example));
}

void TuningExamples::setLabelNames(const std::vector<std::string>& names)
{
    if (!m_labels->fixedNames().empty())
        return;
    m_names = names;
    m_labels->setNames(names);
}

std::vector<std::string> TuningExamples::suggestLabelNames(TuningIndices examples, std::size_t most) const
{
    if (!m_labels->fixedNames().empty())
        return m_labels->fixedNames();
    std::map<std::string, double> counts;
    for (const std::size_t example : examples)
        for (const auto& [name, count] : m_labels->namesIn(at(example)))
            counts[name] += count;
    std::vector<std::pair<std::string, double>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> names;
    for (const auto& [name, count] : sorted)
        if (names.size() < most)
            names.push_back(name);
    return names;
}

std::vector<std::string> TuningExamples::remarks(TuningIndices examples) const
{
    std::vector<std::string> remarks;
    for (const Sentence& said : m_dataset->remarks())
        remarks.push_back(said.english());
    if (const std::size_t unknown = m_dataset->count() - m_known.size() - m_leftOut.size(); unknown > 0)
        remarks.push_back(std::to_string(unknown) + " examples without an annotation are left out.");
    double covered = 0;
    bool named = false;
    for (const std::size_t example : examples) {
        double known = 0, all = 0;
        for (const auto& [name, count] : m_labels->namesIn(at(example))) {
            known += m_labels->has(name) ? count : 0;
            all += count;
        }
        named = named || all > 0;
        covered += all > 0 ? known / all : 0;
    }
    if (named) {
        char text[160];
        std::snprintf(text, sizeof text,
                      "The list of %zu answers covers %.1f %% of what people answered to %zu questions.",
                      m_names.size(), 100 * covered / double(examples.size()), examples.size());
        remarks.emplace_back(text);
    }
    return remarks;
}

VisualBertInputs TuningExamples::batch(TuningIndices examples, TuningRegionStore& regions) const
{
    const EncodingRules rules{m_setup.maxTokens, true, kTaughtPhraseReadAt, m_setup.form, {}};
    Rows rows;
    for (const std::size_t index : examples) {
        const Example example = at(index);
        const InferenceRequest request = requestOf(example);
        const EncodedRequest encoded = headOf(m_task.task).encode(request, *m_setup.tokenizer, rules);
        rows.ids.push_back(encoded.inputIds);
        rows.masks.push_back(encoded.attentionMask);
        rows.types.push_back(encoded.tokenTypeIds);
        if (encoded.positions.defined())
            rows.positions.push_back(encoded.positions.squeeze(0));
        addRegions(example, encoded.regionTypes, regions, rows);
        if (encoded.tellsBoxes)
            rows.boxWords.push_back(boxWordsOf(example, request, encoded, rows.features.back().size(0)));
        rows.labels.push_back(m_labels->of(example, regionSetOf(regions.of(picturesIn(example).front()))));
    }
    VisualBertInputs inputs; // texts: [batch, sequences, T]
    inputs.input_ids = stacked(rows.ids, double(m_setup.tokenizer->padId()));
    inputs.attention_mask = stacked(rows.masks, 0);
    inputs.token_type_ids = stacked(rows.types, 0);
    inputs.visual_embeds = stacked(rows.features, 0);
    inputs.visual_attention_mask = stacked(rows.seen, 0);
    inputs.visual_token_type_ids = stacked(rows.sides, 1);
    if (m_task.task == Task::MultipleChoice) { // the same regions for each choice: [batch, choices, regions, ...]
        const std::int64_t choices = inputs.input_ids.size(1);
        inputs.visual_embeds = inputs.visual_embeds.unsqueeze(1).expand({-1, choices, -1, -1});
        inputs.visual_attention_mask = inputs.visual_attention_mask.unsqueeze(1).expand({-1, choices, -1});
        inputs.visual_token_type_ids = inputs.visual_token_type_ids.unsqueeze(1).expand({-1, choices, -1});
    } else {
        for (at::Tensor* text : {&inputs.input_ids, &inputs.attention_mask, &inputs.token_type_ids})
            *text = text->squeeze(1);
    }
    inputs.labels = stacked(rows.labels, 0);
    if (!rows.boxWords.empty())
        inputs.image_text_alignment = stacked(rows.boxWords, -1);
    if (!rows.positions.empty())
        inputs.region_to_phrase_position = stacked(rows.positions, -1);
    for (std::size_t i = 0; i < rows.positions.size(); ++i) // a phrase that was cut off teaches nothing
        inputs.labels[std::int64_t(i)].masked_fill_(
            inputs.region_to_phrase_position[std::int64_t(i)].lt(0).unsqueeze(1), 0);
    return inputs;
}

void TuningExamples::score(TuningIndices examples, const at::Tensor& logits, TuningRegionStore& regions,
                           ScoreSum& score) const
{
    const TaskHead& head = headOf(m_task.task);
    const AnswerVocabulary answers = taskInfo(m_task.task).answerList ? AnswerVocabulary(m_names) : AnswerVocabulary();
    const auto shared = std::make_shared<const std::vector<std::string>>(head.names(*m_setup.tokenizer, answers));
    const at::Tensor all = logits.to(torch::kCPU);
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const Example example = at(examples[i]);
        InferenceRequest request = requestOf(example);
        request.topK = 1;
        InferenceResult result;
        result.regions = regionSetOf(regions.of(picturesIn(example).front()));
        VisualBertOutputs outputs; // of this sample alone, without the batch's padding
        outputs.logits = all.slice(0, std::int64_t(i), std::int64_t(i) + 1);
        if (!example.phrases.empty())
            outputs.logits = outputs.logits.slice(1, 0, std::int64_t(example.phrases.size()))
                                 .slice(2, 0, std::int64_t(result.regions.regions.size()));
        const auto names = shared->empty() ? std::make_shared<const std::vector<std::string>>(request.choices) : shared;
        head.read(outputs, {}, {request, names}, result);
        score.add(scoreOf(example, result));
    }
}

std::unique_ptr<TuningExamples> openTuningExamples(const TuningTask& task, const TuningFiles& files,
                                                   const TuningSetup& setup)
{
    const DatasetFormat& format = formatOf(files, setup.format, task.task);
    const std::filesystem::path& named = files.dataset.empty() ? files.annotations : files.dataset;
    return std::make_unique<TuningExamples>(format.open(files, {setup.vcrMode, setup.annotatedRegions}), task, setup,
                                            named.string());
}

} // namespace vbs
