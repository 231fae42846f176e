#pragma once

#include "core/metrics/bootstrap.h"

#include <map>
#include <string>
#include <vector>

namespace vbs {

/// A statement about two pictures (NLVR2) and the verdict that is measured.
struct Nlvr2Measured {
    std::string identifier; ///< "dev-850-0-0": split, set, pair, sentence
    bool truth = false, verdict = false;
};

/// accuracy, also by label, and consistency: the share of sentences of which every pair has the right verdict
/// (metrics.py of lil-lab/nlvr). Sets of pictures are drawn together for the intervals.
MetricReport nlvr2Report(const std::vector<Nlvr2Measured>& statements, const BootstrapOptions& options);

/// A VCR record and the choices that are measured: of an answer, and of a reason given the right answer. -1: not given.
struct VcrMeasured {
    std::string picture;
    int answerLabel = -1, rationaleLabel = -1;
    int answer = -1, rationale = -1;
    std::string id{}; ///< for the list of items; empty: left out
};

/// "Q -> A", "QA -> R" and "Q -> AR" (both right), as far as there are labels and choices.
MetricReport vcrReport(const std::vector<VcrMeasured>& records, const BootstrapOptions& options);

} // namespace vbs
