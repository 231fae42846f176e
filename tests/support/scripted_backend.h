#pragma once

#include "core/engine/inference_backend.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace vbs::test {

/// An engine that does what a test tells it to. The backend itself goes to the queue; the test keeps the script,
/// which any thread may use.
class BackendScript {
public:
    /// What one call of run or loadPack does.
    struct Step {
        enum class Wait {
            No,            ///< reply at once
            UntilReleased, ///< until release(), or until asked to stop: then it throws Cancelled, as a good engine does
            DeafUntilReleased ///< until release() only; a stop request is not noticed
        };
        Wait wait = Wait::No;
        std::vector<Progress> progress; ///< reported first
        std::optional<ReplyBody> reply; ///< a result to return, or ErrorInfo to throw as Error; absent: a canned one
        std::function<void()> also;     ///< called last, e.g. to throw something odd
    };

    /// The steps are taken by the calls in turn; when none is left, calls get `otherwise`,
    /// and without that a canned reply.
    void push(Step step);
    void setOtherwise(Step step);

    /// Lets one waiting call (now or later) go on.
    void release();

    /// Waits until this many calls have begun. @return false when they have not after `limit`.
    bool waitForStarted(int calls, std::chrono::milliseconds limit = std::chrono::seconds(20));

    int started() const;
    int mostAtOnce() const;                         ///< calls that ran side by side: 1 when the queue is right
    std::vector<std::string> texts() const;         ///< of the inference requests that began, in order
    std::vector<InferenceRequest> requests() const; ///< those that began, in order
    bool isAlive() const;                           ///< whether the backend still exists

private:
    friend class ScriptedBackend;
    ReplyBody perform(const std::string& text, ReplyBody usual, const JobControl& control);
    Step nextStep();

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Step> m_steps;
    std::optional<Step> m_otherwise;
    std::vector<std::string> m_texts;
    std::vector<InferenceRequest> m_requests;
    int m_released = 0, m_started = 0, m_running = 0, m_mostAtOnce = 0;
    bool m_alive = false;
};

class ScriptedBackend : public InferenceBackend {
public:
    explicit ScriptedBackend(std::shared_ptr<BackendScript> script);
    ~ScriptedBackend() override;

    LoadPackResult loadPack(const LoadPackRequest& request, const JobControl& control) override;
    InferenceResult run(const InferenceRequest& request, const JobControl& control) override;
    /// Its text in the script begins with "inspect ".
    Inspection inspect(const InspectRequest& request, const JobControl& control) override;

private:
    std::shared_ptr<BackendScript> m_script;
};

/// A reply of the shape that the shipped pack gives: regions, answers, tokens and attention for this picture size.
InferenceResult cannedResult(int imageWidth, int imageHeight, const std::string& firstAnswer = "red");

/// The reply to any task's request. Boxes that the user chose are "green thing", "green thing", ... after the whole
/// picture. Without the square (region 1) the answers are others. The longest choice is best; the phrases mean the
/// square and the box by turns.
InferenceResult cannedResult(const InferenceRequest& request, const std::string& firstAnswer = "red");

/// What goes on inside while that is answered: 3 layers of 4 heads, in which a position p looks half at itself and half
/// at position (p + layer + head + 1) modulo their number. The answer stands from layer 2 on.
Inspection cannedInspection(const InferenceRequest& request);

} // namespace vbs::test
