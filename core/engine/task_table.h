#pragma once

#include "core/base/per_key.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace vbs {

/// What can be asked about a picture, in the field's terms. The table below says what each is called elsewhere.
enum class Task { VisualQuestionAnswering, VisualReasoning, MultipleChoice, RegionToPhrase, MaskedWords, CaptionMatch };

inline constexpr std::size_t kTaskCount = std::size_t(Task::CaptionMatch) + 1; ///< one more than the last

/// What a room hangs on each task: a row for every one, in the order of Task, or it does not compile.
template <typename T> using PerTask = PerKey<Task, kTaskCount, T>;

/// A task's names and what its models are.
struct TaskInfo {
    Task task;
    std::string_view name;         ///< in files: samples of a pack, results, reports
    std::string_view command;      ///< on the command line and in the window's settings and cards
    std::string_view packKey;      ///< of its model in pack.json; two tasks may share one
    std::string_view architecture; ///< the class of its model
    std::string_view dataset;      ///< what people know such checkpoints by
    std::string_view heading;      ///< over a result in a report
    bool pair = false;             ///< about two pictures
    bool answerList = false;       ///< its model's labels stand in a list of their own
};

/// Names outside the program stay as users and other programs know them, even where they are not the field's.
inline constexpr PerTask<TaskInfo> kTaskTable({
    {Task::VisualQuestionAnswering,
     {.task = Task::VisualQuestionAnswering,
      .name = "vqa",
      .command = "ask",
      .packKey = "vqa",
      .architecture = "VisualBertForQuestionAnswering",
      .dataset = "VQA",
      .heading = "Question",
      .answerList = true}},
    {Task::VisualReasoning,
     {.task = Task::VisualReasoning,
      .name = "nlvr",
      .command = "compare",
      .packKey = "nlvr",
      .architecture = "VisualBertForVisualReasoning",
      .dataset = "NLVR2",
      .heading = "Statement about two pictures",
      .pair = true}},
    {Task::MultipleChoice,
     {.task = Task::MultipleChoice,
      .name = "multiple_choice",
      .command = "choose",
      .packKey = "multiple_choice",
      .architecture = "VisualBertForMultipleChoice",
      .dataset = "VCR",
      .heading = "Question with choices"}},
    {Task::RegionToPhrase,
     {.task = Task::RegionToPhrase,
      .name = "region_to_phrase",
      .command = "find",
      .packKey = "region_to_phrase",
      .architecture = "VisualBertForRegionToPhraseAlignment",
      .dataset = "Flickr30k Entities",
      .heading = "Phrases to find"}},
    {Task::MaskedWords,
     {.task = Task::MaskedWords,
      .name = "masked_words",
      .command = "fill",
      .packKey = "pretraining",
      .architecture = "VisualBertForPreTraining",
      .dataset = "pre-training",
      .heading = "Words to fill in"}},
    {Task::CaptionMatch,
     {.task = Task::CaptionMatch,
      .name = "caption_match",
      .command = "match",
      .packKey = "pretraining",
      .architecture = "VisualBertForPreTraining",
      .dataset = "pre-training",
      .heading = "Caption to match"}},
});

constexpr const TaskInfo& taskInfo(Task task)
{
    return kTaskTable[task];
}

constexpr std::string_view nameOf(Task task)
{
    return taskInfo(task).name;
}

/// The first row whose member has this value: taskWith(&TaskInfo::packKey, "nlvr"). Null for any other value.
constexpr const TaskInfo* taskWith(std::string_view TaskInfo::*member, std::string_view value)
{
    for (const TaskInfo& info : kTaskTable)
        if (info.*member == value)
            return &info;
    return nullptr;
}

/// The task of this name; nullopt for any other.
std::optional<Task> taskNamed(std::string_view name);

/// All names, in the order of Task.
std::vector<std::string_view> taskNames();

} // namespace vbs
