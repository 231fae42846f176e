#include "ui/lesson/recorder/step_recorder.h"

#include "core/lesson/lesson_recording.h"
#include "core/report/answer_origin.h"
#include "ui/services/queued_engine.h"
#include "ui/util/core_text.h"
#include "ui/workbench/workbench.h"

#include <algorithm>

namespace vbs {

StepRecorder::StepRecorder(LessonDraft& draft, Workbench& workbench, QObject* parent)
    : QObject(parent), m_draft(draft), m_workbench(workbench)
{
    connect(&m_job, &BackgroundJob::failed, this, [this](const QString& sentence) { end(sentence); });
    connect(&m_job, &BackgroundJob::cancelled, this, [this] { end(tr("Stopped.")); });
}

double StepRecorder::fraction() const
{
    return m_checking || m_total == 0 ? -1 : double(m_done) / m_total;
}

QString StepRecorder::sentence() const
{
    if (m_waiting.empty())
        return m_sentence;
    return m_total > 1 ? tr("Recording what the model says: step %1 of %2.").arg(m_done + 1).arg(m_total)
                       : tr("Recording what the model says…");
}

void StepRecorder::record(int id)
{
    const int row = m_draft.rowOf(id);
    if (row < 0 || !m_draft.step(std::size_t(row)).task || std::ranges::find(m_waiting, id) != m_waiting.end())
        return;
    m_waiting.push_back(id);
    ++m_total;
    begin();
}

void StepRecorder::recordMissing()
{
    for (std::size_t row = 0; row < m_draft.count(); ++row)
        if (const StepState state = m_draft.stateOf(row); state == StepState::Missing || state == StepState::Old)
            record(m_draft.idOf(row));
}

void StepRecorder::recordAll()
{
    for (std::size_t row = 0; row < m_draft.count(); ++row)
        record(m_draft.idOf(row));
}

void StepRecorder::begin()
{
    if (!m_workbench.state().pack)
        return end(tr("No model is loaded, so nothing was recorded: choose one in the main window."));
    if (!m_job.isRunning())
        next();
    else
        Q_EMIT changed();
}

void StepRecorder::next()
{
    while (!m_waiting.empty() && m_draft.rowOf(m_waiting.front()) < 0) { // deleted meanwhile
        m_waiting.pop_front();
        ++m_done;
    }
    if (m_waiting.empty())
        return end({});
    recordStepNow(m_waiting.front());
}

void StepRecorder::recordStepNow(int id)
{
    m_sentence.clear();
    LessonStep asked = m_draft.step(std::size_t(m_draft.rowOf(id)));
    m_job.start([engine = sharedEngine(m_workbench.service()), pack = *m_workbench.state().pack,
                 lesson = m_draft.head(), asked, this](const JobControl& control) mutable -> BackgroundJob::Reply {
        recordStep(*engine, lesson, asked, control);
        const AnswerOrigin origin = originOf(pack, {});
        lesson.pack = origin.pack;
        lesson.packManifest = origin.packManifest;
        return [this, recording = recordingOf(lesson, asked)] {
            if (!m_waiting.empty())
                m_waiting.pop_front();
            ++m_done;
            m_draft.keepRecording(recording);
            next();
        };
    });
    Q_EMIT changed();
}

void StepRecorder::check()
{
    if (m_job.isRunning())
        return;
    if (!m_workbench.state().pack)
        return end(tr("No model is loaded to check the lesson against: choose one in the main window."));
    m_checking = true;
    m_sentence = tr("Comparing the lesson with what the model says now…");
    m_job.start([engine = sharedEngine(m_workbench.service()), lesson = m_draft.lesson(),
                 this](const JobControl& control) -> BackgroundJob::Reply {
        QStringList sentences;
        for (const LessonDifference& difference : checkLesson(*engine, lesson, control))
            sentences << coreText(difference.message);
        return [this, sentences] {
            end(sentences.isEmpty() ? tr("All steps are as the model says now.") : QString());
            Q_EMIT checked(sentences);
        };
    });
    Q_EMIT changed();
}

void StepRecorder::cancel()
{
    m_waiting.clear();
    m_job.cancel();
}

void StepRecorder::end(const QString& sentence)
{
    m_waiting.clear();
    m_done = m_total = 0;
    m_checking = false;
    m_sentence = sentence;
    Q_EMIT changed();
}

} // namespace vbs
