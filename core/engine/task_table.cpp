#include "core/engine/task_table.h"

namespace vbs {

std::optional<Task> taskNamed(std::string_view name)
{
    const TaskInfo* info = taskWith(&TaskInfo::name, name);
    return info ? std::optional(info->task) : std::nullopt;
}

std::vector<std::string_view> taskNames()
{
    std::vector<std::string_view> names;
    for (const TaskInfo& info : kTaskTable)
        names.push_back(info.name);
    return names;
}

} // namespace vbs
