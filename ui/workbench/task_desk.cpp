#include "ui/workbench/task_desk.h"

#include <utility>

namespace vbs {
namespace {

void dropAnswerOf(TaskInHand* task)
{
    task->answered.reset();
    task->before.reset();
}

} // namespace

void TaskDesk::swapTo(Task task)
{
    if (task == m_shown.task)
        return;
    TaskInHand next = std::exchange(m_parked[std::size_t(task)], {});
    next.task = task;
    const auto left = std::size_t(m_shown.task);
    m_parked[left] = std::exchange(m_shown, std::move(next));
}

void TaskDesk::dropAnswer()
{
    dropAnswerOf(&m_shown);
}

void TaskDesk::dropAnswers()
{
    dropAnswer();
    for (TaskInHand& parked : m_parked)
        dropAnswerOf(&parked);
}

void TaskDesk::dropAnswersOfPairs()
{
    for (const TaskSpec& spec : taskTable()) {
        if (spec.twoPictures())
            dropAnswerOf(spec.task == m_shown.task ? &m_shown : &m_parked[std::size_t(spec.task)]);
    }
}

} // namespace vbs
