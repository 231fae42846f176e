#pragma once

#include "tests/support/scripted_backend.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace vbs::test {

/// What a TwoModelsEngine was asked, and what its second pack says; for any thread.
class TwoModelsScript {
public:
    std::vector<InferenceRequest> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    /// Those that were questions to this pack.
    std::vector<InferenceRequest> questionsTo(PackId pack) const
    {
        std::vector<InferenceRequest> questions;
        for (const InferenceRequest& request : requests())
            if (request.pack == pack && !request.regionsOnly)
                questions.push_back(request);
        return questions;
    }
    void add(const InferenceRequest& request)
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
    }

    std::string secondSays = "blue"; ///< set before it is asked
    std::string problem;             ///< not empty: why the second pack cannot be loaded
    bool otherRegions = false;       ///< the second pack's regions lie a little beside, in the reverse order
    std::vector<Task> secondTasks{Task::VisualQuestionAnswering, Task::VisualReasoning, Task::RegionToPhrase};

private:
    mutable std::mutex m_mutex;
    std::vector<InferenceRequest> m_requests;
};

/// An engine with packs that are loaded one after the other: the first one says "red", the others what the script says.
class TwoModelsEngine : public InferenceBackend {
public:
    explicit TwoModelsEngine(std::shared_ptr<TwoModelsScript> script) : m_script(std::move(script)) {}

    LoadPackResult loadPack(const LoadPackRequest& request, const JobControl&) override
    {
        if (m_loaded > 0 && !m_script->problem.empty())
            throw Error(ErrorCode::FileNotFound, m_script->problem);
        LoadPackResult loaded;
        loaded.pack.folder = request.folder;
        loaded.pack.name = loaded.pack.title = request.folder.filename().string();
        loaded.pack.tasks = m_loaded == 0 ? std::vector<Task>{Task::VisualQuestionAnswering, Task::VisualReasoning,
                                                              Task::MultipleChoice, Task::RegionToPhrase}
                                          : m_script->secondTasks;
        loaded.device = {"cpu", "", request.precision.empty() ? "float32" : request.precision, 1, ""};
        loaded.id = ++m_loaded;
        return loaded;
    }

    InferenceResult run(const InferenceRequest& request, const JobControl& control) override
    {
        control.throwIfStopped();
        m_script->add(request);
        const bool second = request.pack > 1;
        InferenceResult result = cannedResult(request, second ? m_script->secondSays : "red");
        result.task = request.task;
        if (second && m_script->otherRegions && request.boxes.empty()) {
            std::swap(result.regions.regions[1], result.regions.regions[2]);
            for (std::size_t i : {1U, 2U}) {
                result.regions.regions[i].box.x1 += 4;
                result.regions.regions[i].box.x2 += 4;
            }
        }
        if (request.regionsOnly) {
            result.answers.clear();
            result.tokens.clear();
            result.explanation = {};
        }
        return result;
    }

private:
    std::shared_ptr<TwoModelsScript> m_script;
    PackId m_loaded = 0;
};

} // namespace vbs::test
