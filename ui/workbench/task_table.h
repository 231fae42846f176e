#pragma once

#include "core/engine/inference_types.h"

#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace vbs {

/// What the user can do with a picture. Fill in asks Task::MaskedWords or, without a mask, Task::CaptionMatch.
enum class TaskKind { Ask, Compare, Choose, Find, FillIn };
inline constexpr std::size_t kTaskKinds = 5;

/// What the user gave a task besides the pictures. Each task keeps its own.
struct TaskInput {
    QString text;
    QStringList choices;
};

/// The result in a few words, for a card.
struct Headline {
    QString text;
    double probability = -1; ///< negative: none
};

/// One task: all that the window and the workbench need to know of it.
struct TaskSpec {
    TaskKind kind;
    const char* id;      ///< in the settings and in object names
    const char* name;    ///< translated by taskName
    const char* toolTip; ///< translated by taskTip
    const char* icon;
    std::vector<Task> needs; ///< models of the pack, any of them
    bool twoPictures;
    bool explained; ///< by a method of the user's choice
    bool whatIf;    ///< regions can be hidden to see what changes
    /// What is still to be done before it can be asked, as a sentence; empty: nothing.
    QString (*missing)(const TaskInput& input);
    void (*fill)(const TaskInput& input, InferenceRequest* request); ///< what is not of pictures or regions
    Headline (*headline)(const InferenceResult& result);
};

const std::array<TaskSpec, kTaskKinds>& taskTable(); ///< in the order of TaskKind
const TaskSpec& taskSpec(TaskKind kind);
QString taskName(TaskKind kind);
QString taskTip(TaskKind kind);

TaskKind kindOf(Task task);
bool canDo(const PackInfo& pack, TaskKind kind);

/// The choices without those that are empty.
QStringList givenChoices(const QStringList& choices);

} // namespace vbs
