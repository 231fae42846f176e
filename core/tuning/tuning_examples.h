#pragma once

#include "core/datasets/example_score.h"
#include "core/nn/visual_bert/visual_bert_inputs.h"
#include "core/pack/task_form.h"
#include "core/regions/tuning_regions.h"
#include "core/tuning/task_labels.h"
#include "core/tuning/tuning_task.h"

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace vbs {

class BertTokenizer;

/// What reading and batching examples depends on beside the files.
struct TuningSetup {
    const BertTokenizer* tokenizer = nullptr;
    std::int64_t maxTokens = 512;      ///< longer texts are cut, the longer one of a pair first
    VcrMode vcrMode = VcrMode::Answer; ///< see DatasetOptions
    bool annotatedRegions = true;      ///< see DatasetOptions
    std::string format;                ///< of the data set; empty: told by its contents
    TaskForm form{};                   ///< how the model is asked
};

using TuningIndices = std::span<const std::size_t>;

/// The examples of a data set that can be learned from, as batches of tensors: encoded and read as a session does.
/// Used by one thread.
class TuningExamples {
public:
    /// @throws Error when no example of the data set has a label, or none can be used.
    TuningExamples(std::shared_ptr<const Dataset> dataset, const TuningTask& task, const TuningSetup& setup,
                   const std::string& name);

    std::size_t count() const { return m_known.size(); }
    /// Those that cannot be used; the ones without a label are not among them.
    const std::vector<LeftOutExample>& leftOut() const { return m_leftOut; }
    Example at(std::size_t example) const { return m_dataset->at(m_known.at(example)); }
    std::vector<TuningPicture> picturesOf(std::size_t example) const;

    /// Examples of one group share a picture: they are held out together or not at all.
    std::string groupOf(std::size_t example) const { return at(example).group; }

    /// What the outputs of the network's classifier mean, in their order; empty where the task has none.
    const std::vector<std::string>& labelNames() const { return m_names; }
    /// Gives the outputs their meaning. Tasks whose outputs mean always the same ignore it.
    void setLabelNames(const std::vector<std::string>& names);
    /// The label names that these examples suggest: at most so many, the most frequent first.
    std::vector<std::string> suggestLabelNames(TuningIndices examples, std::size_t most) const;

    /// Whole sentences about the data that a user should know, e.g. how many answers are not in the list.
    std::vector<std::string> remarks(TuningIndices examples) const;

    /// Inputs and labels of the task's class, on the CPU.
    VisualBertInputs batch(TuningIndices examples, TuningRegionStore& regions) const;

    /// Compares the logits of batch(examples) with the truth, by the official metrics.
    void score(TuningIndices examples, const at::Tensor& logits, TuningRegionStore& regions, ScoreSum& score) const;

private:
    std::shared_ptr<const Dataset> m_dataset;
    const TuningTask& m_task;
    TuningSetup m_setup;
    std::unique_ptr<TaskLabels> m_labels;
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_known; ///< the examples of the data set that can be used and have a label
    std::vector<LeftOutExample> m_leftOut;
};

/// @throws Error naming the files: of no format of the task, damaged, or without a label.
std::unique_ptr<TuningExamples> openTuningExamples(const TuningTask& task, const TuningFiles& files,
                                                   const TuningSetup& setup);

} // namespace vbs
