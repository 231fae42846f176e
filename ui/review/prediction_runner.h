#pragma once

#include "core/review/prediction.h"
#include "ui/review/reply_line.h"
#include "ui/services/queued_engine.h"

#include <QObject>

#include <memory>
#include <stop_token>
#include <vector>

namespace vbs {

/// How far the model is with a review's items.
struct PredictionProgress {
    double fraction = 0;     ///< 0..1, of all items
    double secondsLeft = -1; ///< negative: not known yet
};

/// Lets a model answer a project's items while the user does other things. What was answered is kept, so that it goes
/// on where it was. Methods and signals belong to the GUI thread, which never waits: a run that is stopped ends on its
/// own, and nothing more is heard of it.
class PredictionRunner : public QObject {
    Q_OBJECT
public:
    explicit PredictionRunner(InferenceService& service, QObject* parent = nullptr);
    ~PredictionRunner() override;

    /// @param where the project, as openReviewProject takes it. Another run is stopped.
    void start(const QString& where, const std::string& model, PackId pack);
    void stop();   ///< what was answered already is still told, then ended()
    void forget(); ///< stops it; nothing more is heard of it
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(const vbs::PredictionProgress& progress);
    void predicted(const std::vector<vbs::Prediction>& predictions); ///< and stored
    void ended(const QString& problem); ///< a sentence; empty: all is done, or it was stopped

private:
    std::shared_ptr<QueuedEngine> m_engine; ///< a run's, too
    std::shared_ptr<ReplyLine> m_line;
    std::stop_source m_stop;
    int m_run = 0; ///< what comes from an earlier one is dropped
    bool m_running = false;
};

} // namespace vbs
