#pragma once

#include "core/datasets/vcr.h"
#include "core/nn/visual_bert/visual_bert_inputs.h"
#include "core/regions/tuning_regions.h"
#include "core/tuning/run_log.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

class BertTokenizer;

/// Where examples come from; what each file is depends on the task, see tuningTasks().
struct TuningFiles {
    std::filesystem::path dataset, annotations, images;

    friend bool operator==(const TuningFiles&, const TuningFiles&) = default;
};

/// What reading and batching examples depends on beside the files.
struct TuningSetup {
    const BertTokenizer* tokenizer = nullptr;
    std::int64_t maxTokens = 512; ///< longer texts are cut, the longer one of a pair first
    VcrMode vcrMode = VcrMode::Answer;
    bool annotatedRegions = true; ///< VCR: the regions are the data set's own boxes where it has some
};

using TuningIndices = std::span<const std::size_t>;

/// Sums of an evaluation; means() gives "accuracy" and the task's other measures.
class TuningScore {
public:
    void add(const std::string& name, double value, double weight = 1);
    Measures means() const;

private:
    std::map<std::string, std::pair<double, double>> m_sums;
};

/// The examples of one data set: texts, pictures and labels. Used by one thread.
class TuningExamples {
public:
    virtual ~TuningExamples() = default;

    virtual std::size_t count() const = 0;
    virtual std::vector<TuningPicture> picturesOf(std::size_t example) const = 0;

    /// Examples of one group share a picture: they are held out together or not at all.
    virtual std::string groupOf(std::size_t example) const = 0;

    /// What the outputs of the network's classifier mean, in their order; empty where the task has none.
    virtual std::vector<std::string> labelNames() const { return {}; }
    /// Gives the outputs their meaning. Tasks whose outputs mean always the same ignore it.
    virtual void setLabelNames(const std::vector<std::string>& names) {}
    /// The label names that these examples suggest: at most so many, the most frequent first.
    virtual std::vector<std::string> suggestLabelNames(TuningIndices examples, std::size_t most) const
    {
        return labelNames();
    }

    /// Whole sentences about the data that a user should know, e.g. how many answers are not in the list.
    virtual std::vector<std::string> remarks(TuningIndices examples) const { return {}; }

    /// Inputs and labels of the task's class, on the CPU.
    virtual VisualBertInputs batch(TuningIndices examples, TuningRegionStore& regions) const = 0;

    /// Compares the logits of batch(examples) with the truth; adds "accuracy" and what else the task is measured by.
    virtual void score(TuningIndices examples, const at::Tensor& logits, TuningRegionStore& regions,
                       TuningScore& score) const = 0;
};

/// A task that networks can be fine-tuned for.
struct TuningTask {
    std::string_view name;         ///< of --task: "nlvr2"
    std::string_view packKey;      ///< in pack.json: "nlvr"
    std::string_view architecture; ///< the class in config.json
    std::string_view files;        ///< what the three files are, for the help
    std::unique_ptr<TuningExamples> (*read)(const TuningFiles&, const TuningSetup&);
};

std::span<const TuningTask> tuningTasks();

/// @throws Error (InvalidArgument) listing the names for an unknown one.
const TuningTask& tuningTask(std::string_view name);

/// Questions (dataset) and their answers (annotations) in VQA v2's form, or LXMERT's with scored answers (dataset
/// alone), whose scores are labels and accuracy. Otherwise the label of an answer that n of the people
/// gave is min(1, n / 3), or n / people where fewer than three answered. "accuracy" is the official one: the mean over
/// the people of min(1, others who gave the predicted answer / 3), answers compared as the reference does
/// (core/datasets/vqa_answer.h); labels are of normalised answers.
std::unique_ptr<TuningExamples> readVqaTuning(const TuningFiles& files, const TuningSetup& setup);

/// Statements about two pictures in NLVR2's form (dataset). Both pictures' regions stand in one sequence, the left
/// one's with type 0 and the right one's with type 1; output 1 means "True".
std::unique_ptr<TuningExamples> readNlvr2Tuning(const TuningFiles& files, const TuningSetup& setup);

/// VCR's JSON lines (dataset), the pictures' metadata beside the pictures. The question (and answer) is the first
/// segment, the choice the second; see vcrQuery for the words.
std::unique_ptr<TuningExamples> readVcrTuning(const TuningFiles& files, const TuningSetup& setup);

/// Flickr30k Entities: annotations is the folder with Sentences/ and Annotations/, dataset a list of picture ids, or
/// that folder itself for all. A caption's phrases are asked at their last word piece; the label spreads evenly over
/// the regions that overlap a box of the phrase by at least half (IoU). Phrases without a box are left out; those that
/// no region fits have no label and count as missed. "accuracy" is Recall@1.
std::unique_ptr<TuningExamples> readFlickrTuning(const TuningFiles& files, const TuningSetup& setup);

} // namespace vbs
