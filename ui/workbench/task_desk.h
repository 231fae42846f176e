#pragma once

#include "ui/workbench/workbench_state.h"

#include <array>

namespace vbs {

/// Keeps each task's text, choices and answer while another one is in hand. Answers go when their picture goes.
class TaskDesk {
public:
    /// @param shown the task in hand; written by swapTo and the drop functions alone.
    explicit TaskDesk(TaskInHand& shown) : m_shown(shown) {}

    void swapTo(Task task);    ///< parks the task in hand and takes this one's things up
    void dropAnswers();        ///< of every task
    void dropAnswersOfPairs(); ///< of the tasks that look at two pictures
    void dropAnswer();         ///< of the task in hand
    const TaskInHand& parked(Task task) const { return m_parked[std::size_t(task)]; }

private:
    TaskInHand& m_shown;
    std::array<TaskInHand, kTaskCount> m_parked; ///< of the tasks that are not in hand
};

} // namespace vbs
