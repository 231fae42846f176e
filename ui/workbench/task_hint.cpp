#include "ui/workbench/task_hint.h"

#include "core/text/sentence_kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

struct Row {
    Task task; ///< in hand
    SentenceKind kind;
    Task better;
    const char* text;
};

constexpr Task kAsk = Task::VisualQuestionAnswering, kCompare = Task::VisualReasoning, kFind = Task::RegionToPhrase,
               kFill = Task::MaskedWords;

constexpr Row kRows[] = {
    {kAsk, SentenceKind::Statement, kFill, QT_TRANSLATE_NOOP("vbs::TaskHint", "This is a statement, not a question.")},
    {kAsk, SentenceKind::PairStatement, kCompare,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "This is a statement about two pictures.")},
    {kAsk, SentenceKind::PairStatement, kFill,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "This is a statement, not a question.")},
    {kAsk, SentenceKind::Search, kFind,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "Ask answers questions; Find looks for things.")},
    {kAsk, SentenceKind::Blanks, kFill, QT_TRANSLATE_NOOP("vbs::TaskHint", "Blanks are filled in on another page.")},
    {kCompare, SentenceKind::Question, kAsk,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "This is a question; Compare judges statements.")},
    {kCompare, SentenceKind::Search, kFind,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "Compare judges statements; Find looks for things.")},
    {kCompare, SentenceKind::Blanks, kFill,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "Blanks are filled in on another page.")},
    {kFind, SentenceKind::Question, kAsk,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "This is a question; Find looks for things.")},
    {kFind, SentenceKind::Blanks, kFill, QT_TRANSLATE_NOOP("vbs::TaskHint", "Blanks are filled in on another page.")},
    {kFill, SentenceKind::Question, kAsk,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "This is a question; Fill in reads statements.")},
    {kFill, SentenceKind::Search, kFind,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "Fill in reads captions; Find looks for things.")},
    {kFill, SentenceKind::PairStatement, kCompare,
     QT_TRANSLATE_NOOP("vbs::TaskHint", "This is a statement about two pictures.")},
};

QString buttonText(Task better)
{
    return better == kAsk ? QCoreApplication::translate("vbs::TaskHint", "Ask It")
                          : QCoreApplication::translate("vbs::TaskHint", "Go to “%1”").arg(taskName(better));
}

} // namespace

std::optional<TaskHint> taskHint(const WorkbenchState& state)
{
    const SentenceKind kind = kindOfSentence(state.question.toStdString());
    const auto row = std::ranges::find_if(kRows, [&](const Row& one) {
        return taskRow(one.task) == taskRow(state.task) && one.kind == kind &&
               (!state.pack || canDo(*state.pack, one.better));
    });
    if (row == std::end(kRows))
        return std::nullopt;
    return TaskHint{QCoreApplication::translate("vbs::TaskHint", row->text), buttonText(row->better), row->better};
}

} // namespace vbs
