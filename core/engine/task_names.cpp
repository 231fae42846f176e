#include "core/engine/task_names.h"

#include <array>
#include <utility>

namespace vbs {

namespace {

constexpr std::array<std::pair<Task, std::string_view>, 6> kNames = {{
    {Task::VisualQuestionAnswering, "vqa"},
    {Task::VisualReasoning, "nlvr"},
    {Task::MultipleChoice, "multiple_choice"},
    {Task::RegionToPhrase, "region_to_phrase"},
    {Task::MaskedWords, "masked_words"},
    {Task::CaptionMatch, "caption_match"},
}};

} // namespace

std::string_view nameOf(Task task)
{
    for (const auto& [candidate, name] : kNames)
        if (candidate == task)
            return name;
    return {};
}

std::optional<Task> taskNamed(std::string_view name)
{
    for (const auto& [task, candidate] : kNames)
        if (candidate == name)
            return task;
    return std::nullopt;
}

std::vector<std::string_view> taskNames()
{
    std::vector<std::string_view> names;
    for (const auto& [task, name] : kNames)
        names.push_back(name);
    return names;
}

} // namespace vbs
