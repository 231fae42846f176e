#include "core/tuning/training_run.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/checkpoint/safetensors.h"
#include "core/regions/tensor_checksum.h"
#include "core/tuning/process_group.h"
#include "core/tuning/shared_steps.h"

#include <chrono>
#include <sstream>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr char kChecksum[] = "sha256"; ///< in the checkpoint's metadata

/// Every tensor of a run under a name of its own: weights and buffers, then the optimiser's moments.
std::vector<std::pair<std::string, at::Tensor>> stateOf(torch::nn::Module& module, AdamW& optimizer)
{
    std::vector<std::pair<std::string, at::Tensor>> state;
    for (AdamW::Slot& slot : optimizer.slots()) {
        state.emplace_back("weight." + slot.name, slot.parameter);
        state.emplace_back("first." + slot.name, slot.firstMoment);
        state.emplace_back("second." + slot.name, slot.secondMoment);
    }
    for (const auto& item : module.named_buffers())
        state.emplace_back("buffer." + item.key(), item.value());
    return state;
}

} // namespace

TrainingRun::TrainingRun(torch::nn::Module& module, TrainingPlan plan, Rng& rng)
    : m_module(module), m_plan(std::move(plan)), m_rng(rng), m_optimizer(module, m_plan.optimizer),
      m_log(leads() ? m_plan.folder / "log.jsonl" : std::filesystem::path(), m_plan.schedule.totalSteps,
            leads() ? m_plan.lines : LineSink())
{
    if (leads() && m_plan.resume && std::filesystem::exists(checkpointFile()))
        load();
    if (m_plan.group)
        takeFirsts();
}

bool TrainingRun::leads() const
{
    return !m_plan.group || m_plan.group->leads();
}

/// A signal may reach some processes of a group a step earlier than the others.
bool TrainingRun::isStopped(const JobControl& control) const
{
    const bool own = control.stop.stop_requested();
    return m_plan.group ? m_plan.group->any(own) : own;
}

void TrainingRun::run(const Hooks& hooks, const JobControl& control)
{
    m_log.begin(m_step);
    m_module.train();
    auto lastSave = std::chrono::steady_clock::now();
    while (m_step < m_plan.schedule.totalSteps) {
        if (isStopped(control)) {
            save();
            throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
        }
        const double rate = m_plan.schedule.rateAt(m_step);
        m_optimizer.zeroGradients();
        Measures measures = hooks.step(m_step);
        if (m_plan.group)
            sumShares(*m_plan.group, m_optimizer, measures);
        measures["gradient"] = m_optimizer.step(rate);
        m_log.add(measures);
        ++m_step;
        if (m_step % m_plan.reportEvery == 0)
            m_log.report(m_step, rate);
        const auto now = std::chrono::steady_clock::now();
        if (std::chrono::duration<double>(now - lastSave).count() > m_plan.checkpointSeconds) {
            save();
            lastSave = now;
        }
        if (m_plan.evaluateEvery > 0 && m_step % m_plan.evaluateEvery == 0 && m_step < m_plan.schedule.totalSteps)
            evaluate(hooks);
    }
    save();
    evaluate(hooks);
}

void TrainingRun::evaluate(const Hooks& hooks)
{
    if (!hooks.evaluate)
        return;
    m_module.eval();
    {
        torch::NoGradGuard noGrad;
        m_log.evaluation(m_step, hooks.evaluate(m_step));
    }
    m_module.train();
}

void TrainingRun::save()
{
    if (!leads())
        return;
    TensorMap tensors;
    for (const auto& [name, tensor] : stateOf(m_module, m_optimizer))
        tensors[name] = tensor.detach().to(torch::kCPU).contiguous();
    std::ostringstream random;
    random << m_rng.engine();
    writeSafetensors(checkpointFile(), tensors,
                     {{kChecksum, checksumOf(tensors)},
                      {"step", std::to_string(m_step)},
                      {"updates", std::to_string(m_optimizer.updates())},
                      {"seconds", std::to_string(secondsTrained())},
                      {"random", random.str()}});
}

/// Weights, moments and counters of the group's first process, which alone needs the checkpoint.
void TrainingRun::takeFirsts()
{
    for (const auto& [name, tensor] : stateOf(m_module, m_optimizer))
        m_plan.group->takeFirsts(tensor);
    std::ostringstream own;
    own << m_step << ' ' << m_optimizer.updates() << ' ' << m_rng.engine();
    std::istringstream first(m_plan.group->gather(own.str()).front());
    long updates = 0;
    first >> m_step >> updates >> m_rng.engine();
    m_optimizer.setUpdates(updates);
}

void TrainingRun::load()
{
    const auto file = readSafetensors(checkpointFile());
    if (const auto sum = file.metadata.find(kChecksum);
        sum != file.metadata.end() && sum->second != checksumOf(file.tensors)) {
        throw Error(ErrorCode::CorruptData, checkpointFile().string() +
                                                " is damaged: its checksum does not match. Bring the file "
                                                "back from a copy, or start over in another folder.");
    }
    const auto state = stateOf(m_module, m_optimizer);
    for (const auto& [name, tensor] : state) {
        const auto found = file.tensors.find(name);
        if (found == file.tensors.end() || found->second.sizes() != tensor.sizes()) {
            throw Error(ErrorCode::Mismatch, checkpointFile().string() + " does not belong to this run (" + name +
                                                 " is missing or has another shape): start over without --resume.");
        }
    }
    torch::NoGradGuard noGrad;
    for (const auto& [name, tensor] : state)
        at::Tensor(tensor).copy_(file.tensors.at(name));
    try {
        m_step = std::stoi(file.metadata.at("step"));
        m_optimizer.setUpdates(std::stol(file.metadata.at("updates")));
        m_secondsBefore = std::stod(file.metadata.at("seconds"));
    } catch (const std::exception&) {
        throw Error(ErrorCode::CorruptData, checkpointFile().string() + " lacks its step count.");
    }
    std::istringstream random(file.metadata.count("random") ? file.metadata.at("random") : "");
    random >> m_rng.engine();
    if (!random)
        throw Error(ErrorCode::CorruptData, checkpointFile().string() + " lacks its random state.");
}

} // namespace vbs
