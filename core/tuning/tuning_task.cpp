#include "core/tuning/tuning_task.h"

#include "core/base/error.h"
#include "core/datasets/dataset_formats.h"
#include "core/tuning/task_labels.h"

#include <array>

namespace vbs {

namespace {

constexpr std::array kTasks{
    TuningTask{"vqa", Task::VisualQuestionAnswering, makeAnswerLabels},
    TuningTask{"nlvr2", Task::VisualReasoning, makeVerdictLabels},
    TuningTask{"vcr", Task::MultipleChoice, makeChoiceLabels},
    TuningTask{"flickr", Task::RegionToPhrase, makePhraseLabels},
};

} // namespace

std::span<const TuningTask> tuningTasks()
{
    return kTasks;
}

const TuningTask& tuningTask(std::string_view name)
{
    std::string known;
    for (const TuningTask& task : kTasks) {
        if (task.name == name)
            return task;
        known += (known.empty() ? "" : ", ") + std::string(task.name);
    }
    throw Error(ErrorCode::InvalidArgument,
                "There is no task \"" + std::string(name) + "\" to fine-tune for: use one of " + known + ".");
}

std::string filesOf(const TuningTask& task)
{
    std::string files;
    for (const DatasetFormat& format : datasetFormats())
        if (format.task == task.task)
            files += (files.empty() ? "" : "; or ") + std::string(format.files);
    return files;
}

} // namespace vbs
