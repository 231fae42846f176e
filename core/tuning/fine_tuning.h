#pragma once

#include "core/base/progress.h"
#include "core/regions/extractor_choice.h"
#include "core/tuning/process_place.h"
#include "core/tuning/run_log.h"
#include "core/tuning/tuning_task.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vbs {

/// Fine-tunes VisualBERT on somebody's own annotations.
struct FineTuningOptions {
    std::string task;   ///< one of tuningTasks()
    std::string format; ///< one of datasetFormats(); empty: told by the files' contents
    TuningFiles training;
    TuningFiles heldOut;       ///< to measure on; dataset empty: a share of the training data is held out
    double heldOutShare = 0.1; ///< of the groups of examples that share a picture; 0: nothing is measured

    std::string start = "picture-book"; ///< a pack, or a checkpoint's folder or file
    bool freshHead = false;             ///< make the head anew even where the start's would fit
    std::filesystem::path vocabulary;   ///< of a checkpoint without vocab.txt beside it
    bool lowerCase = true;              ///< of a checkpoint's vocabulary
    ExtractorRequest extractor;         ///< empty: the start pack's, or the shipped pack's

    std::filesystem::path answers;  ///< question answering: one a line; empty: the start's, or the most frequent ones
    std::size_t mostAnswers = 3129; ///< of a list that is made from the training answers
    VcrMode vcrMode = VcrMode::Answer;
    bool annotatedRegions = true; ///< VCR: look at the data set's own boxes where it has some
    std::int64_t maxTokens = 128; ///< word pieces of a text at most, and never more than the network reads

    std::filesystem::path folder; ///< the run: log.jsonl, run.json, regions/, checkpoint/ and the finished pack/
    std::string name;             ///< of the pack; empty: made of the start's name and the task
    double epochs = 3;
    int steps = 0; ///< instead of epochs, where it is not 0
    int batch = 32;
    double learningRate = 5e-5;
    double freshRateFactor = 10; ///< a head that is made anew learns so much faster
    double warmupShare = 0.1;    ///< of the steps
    int evaluateEvery = 0;       ///< steps; 0: before and after only
    double checkpointSeconds = 120;
    std::uint64_t seed = 1; ///< of new weights, the order of examples, dropout and what is held out
    bool resume = false;
    LineSink lines; ///< gets the run's log
    std::string device = "auto";
    /// Where several processes share each step's examples. The first one alone tells, returns figures and writes, but
    /// for regions: each keeps those of its share of the pictures in the folder.
    ProcessPlace place{};
    std::filesystem::path cacheFolder;       ///< regions that other programs have found; empty: the run's own only
    std::uint64_t cacheBytes = 512ull << 20; ///< see BackendOptions; of these a run fills no more than half
};

struct FineTuningResult {
    std::filesystem::path pack;
    Measures before, after; ///< on held-out examples: "accuracy", 0..1, "loss", and the task's other measures
    std::size_t trainingExamples = 0, heldOutExamples = 0;
    int steps = 0;
    std::vector<LeftOutExample> leftOut; ///< examples whose pictures or other files cannot be used
};

/// Runs (or goes on with) a fine-tuning and writes the pack. The loss is the task class's own; the whole network
/// learns. Dropout is the start's. Examples with a picture or another file of their own that is missing or damaged are
/// left out. A run that is in the folder already is gone on with or refused. The same options give the same result on
/// one machine, also across a resume.
/// @param tell gets whole sentences that the user should know, as they come up.
/// @throws Error, whole sentences with the way out; (Cancelled) after a checkpoint was written.
FineTuningResult fineTune(const FineTuningOptions& options, const JobControl& control,
                          const std::function<void(const std::string&)>& tell = {});

} // namespace vbs
