#include "core/report/task_report.h"

#include "core/report/answer_json.h"
#include "core/report/answer_tables.h"

namespace vbs {

namespace {

constexpr PerTask<TaskReport> kReports({
    {Task::VisualQuestionAnswering, {annotation::askPage, html::answerTable, "question", addAnswers, answerRows}},
    {Task::VisualReasoning, {annotation::comparePage, html::answerTable, "statement", addVerdict, answerRows}},
    {Task::MultipleChoice, {annotation::choosePage, html::choiceTable, "question", addChoices, choiceRows}},
    {Task::RegionToPhrase, {annotation::findPage, html::phraseTables, "sentence", addPhrases, phraseRows}},
    {Task::MaskedWords, {annotation::fillPage, html::maskTables, "sentence", addMasks, maskRows}},
    {Task::CaptionMatch, {annotation::matchPage, html::matchTable, "sentence", addMatch, matchRows}},
});

} // namespace

const TaskReport& taskReport(Task task)
{
    return kReports[task];
}

} // namespace vbs
