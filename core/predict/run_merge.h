#pragma once

#include "core/base/progress.h"
#include "core/datasets/dataset.h"
#include "core/metrics/bootstrap.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

struct RunMergeOptions {
    std::vector<std::filesystem::path> runs; ///< folders with shards of one run
    std::filesystem::path output;            ///< where the results go; empty: the first of these
    DatasetFiles files;                      ///< in place of those that the run was made from; empty ones: as it was
    BootstrapOptions bootstrap;              ///< of the metrics
};

/// What was put together.
struct RunMergeReport {
    std::size_t items = 0, answered = 0, shards = 0;
    struct Failure {
        std::string id, reason;
    };
    std::vector<Failure> failures;     ///< the first ones: see kFailuresNamed
    std::size_t failed = 0;            ///< of all items
    std::filesystem::path predictions; ///< predictions.jsonl: see AnswerLine, in the data set's order
    std::filesystem::path failureFile; ///< failures.jsonl: what was not asked, and why
    std::filesystem::path results;     ///< results.json or .csv, as the challenge takes them; empty: there are none
    std::filesystem::path metricsFile; ///< metrics.json; empty: nothing was measured
    std::optional<MetricReport> metrics;
    std::string unmeasured; ///< why there are no metrics; empty where there are
    std::vector<std::string> remarks;

    OrderedJson toJson() const;
};

inline constexpr std::size_t kFailuresNamed = 1000;

/// Puts the shards of a run together: every item of the data set has one line in them, none is missing or there twice.
/// Writes predictions.jsonl, failures.jsonl, the results in the challenge's form and metrics.json, each as a whole; the
/// same bytes however many shards there were.
/// @throws Error (FileNotFound) without shards; (Mismatch) for shards of different runs, for a data set that has
/// changed, for gaps, naming the shards that are not finished, and for items that two shards have; (FileUnwritable).
RunMergeReport mergeRuns(const RunMergeOptions& options, const JobControl& control);

} // namespace vbs
