#pragma once

#include "tests/support/scripted_backend.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <sstream>

namespace vbs::test {

/// Lets calls of the engine go on one by one, well or badly; shared by the test and the engine's thread.
class Gate {
public:
    enum class Outcome { Good, Fails };

    /// @return false: asked to stop meanwhile.
    bool wait(const JobControl& control, Outcome* outcome)
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, control.stop, [this] { return m_open || !m_allowed.empty(); }))
            return false;
        *outcome = Outcome::Good;
        if (!m_allowed.empty()) {
            *outcome = m_allowed.front();
            m_allowed.pop_front();
        }
        return true;
    }
    void allow(Outcome outcome)
    {
        const std::lock_guard lock(m_mutex);
        m_allowed.push_back(outcome);
        m_changed.notify_all();
    }
    void setOpen(bool open) ///< every call goes on well
    {
        const std::lock_guard lock(m_mutex);
        m_open = open;
        m_allowed.clear();
        m_changed.notify_all();
    }
    bool isUsedUp() const ///< every call that was allowed went on
    {
        const std::lock_guard lock(m_mutex);
        return m_allowed.empty();
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Outcome> m_allowed;
    bool m_open = false;
};

/// Everything that a request depends on, in words.
inline std::string digest(const InferenceRequest& request)
{
    std::ostringstream text;
    const auto image = [&](const ImagePtr& picture) {
        if (picture)
            text << picture->width << 'x' << picture->height;
        text << ';';
    };
    const auto marks = [&](const std::vector<bool>& hidden) {
        for (const bool mark : hidden)
            text << mark;
        text << ';';
    };
    const auto boxes = [&](const std::vector<Box>& all) {
        for (const Box& b : all)
            text << b.x1 << ',' << b.y1 << ',' << b.x2 << ',' << b.y2 << ' ';
        text << ';';
    };
    text << int(request.task) << ';' << request.text << ';';
    for (const std::string& choice : request.choices)
        text << choice << '/';
    image(request.image);
    boxes(request.boxes);
    marks(request.hiddenRegions);
    image(request.rightImage);
    boxes(request.rightBoxes);
    marks(request.hiddenRightRegions);
    text << int(request.explanation.method);
    return text.str();
}

/// Answers so that no two different requests get the same: result.unknownWords holds the request's digest.
class GatedEngine : public InferenceBackend {
public:
    explicit GatedEngine(std::shared_ptr<Gate> gate) : m_gate(std::move(gate)) {}

    LoadPackResult loadPack(const LoadPackRequest&, const JobControl& control) override
    {
        pass(control);
        LoadPackResult loaded;
        loaded.pack.name = "gated";
        loaded.pack.tasks = {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::MultipleChoice,
                             Task::RegionToPhrase,          Task::MaskedWords,     Task::CaptionMatch};
        return loaded;
    }

    InferenceResult run(const InferenceRequest& request, const JobControl& control) override
    {
        pass(control);
        InferenceResult result = cannedResult(request);
        result.task = request.task;
        result.unknownWords = {digest(request)};
        return result;
    }

private:
    void pass(const JobControl& control)
    {
        Gate::Outcome outcome{};
        if (!m_gate->wait(control, &outcome))
            throw Error(ErrorCode::Cancelled, "Cancelled.");
        if (outcome == Gate::Outcome::Fails)
            throw Error(ErrorCode::Internal, "The engine broke.");
    }

    std::shared_ptr<Gate> m_gate;
};

} // namespace vbs::test
