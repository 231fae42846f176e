#include "ui/workbench/task_table.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/phrase_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("vbs::TaskTable", source);
}

// More than any answer list has; a vocabulary's tail of words is not worth carrying.
constexpr int kAllAnswers = 4000;

QString missingText(const TaskInput& input)
{
    return input.text.trimmed().isEmpty() ? text("Type a question about the picture.") : QString();
}

QString missingStatement(const TaskInput& input)
{
    return input.text.trimmed().isEmpty() ? text("Type a statement about both pictures.") : QString();
}

QString missingChoices(const TaskInput& input)
{
    return givenChoices(input.choices).size() < qsizetype(kFewestChoices) ? text("Type at least two choices.")
                                                                          : QString();
}

QString missingPhrase(const TaskInput& input)
{
    if (input.text.trimmed().isEmpty())
        return text("Type a sentence, then click the words to find.");
    return parsePhrases(input.text).phrases.empty() ? text("Click a word to find it, or drag over several.")
                                                    : QString();
}

QString missingCaption(const TaskInput& input)
{
    return input.text.trimmed().isEmpty() ? text("Type a sentence about the picture.") : QString();
}

void fillText(const TaskInput& input, InferenceRequest* request)
{
    request->text = input.text.trimmed().toStdString();
    request->topK = kAllAnswers;
    request->blindToo = true;
}

void fillQuestion(const TaskInput& input, InferenceRequest* request)
{
    fillText(input, request);
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
    const PhraseText phrases = parsePhrases(input.text);
    request->task = Task::RegionToPhrase;
    request->text = phrases.text.toStdString();
    request->phrases = phraseSpans(phrases);
}

void fillSentence(const TaskInput& input, InferenceRequest* request)
{
    fillText(input, request);
    const bool masked = input.text.contains(kMaskWord);
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
    first.text = first.text == "true" ? text("true") : first.text == "false" ? text("false") : first.text;
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
    if (names.size() == 1 && !result.phrases.front().regions.empty())
        probability = *std::max_element(result.phrases.front().regions.begin(), result.phrases.front().regions.end());
    return {names.join(" · "), probability};
}

Headline filledWords(const InferenceResult& result)
{
    if (result.masks.empty())
        return {text("fits the picture"), result.match};
    QStringList words;
    for (const MaskedWord& mask : result.masks)
        words << (mask.words.empty() ? QString("?") : toQString(mask.words.front().text));
    const auto& first = result.masks.front().words;
    return {words.join(", "), words.size() == 1 && !first.empty() ? first.front().probability : -1};
}

} // namespace

const std::array<TaskSpec, kTaskKinds>& taskTable()
{
    static const std::array<TaskSpec, kTaskKinds> table = {{
        {TaskKind::Ask,
         "ask",
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Ask"),
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Ask a question about the picture"),
         "ask",
         {Task::VisualQuestionAnswering},
         false,
         true,
         true,
         missingText,
         fillQuestion,
         firstAnswer},
        {TaskKind::Compare,
         "compare",
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Compare"),
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Is a statement true of two pictures?"),
         "compare",
         {Task::VisualReasoning},
         true,
         true,
         true,
         missingStatement,
         fillStatement,
         verdict},
        {TaskKind::Choose,
         "choose",
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Choose"),
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Which of several answers is best?"),
         "choose",
         {Task::MultipleChoice},
         false,
         true,
         true,
         missingChoices,
         fillChoices,
         bestChoice},
        {TaskKind::Find,
         "find",
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Find"),
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Find what the phrases of a sentence mean"),
         "find",
         {Task::RegionToPhrase},
         false,
         false,
         false,
         missingPhrase,
         fillPhrases,
         foundPhrases},
        {TaskKind::FillIn,
         "fill",
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Fill in"),
         QT_TRANSLATE_NOOP("vbs::TaskTable", "Fill in the words of a caption, and see whether it fits"),
         "fill",
         {Task::MaskedWords, Task::CaptionMatch},
         false,
         true,
         true,
         missingCaption,
         fillSentence,
         filledWords},
    }};
    return table;
}

const TaskSpec& taskSpec(TaskKind kind)
{
    return taskTable()[std::size_t(kind)];
}
QString taskName(TaskKind kind)
{
    return text(taskSpec(kind).name);
}
QString taskTip(TaskKind kind)
{
    return text(taskSpec(kind).toolTip);
}

TaskKind kindOf(Task task)
{
    for (const TaskSpec& spec : taskTable()) {
        if (std::find(spec.needs.begin(), spec.needs.end(), task) != spec.needs.end())
            return spec.kind;
    }
    return TaskKind::Ask;
}

bool canDo(const PackInfo& pack, TaskKind kind)
{
    const std::vector<Task>& needs = taskSpec(kind).needs;
    return std::any_of(pack.tasks.begin(), pack.tasks.end(),
                       [&](Task task) { return std::find(needs.begin(), needs.end(), task) != needs.end(); });
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
