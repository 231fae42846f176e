#pragma once

#include "core/datasets/dataset.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

/// What learning a task needs beside the encoding that it is asked with (core/runtime/task_head.h): its labels.
class TaskLabels {
public:
    virtual ~TaskLabels() = default;

    /// Whether the example's truth is one that can be learned.
    virtual bool knows(const Example& example) const = 0;

    /// What the outputs always mean, in their order; empty where they take their meaning from the data, or have none.
    virtual std::vector<std::string> fixedNames() const { return {}; }

    /// The names that an example suggests for outputs, with their weights; only for tasks that take their meaning so.
    virtual std::map<std::string, double> namesIn(const Example&) const { return {}; }

    /// Gives outputs their meaning, where that is not fixed.
    virtual void setNames(const std::vector<std::string>&) {}
    /// Whether a name of namesIn is an output.
    virtual bool has(const std::string&) const { return true; }

    /// The example's own row of VisualBertInputs::labels.
    /// @param regions what the network is shown, in its order.
    virtual at::Tensor of(const Example& example, const RegionSet& regions) const = 0;
};

/// min(1, n / 3) for an answer that n of the people gave, or n / people where fewer than three answered; or the
/// answer's own score. float [answers].
std::unique_ptr<TaskLabels> makeAnswerLabels();

/// The number of the verdict or the choice. int64 [].
std::unique_ptr<TaskLabels> makeVerdictLabels();
std::unique_ptr<TaskLabels> makeChoiceLabels();

/// 1 spread evenly over the regions that overlap a box of the phrase by at least half; a phrase that none does has
/// zeros. float [phrases, regions].
std::unique_ptr<TaskLabels> makePhraseLabels();

} // namespace vbs
