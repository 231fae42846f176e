#pragma once

#include "core/engine/inference_types.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace vbs {

struct AnswerBar;

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

/// What the window shows one page for: a task, or two that one text asks by turns (a caption with masks in it, and one
/// without). The page has the name of the first. This is all that the window and the workbench know of a task.
struct TaskSpec {
    Task task;
    const char* name;     ///< translated by taskName
    const char* menuText; ///< the same with its key, translated by the action table
    const char* toolTip;  ///< translated by taskTip
    const char* icon;
    bool packQuestions = false; ///< the pack's questions and its sample picture are for this one
    bool choices = false;       ///< is given choices
    bool phrases = false;       ///< finds a region for each phrase; the user looks at one phrase at a time
    bool verdict = false;       ///< its answers are "true" and "false", which are translated
    bool explained = true;      ///< by a method of the user's choice
    bool whatIf = true;         ///< regions can be hidden to see what changes
    /// What is still to be done before it can be asked, as a sentence; empty: nothing.
    QString (*missing)(const TaskInput& input);
    void (*fill)(const TaskInput& input, InferenceRequest* request); ///< what is not of pictures or regions
    Headline (*headline)(const InferenceResult& result);
    /// @param before the same question's result before regions were hidden; may be null.
    std::vector<AnswerBar> (*bars)(const InferenceResult& now, const InferenceResult* before, std::size_t mask);

    constexpr bool twoPictures() const { return taskInfo(task).pair; }
    QString id() const; ///< in the settings, in saved cards and in object names: the command's name
};

std::span<const TaskSpec> taskTable(); ///< in the order of choosers
const TaskSpec& taskSpec(Task task);   ///< whose page the task is on
std::size_t taskRow(Task task);        ///< its place in the table
QString taskName(Task task);
QString taskTip(Task task);

/// The first task that is about two pictures, and the one that the pack's questions are for.
const TaskSpec& twoPictureTask();
const TaskSpec& packQuestionTask();

/// Whether the pack has a model for anything on the task's page.
bool canDo(const PackInfo& pack, Task task);

/// The choices without those that are empty.
QStringList givenChoices(const QStringList& choices);

} // namespace vbs
