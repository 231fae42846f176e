#include "ui/workbench/task_table.h"

#include "core/text/blanks.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bar.h"
#include "ui/workbench/phrase_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

struct TaskTable {
    Q_DECLARE_TR_FUNCTIONS(vbs::TaskTable)
};

constexpr int kAnswers = 20; // more than bars and reports show

bool hasWord(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

QString missingText(const TaskInput& input)
{
    return !hasWord(input.text) ? TaskTable::tr("Type a question about the picture.") : QString();
}

QString missingStatement(const TaskInput& input)
{
    return !hasWord(input.text) ? TaskTable::tr("Type a statement about both pictures.") : QString();
}

QString missingChoices(const TaskInput& input)
{
    const QStringList given = givenChoices(input.choices);
    if (given.size() < qsizetype(kFewestChoices))
        return TaskTable::tr("Type at least two choices.");
    QStringList folded;
    for (const QString& choice : given)
        folded << choice.simplified().toLower();
    return folded.removeDuplicates() > 0 ? TaskTable::tr("Two choices are the same: change one of them.") : QString();
}

QString missingPhrase(const TaskInput& input)
{
    if (!hasWord(input.text))
        return TaskTable::tr("Type what should be found.");
    return phrasesToFind(input.text).phrases.empty() ? TaskTable::tr("Click a word to find it, or drag over several.")
                                                     : QString();
}

QString missingCaption(const TaskInput& input)
{
    return !hasWord(input.text) && !hasBlank(input.text) ? TaskTable::tr("Type a sentence about the picture.")
                                                         : QString();
}

void fillText(const TaskInput& input, InferenceRequest* request)
{
    request->text = input.text.trimmed().toStdString();
    request->topK = kAnswers;
    request->blindToo = true;
}

void fillQuestion(const TaskInput& input, InferenceRequest* request)
{
    fillText(input, request);
    request->presenceToo = true;
    request->task = Task::VisualQuestionAnswering;
}

void fillStatement(const TaskInput& input, InferenceRequest* request)
{
    fillText(input, request);
    request->task = Task::VisualReasoning;
}

void fillChoices(const TaskInput& input, InferenceRequest* request)
{
    fillText(input, request);
    request->task = Task::MultipleChoice;
    for (const QString& choice : givenChoices(input.choices))
        request->choices.push_back(choice.toStdString());
}

void fillPhrases(const TaskInput& input, InferenceRequest* request)
{
    const PhraseText phrases = phrasesToFind(input.text);
    request->task = Task::RegionToPhrase;
    request->text = phrases.text.toStdString();
    request->phrases = phraseSpans(phrases);
    request->presenceToo = true;
}

void fillSentence(const TaskInput& input, InferenceRequest* request)
{
    fillText(input, request);
    request->text = withMasks(request->text);
    const bool masked = hasBlank(input.text);
    request->task = masked ? Task::MaskedWords : Task::CaptionMatch;
    request->blindToo = masked;
}

Headline firstAnswer(const InferenceResult& result)
{
    return result.answers.empty()
               ? Headline{}
               : Headline{toQString(result.answers.front().text), result.answers.front().probability};
}

Headline verdict(const InferenceResult& result)
{
    Headline first = firstAnswer(result);
    first.text = verdictText(first.text.toStdString());
    return first;
}

Headline bestChoice(const InferenceResult& result)
{
    const auto best = std::max_element(result.choices.begin(), result.choices.end(),
                                       [](const auto& a, const auto& b) { return a.probability < b.probability; });
    return best == result.choices.end() ? Headline{} : Headline{toQString(best->text), best->probability};
}

Headline foundPhrases(const InferenceResult& result)
{
    QStringList names;
    for (const PhraseRegions& phrase : result.phrases)
        names << toQString(phrase.text);
    double probability = -1;
    if (names.size() == 1 && isAbsent(result, result.phrases.front().span))
        return {QStringLiteral("%1: %2").arg(names.first(), absenceWords(result))};
    if (names.size() == 1 && !result.phrases.front().regions.empty())
        probability = *std::max_element(result.phrases.front().regions.begin(), result.phrases.front().regions.end());
    return {names.join(" · "), probability};
}

Headline filledWords(const InferenceResult& result)
{
    if (result.masks.empty())
        return result.match < 0.5 ? Headline{TaskTable::tr("does not fit the picture"), 1 - result.match}
                                  : Headline{TaskTable::tr("fits the picture"), result.match};
    QStringList words;
    for (const MaskedWord& mask : result.masks)
        words << (mask.words.empty() ? QString("?") : toQString(mask.words.front().text));
    const auto& first = result.masks.front().words;
    return {words.join(", "), words.size() == 1 && !first.empty() ? first.front().probability : -1};
}

constexpr TaskSpec kTable[] = {
    {.task = Task::VisualQuestionAnswering,
     .name = QT_TRANSLATE_NOOP("vbs::TaskTable", "Ask"),
     .menuText = QT_TRANSLATE_NOOP("vbs::ActionTable", "&Ask"),
     .toolTip = QT_TRANSLATE_NOOP("vbs::TaskTable", "Ask a question about the picture"),
     .icon = "ask",
     .packQuestions = true,
     .missing = missingText,
     .fill = fillQuestion,
     .headline = firstAnswer,
     .bars = answerBars},
    {.task = Task::VisualReasoning,
     .name = QT_TRANSLATE_NOOP("vbs::TaskTable", "Compare"),
     .menuText = QT_TRANSLATE_NOOP("vbs::ActionTable", "&Compare"),
     .toolTip = QT_TRANSLATE_NOOP("vbs::TaskTable", "Is a statement true of two pictures?"),
     .icon = "compare",
     .verdict = true,
     .missing = missingStatement,
     .fill = fillStatement,
     .headline = verdict,
     .bars = verdictBars},
    {.task = Task::MultipleChoice,
     .name = QT_TRANSLATE_NOOP("vbs::TaskTable", "Choose"),
     .menuText = QT_TRANSLATE_NOOP("vbs::ActionTable", "C&hoose"),
     .toolTip = QT_TRANSLATE_NOOP("vbs::TaskTable", "Which of several answers is best?"),
     .icon = "choose",
     .choices = true,
     .missing = missingChoices,
     .fill = fillChoices,
     .headline = bestChoice,
     .bars = choiceBars},
    {.task = Task::RegionToPhrase,
     .name = QT_TRANSLATE_NOOP("vbs::TaskTable", "Find"),
     .menuText = QT_TRANSLATE_NOOP("vbs::ActionTable", "&Find"),
     .toolTip = QT_TRANSLATE_NOOP("vbs::TaskTable", "Find what the phrases of a sentence mean"),
     .icon = "find",
     .phrases = true,
     .explained = false,
     .whatIf = false,
     .missing = missingPhrase,
     .fill = fillPhrases,
     .headline = foundPhrases,
     .bars = phraseBars},
    {.task = Task::MaskedWords,
     .name = QT_TRANSLATE_NOOP("vbs::TaskTable", "Fill in"),
     .menuText = QT_TRANSLATE_NOOP("vbs::ActionTable", "Fill &In"),
     .toolTip = QT_TRANSLATE_NOOP("vbs::TaskTable", "Fill in the words of a caption, and see whether it fits"),
     .icon = "fill",
     .missing = missingCaption,
     .fill = fillSentence,
     .headline = filledWords,
     .bars = wordBars},
};

/// On which task's page each task is.
constexpr PerTask<Task> kPages({{Task::VisualQuestionAnswering, Task::VisualQuestionAnswering},
                                {Task::VisualReasoning, Task::VisualReasoning},
                                {Task::MultipleChoice, Task::MultipleChoice},
                                {Task::RegionToPhrase, Task::RegionToPhrase},
                                {Task::MaskedWords, Task::MaskedWords},
                                {Task::CaptionMatch, Task::MaskedWords}});

constexpr std::size_t rowOf(Task task)
{
    for (std::size_t i = 0; i < std::size(kTable); ++i)
        if (kTable[i].task == kPages[task])
            return i;
    return std::size(kTable);
}

constexpr bool everyTaskHasARow()
{
    for (const TaskInfo& info : kTaskTable)
        if (rowOf(info.task) == std::size(kTable))
            return false;
    return true;
}
static_assert(everyTaskHasARow(), "The page of each task must stand in the table.");
static_assert(std::ranges::any_of(kTable, &TaskSpec::twoPictures) &&
              std::ranges::any_of(kTable, &TaskSpec::packQuestions));

} // namespace

std::span<const TaskSpec> taskTable()
{
    return kTable;
}

std::size_t taskRow(Task task)
{
    return rowOf(task);
}

const TaskSpec& taskSpec(Task task)
{
    return kTable[rowOf(task)];
}

QString TaskSpec::id() const
{
    const std::string_view command = taskInfo(task).command;
    return QString::fromUtf8(command.data(), qsizetype(command.size()));
}

QString taskName(Task task)
{
    return TaskTable::tr(taskSpec(task).name);
}

QString taskTip(Task task)
{
    return TaskTable::tr(taskSpec(task).toolTip);
}

const TaskSpec& twoPictureTask()
{
    return *std::ranges::find_if(kTable, &TaskSpec::twoPictures);
}

const TaskSpec& packQuestionTask()
{
    return *std::ranges::find_if(kTable, &TaskSpec::packQuestions);
}

bool canDo(const PackInfo& pack, Task task)
{
    return std::any_of(pack.tasks.begin(), pack.tasks.end(), [&](Task able) { return taskRow(able) == taskRow(task); });
}

QStringList givenChoices(const QStringList& choices)
{
    QStringList given;
    for (const QString& choice : choices) {
        if (!choice.trimmed().isEmpty())
            given << choice.trimmed();
    }
    return given;
}

} // namespace vbs
