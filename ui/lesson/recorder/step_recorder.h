#pragma once

#include "ui/lesson/recorder/lesson_draft.h"
#include "ui/services/background_job.h"

#include <QStringList>

#include <deque>

namespace vbs {

class Workbench;

/// Asks the window's engine what steps ask, one after the other, beside everything that the user asks, and keeps what
/// it says in the draft.
class StepRecorder : public QObject {
    Q_OBJECT
public:
    /// @param draft and workbench outlive it.
    StepRecorder(LessonDraft& draft, Workbench& workbench, QObject* parent = nullptr);

    void record(int id); ///< of a step; after those that wait already
    void recordMissing();
    void recordAll();
    void check(); ///< all steps, against what the engine says now: checked() follows
    void cancel();

    bool isRunning() const { return m_job.isRunning(); }
    QString sentence() const; ///< how it stands; empty: there is nothing to say
    double fraction() const;  ///< of the work; negative: not known

Q_SIGNALS:
    void changed();
    void checked(const QStringList& differences); ///< whole sentences; empty: all is as recorded

private:
    void begin();
    void next();
    void recordStepNow(int id);
    void end(const QString& sentence);

    LessonDraft& m_draft;
    Workbench& m_workbench;
    BackgroundJob m_job;
    std::deque<int> m_waiting; ///< the first is being recorded
    int m_done = 0, m_total = 0;
    bool m_checking = false;
    QString m_sentence;
};

} // namespace vbs
