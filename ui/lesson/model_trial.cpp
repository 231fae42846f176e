#include "ui/lesson/model_trial.h"

#include "core/look/single_answer.h"
#include "core/report/answer_origin.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bar.h"
#include "ui/workbench/region_text.h"

namespace vbs {
namespace {

/// What was said of a phrase: the name of its surest region.
QString saidOf(const InferenceResult& result, const PhraseRegions& phrase)
{
    const int region = surestRegion(phrase);
    return region < 0 || isAbsent(result, phrase.span) || std::size_t(region) >= result.regions.regions.size()
               ? absenceWords(result)
               : regionName(result.regions.regions[std::size_t(region)]);
}

/// The phrases that have other regions now, with both.
QStringList movedPhrases(const InferenceResult& before, const InferenceResult& now)
{
    QStringList moved;
    for (std::size_t i = 0; i < std::min(before.phrases.size(), now.phrases.size()); ++i) {
        const QString was = saidOf(before, before.phrases[i]), is = saidOf(now, now.phrases[i]);
        if (was != is)
            moved << ModelTrial::tr("“%1” is %2 here and was %3").arg(toQString(now.phrases[i].text), is, was);
    }
    return moved;
}

QString sureText(Task task, const Answer& answer)
{
    const QString words = taskSpec(task).verdict ? verdictText(answer.text) : toQString(answer.text);
    return ModelTrial::tr("%1 (%2)").arg(words, percentText(answer.probability));
}

} // namespace

std::optional<LessonStep> asking(LessonStep step, const std::string& text)
{
    std::size_t from = 0;
    for (TextSpan& span : step.phrases) {
        const std::string phrase = step.asked.substr(span.begin, span.end - span.begin);
        std::size_t at = text.find(phrase, from);
        if (at == std::string::npos)
            at = text.find(phrase);
        if (at == std::string::npos)
            return std::nullopt;
        span = {at, at + phrase.size()};
        from = span.end;
    }
    step.asked = text;
    return step;
}

ModelTrial::ModelTrial(Workbench& workbench, std::shared_ptr<const Lesson> lesson, std::size_t step, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_lesson(std::move(lesson)), m_step(step),
      m_engine(sharedEngine(workbench.service()))
{
    connect(&m_job, &BackgroundJob::failed, this, [this](const QString& problem) {
        m_problem = problem;
        Q_EMIT changed();
    });
    connect(&m_job, &BackgroundJob::cancelled, this, &ModelTrial::changed);
    watch(workbench, Change::Pack, this, [this] { Q_EMIT changed(); });
}

QString ModelTrial::hindrance() const
{
    const auto& pack = m_workbench.state().pack;
    if (!step().task)
        return tr("This step asks the model nothing.");
    if (!pack)
        return tr("No model is loaded here: choose one in the main window, and try it then.");
    if (!canDo(*pack, *step().task))
        return tr("“%1” has no model for %2.").arg(titleOf(*pack), taskName(*step().task));
    return {};
}

QString ModelTrial::otherModel() const
{
    const auto& pack = m_workbench.state().pack;
    if (!pack || m_lesson->pack.empty())
        return {};
    if (pack->name != m_lesson->pack)
        return tr("The model here is “%1”; the lesson was recorded with “%2”, so it may say something else.")
            .arg(titleOf(*pack), toQString(m_lesson->pack));
    return {};
}

void ModelTrial::ask(const QString& text)
{
    m_asked = text;
    m_result.reset();
    m_problem.clear();
    const std::optional<LessonStep> asked = asking(step(), text.toStdString());
    if (!asked) {
        m_problem = tr("The phrases that are looked for have to stay in the sentence.");
        return Q_EMIT changed();
    }
    m_job.start([this, engine = m_engine, lesson = m_lesson,
                 asked = *asked](const JobControl& control) -> BackgroundJob::Reply {
        const auto request = requestOf(*lesson, asked);
        auto result = std::make_shared<InferenceResult>(engine->run(request.value(), control));
        return [this, result] {
            m_result = std::move(*result);
            Q_EMIT changed();
        };
    });
    Q_EMIT changed();
}

QString ModelTrial::verdict() const
{
    if (!m_result)
        return {};
    const Task task = *step().task;
    if (m_asked.toStdString() != step().asked)
        return tr("You asked something else than the lesson did.");
    if (!step().recorded)
        return tr("Nothing was recorded to compare it with.");
    if (taskSpec(task).phrases) {
        const QStringList moved = movedPhrases(*step().recorded, *m_result);
        return moved.isEmpty() ? tr("It finds the same as was recorded.")
                               : tr("It differs: %1.").arg(moved.join(tr("; ")));
    }
    const Answer was = singleAnswerOf(*step().recorded), is = singleAnswerOf(*m_result);
    if (was.text == is.text)
        return tr("It says the same as was recorded: %1.").arg(sureText(task, is));
    return tr("It differs: it says %1, and %2 was recorded.").arg(sureText(task, is), sureText(task, was));
}

} // namespace vbs
