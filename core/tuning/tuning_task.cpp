#include "core/tuning/tuning_task.h"

#include "core/base/error.h"

#include <array>

namespace vbs {

namespace {

constexpr std::array kTasks{
    TuningTask{"vqa", "vqa", "VisualBertForQuestionAnswering",
               "--dataset VQA v2's questions, --annotations its answers; or --dataset in LXMERT's form", readVqaTuning},
    TuningTask{"nlvr2", "nlvr", "VisualBertForVisualReasoning", "--dataset NLVR2's statements (JSON lines)",
               readNlvr2Tuning},
    TuningTask{"vcr", "multiple_choice", "VisualBertForMultipleChoice", "--dataset VCR's JSON lines", readVcrTuning},
    TuningTask{"flickr", "region_to_phrase", "VisualBertForRegionToPhraseAlignment",
               "--dataset list of picture ids (or the folder), --annotations folder with Sentences and Annotations",
               readFlickrTuning},
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

void TuningScore::add(const std::string& name, double value, double weight)
{
    auto& [sum, count] = m_sums[name];
    sum += value * weight;
    count += weight;
}

Measures TuningScore::means() const
{
    Measures means;
    for (const auto& [name, sum] : m_sums)
        means[name] = sum.second > 0 ? sum.first / sum.second : 0;
    return means;
}

} // namespace vbs
