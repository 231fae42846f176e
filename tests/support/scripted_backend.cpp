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

ReplyBody BackendScript::perform(const std::string& text, ReplyBody usual, const JobControl& control)
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

LoadPackResult ScriptedBackend::loadPack(const LoadPackRequest& request, const JobControl& control)
{
    LoadPackResult usual;
    usual.pack.folder = request.folder;
    usual.pack.name = request.folder.filename().string();
    usual.pack.title = usual.pack.name;
    usual.pack.tasks = {Task::VisualQuestionAnswering};
    usual.device = {"cpu", "This is a scripted engine.", "float32", 1, ""};
    return std::get<LoadPackResult>(m_script->perform("load " + request.folder.string(), usual, control));
}

InferenceResult ScriptedBackend::run(const InferenceRequest& request, const JobControl& control)
{
    {
        const std::lock_guard lock(m_script->m_mutex);
        m_script->m_requests.push_back(request);
    }
    InferenceResult usual = cannedResult(request);
    usual.task = request.task;
    if (request.regionsOnly) {
        const RegionSet regions = usual.regions;
        const Timing timing = usual.timing;
        usual = {};
        usual.regions = regions;
        usual.timing = timing;
        usual.device = "cpu";
        usual.precision = "float32";
    }
    return std::get<InferenceResult>(m_script->perform(request.text, usual, control));
}

Inspection ScriptedBackend::inspect(const InspectRequest& request, const JobControl& control)
{
    return std::get<Inspection>(
        m_script->perform("inspect " + request.question.text, cannedInspection(request.question), control));
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

namespace {

bool hides(const std::vector<bool>& hidden, std::size_t region)
{
    return region < hidden.size() && hidden[region];
}

/// The square is what the answer comes from: without it, it is another one.
std::vector<Answer> answersFor(const InferenceRequest& request, const std::string& first)
{
    if (hides(request.hiddenRegions, 1) && !hides(request.hiddenRegions, 2))
        return {{"blue", 0.6}, {first, 0.3}, {"two", 0.1}};
    return {{first, 0.9}, {"blue", 0.06}, {"two", 0.04}};
}

/// The user's boxes in place of those that were found.
void describe(const std::vector<Box>& boxes, RegionSet* regions)
{
    regions->regions.resize(1); // the whole picture
    for (const Box& box : boxes)
        regions->regions.push_back({box, "thing", 0.75f, "green", 0.9f});
}

void compare(const InferenceRequest& request, InferenceResult* result)
{
    const bool hidden = hides(request.hiddenRegions, 1) || hides(request.hiddenRightRegions, 1);
    result->answers = {{"true", hidden ? 0.55 : 0.8}, {"false", hidden ? 0.45 : 0.2}};
    const int width = request.rightImage ? request.rightImage->width : 320;
    const int height = request.rightImage ? request.rightImage->height : 240;
    result->rightRegions = cannedResult(width, height).regions;
    if (!request.rightBoxes.empty())
        describe(request.rightBoxes, &result->rightRegions);
    result->explanation.of = "true";
    result->explanation.rightRegions.assign(result->rightRegions.regions.size(), 0.1);
    result->explanation.rightRegions[0] = 0;
    if (request.blindToo)
        result->blindAnswers = {{"false", 0.6}, {"true", 0.4}};
}

/// The longer a choice, the better.
void choose(const InferenceRequest& request, InferenceResult* result)
{
    result->answers.clear();
    double sum = 0;
    for (const std::string& choice : request.choices)
        sum += double(choice.size());
    for (const std::string& choice : request.choices) {
        const double probability =
            hides(request.hiddenRegions, 1) ? 1.0 / double(request.choices.size()) : double(choice.size()) / sum;
        result->choices.push_back({choice, 10 * probability, probability});
        if (request.blindToo)
            result->blindAnswers.push_back({choice, 1.0 / double(request.choices.size())});
    }
}

/// The phrases mean the square and the box by turns.
void find(const InferenceRequest& request, InferenceResult* result)
{
    result->answers.clear();
    result->explanation = {};
    const std::size_t count = result->regions.regions.size();
    for (std::size_t i = 0; i < request.phrases.size(); ++i) {
        const TextSpan span = request.phrases[i];
        std::vector<double> regions(count, 0.2 / double(count));
        regions[std::min(count - 1, 1 + i % 2)] += 0.8;
        result->phrases.push_back({span, request.text.substr(span.begin, span.end - span.begin), regions});
    }
}

void fillIn(const InferenceRequest& request, InferenceResult* result)
{
    result->answers.clear();
    result->match = hides(request.hiddenRegions, 1) ? 0.4 : 0.75;
    static const std::string mask = "[MASK]";
    for (std::size_t at = request.text.find(mask); at != std::string::npos; at = request.text.find(mask, at + 1))
        result->masks.push_back({{at, at + mask.size()}, answersFor(request, "red")});
    if (request.blindToo && !result->masks.empty())
        result->blindAnswers = {{"ball", 0.5}, {"red", 0.3}, {"blue", 0.2}};
}

} // namespace

InferenceResult cannedResult(const InferenceRequest& request, const std::string& firstAnswer)
{
    const int width = request.image ? request.image->width : 320;
    const int height = request.image ? request.image->height : 240;
    InferenceResult result = cannedResult(width, height, firstAnswer);
    if (!request.boxes.empty()) {
        describe(request.boxes, &result.regions);
        const std::size_t count = result.regions.regions.size();
        result.explanation.regions.assign(count, 0.8 / double(count));
    }
    result.explanation.request = request.explanation;
    result.answers = answersFor(request, firstAnswer);
    if (request.blindToo)
        result.blindAnswers = {{"yes", 0.52}, {firstAnswer, 0.3}, {"blue", 0.18}};
    switch (request.task) {
    case Task::VisualQuestionAnswering:
        break;
    case Task::VisualReasoning:
        compare(request, &result);
        break;
    case Task::MultipleChoice:
        choose(request, &result);
        break;
    case Task::RegionToPhrase:
        find(request, &result);
        break;
    case Task::MaskedWords:
    case Task::CaptionMatch:
        fillIn(request, &result);
        break;
    }
    return result;
}

namespace {

/// By layers, of which the last is the result's own.
void readEveryLayer(const std::vector<Answer>& last, Inspection* inspection)
{
    std::vector<Answer> early = last;
    std::swap(early[0].text, early[1].text); // what comes first is surest
    for (std::size_t layer = 0; layer <= inspection->layers; ++layer)
        inspection->answersByLayer.push_back(layer < 2 ? early : last);
}

} // namespace

Inspection cannedInspection(const InferenceRequest& request)
{
    Inspection inspection;
    inspection.result = cannedResult(request);
    InferenceResult& result = inspection.result;
    result.task = request.task;
    inspection.layers = 3;
    inspection.heads = 4;
    inspection.positions = result.tokens.size() + result.regions.regions.size() + result.rightRegions.regions.size();
    inspection.width = 4;
    inspection.readFrom = 2;
    const std::size_t positions = inspection.positions;
    inspection.attention.assign(inspection.layers * inspection.heads * positions * positions, 0.f);
    float* row = inspection.attention.data();
    for (std::size_t layer = 0; layer < inspection.layers; ++layer)
        for (std::size_t head = 0; head < inspection.heads; ++head)
            for (std::size_t from = 0; from < positions; ++from, row += positions) {
                row[from] += 0.5f;
                row[(from + layer + head + 1) % positions] += 0.5f;
            }
    for (std::size_t i = 0; i < (inspection.layers + 1) * positions * inspection.width; ++i)
        inspection.states.push_back(float((i * 7919) % 101) / 101);
    std::vector<Answer> answers = result.answers;
    for (const ChoiceScore& choice : result.choices)
        answers.push_back({choice.text, choice.probability});
    if (!result.masks.empty())
        answers = result.masks.front().words;
    if (request.task == Task::CaptionMatch)
        answers = {{"fits", result.match}, {"does not fit", 1 - result.match}};
    if (request.task == Task::RegionToPhrase)
        inspection.phrasesByLayer.assign(inspection.layers + 1, result.phrases);
    else
        readEveryLayer(answers, &inspection);
    return inspection;
}

} // namespace vbs::test
