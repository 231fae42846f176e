#pragma once

#include "core/datasets/dataset.h"
#include "core/engine/task_table.h"
#include "core/runtime/phrase_position.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace vbs {

class TaskLabels;

/// Where examples come from; what each file is depends on the format, see datasetFormats().
using TuningFiles = DatasetFiles;

/// An example that nothing can be learned from or measured on, and a sentence on why.
struct LeftOutExample {
    std::string example, reason;

    friend bool operator==(const LeftOutExample&, const LeftOutExample&) = default;
};

/// Phrases are taught where VisualBERT's own code reads them; tuned packs say so.
inline constexpr PhraseReadAt kTaughtPhraseReadAt = PhraseReadAt::Last;

/// A task that networks can be fine-tuned for, on every data set format that asks it.
struct TuningTask {
    std::string_view name; ///< of --task: "nlvr2"
    Task task;
    std::unique_ptr<TaskLabels> (*labels)();

    std::string_view packKey() const { return taskInfo(task).packKey; }
    std::string_view architecture() const { return taskInfo(task).architecture; } ///< the class in config.json
};

std::span<const TuningTask> tuningTasks();

/// @throws Error (InvalidArgument) listing the names for an unknown one.
const TuningTask& tuningTask(std::string_view name);

/// What the files of its formats are, for the help.
std::string filesOf(const TuningTask& task);

} // namespace vbs
