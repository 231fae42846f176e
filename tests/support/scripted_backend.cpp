#include "tests/support/scripted_backend.h"

#include <algorithm>

namespace vbs::test {

void BackendScript::push(Step step)
{
    const std::lock_guard lock(m_mutex);
    m_steps.push_back(std::move(step));
}

void BackendScript::setOtherwise(Step step)
{
    const std::lock_guard lock(m_mutex);
    m_otherwise = std::move(step);
}

void BackendScript::release()
{
    const std::lock_guard lock(m_mutex);
    ++m_released;
    m_changed.notify_all();
}

bool BackendScript::waitForStarted(int calls, std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [&] { return m_started >= calls; });
}

int BackendScript::started() const
{
    const std::lock_guard lock(m_mutex);
    return m_started;
}

int BackendScript::mostAtOnce() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostAtOnce;
}

std::vector<std::string> BackendScript::texts() const
{
    const std::lock_guard lock(m_mutex);
    return m_texts;
}

std::vector<InferenceRequest> BackendScript::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

bool BackendScript::isAlive() const
{
    const std::lock_guard lock(m_mutex);
    return m_alive;
}

BackendScript::Step BackendScript::nextStep()
{
    if (!m_steps.empty()) {
        Step step = std::move(m_steps.front());
        m_steps.pop_front();
        return step;
    }
    if (m_otherwise)
        return *m_otherwise;
    return {};
}

ReplyBody BackendScript::perform(const std::string& text, ReplyBody usual, const TaskControl& control)
{
    std::unique_lock lock(m_mutex);
    ++m_started;
    m_mostAtOnce = std::max(m_mostAtOnce, ++m_running);
    m_texts.push_back(text);
    Step step = nextStep();
    m_changed.notify_all();
    struct Leave {
        BackendScript& script;
        std::unique_lock<std::mutex>& lock;
        ~Leave()
        {
            if (!lock.owns_lock())
                lock.lock();
            --script.m_running;
        }
    } leave{*this, lock};

    lock.unlock();
    for (const Progress& progress : step.progress)
        control.report(progress.stage, progress.fraction);
    lock.lock();
    if (step.wait != Step::Wait::No) {
        const auto released = [this] { return m_released > 0; };
        if (step.wait == Step::Wait::DeafUntilReleased)
            m_changed.wait(lock, released);
        else if (!m_changed.wait(lock, control.stop, released))
            throw Error(ErrorCode::Cancelled, "Cancelled.");
        --m_released;
    }
    lock.unlock();
    if (step.also)
        step.also();
    ReplyBody reply = step.reply ? std::move(*step.reply) : std::move(usual);
    if (const auto* error = std::get_if<ErrorInfo>(&reply))
        throw Error(error->code, error->message);
    return reply;
}

ScriptedBackend::ScriptedBackend(std::shared_ptr<BackendScript> script) : m_script(std::move(script))
{
    const std::lock_guard lock(m_script->m_mutex);
    m_script->m_alive = true;
}

ScriptedBackend::~ScriptedBackend()
{
    const std::lock_guard lock(m_script->m_mutex);
    m_script->m_alive = false;
}

LoadPackResult ScriptedBackend::loadPack(const LoadPackRequest& request, const TaskControl& control)
{
    LoadPackResult usual;
    usual.pack.folder = request.folder;
    usual.pack.name = request.folder.filename().string();
    usual.pack.title = usual.pack.name;
    usual.pack.tasks = {Task::VisualQuestionAnswering};
    usual.device = {"cpu", "This is a scripted engine.", "float32", 1, ""};
    return std::get<LoadPackResult>(m_script->perform("load " + request.folder.string(), usual, control));
}

InferenceResult ScriptedBackend::run(const InferenceRequest& request, const TaskControl& control)
{
    {
        const std::lock_guard lock(m_script->m_mutex);
        m_script->m_requests.push_back(request);
    }
    InferenceResult usual = cannedResult(request);
    usual.task = request.task;
    if (request.regionsOnly) {
        usual.answers.clear();
        usual.explanation = {};
        usual.tokens.clear();
    }
    return std::get<InferenceResult>(m_script->perform(request.text, usual, control));
}

InferenceResult cannedResult(int imageWidth, int imageHeight, const std::string& firstAnswer)
{
    const auto w = static_cast<float>(imageWidth), h = static_cast<float>(imageHeight);
    InferenceResult result;
    result.regions.imageWidth = imageWidth;
    result.regions.imageHeight = imageHeight;
    result.regions.regions = {{{0, 0, w, h}, "whole picture", 1, "", 0, true},
                              {{0.1f * w, 0.5f * h, 0.3f * w, 0.8f * h}, "square", 0.99f, "red", 0.98f},
                              {{0.5f * w, 0.2f * h, 0.8f * w, 0.8f * h}, "box", 0.97f, "blue", 0.99f}};
    result.answers = {{firstAnswer, 0.9}, {"blue", 0.06}, {"two", 0.04}};
    result.tokens = {{"[CLS]", 0, 0, true}, {"what", 0, 4, false}, {"color", 5, 10, false}, {"[SEP]", 10, 10, true}};
    result.explanation.request.method = ExplanationMethod::Attention;
    result.explanation.layers = 3;
    result.explanation.heads = 4;
    result.explanation.regions = {0.05, 0.5, 0.15};
    result.explanation.tokens = {0, 0.1, 0.2, 0};
    result.timing = {12.5, 3.5, false};
    result.device = "cpu";
    result.precision = "float32";
    return result;
}

InferenceResult cannedResult(const InferenceRequest& request, const std::string& firstAnswer)
{
    const int width = request.image ? request.image->width : 320;
    const int height = request.image ? request.image->height : 240;
    InferenceResult result = cannedResult(width, height, firstAnswer);
    if (request.boxes.empty())
        return result;
    std::vector<Region>& regions = result.regions.regions;
    regions.resize(1); // the whole picture
    for (const Box& box : request.boxes)
        regions.push_back({box, "thing", 0.75f, "green", 0.9f});
    result.explanation.regions.assign(regions.size(), 0.8 / double(regions.size()));
    return result;
}

} // namespace vbs::test
