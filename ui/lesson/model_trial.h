#pragma once

#include "core/lesson/lesson.h"
#include "ui/services/background_job.h"
#include "ui/services/queued_engine.h"
#include "ui/workbench/workbench.h"

#include <optional>

namespace vbs {

/// Asks the window's own model what a step of a lesson asked another time, beside whatever the user asks.
class ModelTrial : public QObject {
    Q_OBJECT
public:
    ModelTrial(Workbench& workbench, std::shared_ptr<const Lesson> lesson, std::size_t step, QObject* parent = nullptr);

    /// Why it cannot be asked now, as a sentence; empty: it can.
    QString hindrance() const;
    /// That the model in use is another one than the lesson's; empty: it is not, or that is not known.
    QString otherModel() const;
    bool isRunning() const { return m_job.isRunning(); }

    /// @param text in place of the recorded question.
    void ask(const QString& text);
    void cancel() { m_job.cancel(); }

    const std::optional<InferenceResult>& result() const { return m_result; }
    const QString& problem() const { return m_problem; } ///< a sentence; empty: none
    /// Whether it says the same as what was recorded; a whole sentence. After an answer.
    QString verdict() const;

Q_SIGNALS:
    void changed();

private:
    const LessonStep& step() const { return m_lesson->steps.at(m_step); }

    Workbench& m_workbench;
    std::shared_ptr<const Lesson> m_lesson;
    const std::size_t m_step;
    std::shared_ptr<QueuedEngine> m_engine;
    BackgroundJob m_job;
    QString m_asked;
    std::optional<InferenceResult> m_result;
    QString m_problem;
};

/// A step that asks another text: phrases are where they stand in that. Nothing where one is missing.
std::optional<LessonStep> asking(LessonStep step, const std::string& text);

} // namespace vbs
