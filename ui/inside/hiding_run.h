#pragma once

#include "core/engine/inference_backend.h"
#include "ui/services/background_job.h"
#include "ui/services/queued_engine.h"

#include <QObject>

#include <functional>
#include <memory>

namespace vbs {

/// Many questions with regions hidden, asked beside the window: whatever the user asks goes first. Begun at the user's
/// wish, and forgotten when the question is another.
class HidingRun : public QObject {
    Q_OBJECT
public:
    enum class Stage { Idle, Running, Failed, Cancelled, Done };
    /// Runs on a thread of its own. What it gives back is called on the GUI thread.
    using Work = std::function<BackgroundJob::Reply(InferenceBackend& engine, const JobControl& control)>;

    explicit HidingRun(InferenceService& service, QObject* parent = nullptr);

    Stage stage() const { return m_stage; }
    double fraction() const { return m_fraction; }       ///< Running; negative: not known
    const QString& doing() const { return m_doing; }     ///< Running: in a word
    const QString& problem() const { return m_problem; } ///< Failed: a sentence

    void start(Work work);
    void cancel();
    void forget(); ///< back to Idle

Q_SIGNALS:
    void changed();

private:
    void set(Stage stage, const QString& problem = {});

    std::shared_ptr<QueuedEngine> m_engine; ///< a run's, too
    BackgroundJob m_job;
    Stage m_stage = Stage::Idle;
    double m_fraction = -1;
    QString m_problem, m_doing;
};

} // namespace vbs
